// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"
#include "protocol/service_profile.h"
#include "sandbox/http/server.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace smartca::sandbox {

struct DataFolder;
class Passwords;

struct ServiceOptions {
    std::filesystem::path data;                ///< made when it is not there, 0700
    std::string listen = "127.0.0.1:8443";     ///< port 0 picks one
    std::optional<std::string> publicUrl = {}; ///< for mails, AIA and CRL; default: the address it listens on
    std::optional<std::string> smtp = {};      ///< smtp://[user@]host:port; password: mail/smtp.h
    bool mailbox = true; ///< keep every mail in DIR/mail; refused together with a non-loopback address
    crypto::KeyKind credential = crypto::KeyKind::Rsa3072;
    Seconds issuanceDelay{0};
    protocol::BiometricPolicy biometric = protocol::BiometricPolicy::Optional;
    std::string minimumVersion = "0.1.0";
    std::string hotline = "18001260";
    std::size_t keyPool = 4; ///< RSA keys made ahead
    std::size_t connectionsPerAddress = http::Limits{}.connectionsPerAddress;
    const Clock *clock = nullptr; ///< SystemClock when null; must outlive the service
};

/// The whole service in one object: serves from start() to stop(). The command and the flow tests use it
/// alike.
class Service {
public:
    /// Opens or makes the data folder: database, keys, certificates, profile. Failure: CLI-101 for options
    /// that cannot be, SVC-101, HSM-101.
    [[nodiscard]] static Result<std::unique_ptr<Service>> open(ServiceOptions options);
    ~Service();

    /// Listens, serves, writes DIR/profile.json and DIR/root-ca.pem. Failure SVC-101: the address cannot be
    /// listened on. Once in the life of the object.
    [[nodiscard]] Outcome start();
    /// Lets running requests end, then closes. May be called twice.
    void stop();

    [[nodiscard]] int port() const;
    [[nodiscard]] std::string url() const;
    [[nodiscard]] protocol::ServiceProfile profile() const;
    [[nodiscard]] std::filesystem::path mailbox() const;

    /// What the functions of admin/commands.h work on: add a subscriber, hold, release or refuse a
    /// certificate, lock, show.
    [[nodiscard]] const DataFolder &folder() const;
    [[nodiscard]] Passwords &passwords();

private:
    struct Parts;
    explicit Service(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace smartca::sandbox
