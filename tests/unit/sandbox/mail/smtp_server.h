// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"

#include <sys/types.h>

#include <filesystem>

namespace smartca::sandbox {

/// A real SMTP server in a process of its own (smtp_server.py).
class SmtpServer {
public:
    /// Port 0 picks one. Mails go into `folder`.
    SmtpServer(const std::filesystem::path &folder, int port);
    ~SmtpServer();
    SmtpServer(const SmtpServer &) = delete;
    SmtpServer &operator=(const SmtpServer &) = delete;
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

private:
    pid_t process_ = -1;
    int port_ = 0;
};

/// A server that takes a call and never says a word.
class SilentServer {
public:
    SilentServer();
    ~SilentServer();
    SilentServer(const SilentServer &) = delete;
    SilentServer &operator=(const SilentServer &) = delete;
    [[nodiscard]] std::string url() const;
    /// Returns once somebody waits for an answer.
    void awaitCall();

private:
    int listening_ = -1;
    int caller_ = -1;
};

/// The files of a folder that end like this, sorted by name.
[[nodiscard]] std::vector<std::filesystem::path> filesOf(const std::filesystem::path &folder,
                                                         std::string_view ending);
[[nodiscard]] std::string contentOf(const std::filesystem::path &file);
/// A mail as Python's parser understands it (read_mail.py).
[[nodiscard]] Json mailOf(const std::filesystem::path &file);

} // namespace smartca::sandbox
