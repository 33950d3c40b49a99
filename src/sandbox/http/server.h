// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"
#include "sandbox/crew/crew.h"
#include "sandbox/http/router.h"

namespace smartca::sandbox::http {

/// What the server shows in the handshake: its certificate first, then those up to (not with) the root.
struct TlsIdentity {
    std::vector<crypto::Certificate> chain;
    SecretBytes privateKey; ///< PKCS#8
};

struct Limits {
    std::size_t connections = 256;
    std::size_t connectionsPerAddress = 32; ///< of IPv6: per network (networkOf())
    std::size_t headerBytes = 12UL * 1024;
    Seconds handshake{10};
    Seconds header{60}; ///< from the end of the last answer to the end of the next header
    Seconds body{30};
    Seconds write{30};
    Seconds goodbye{5}; ///< how long stop() waits for what is being answered
};

/// One line for the log about one answer. No address, no bodies.
struct Served {
    std::uint64_t connection = 0;
    std::string method;
    std::string route; ///< "/v1/activations/{id}"; empty when no route matched
    int status = 0;
    Milliseconds took{};
    std::string code;   ///< "ACT-104" when it failed
    std::string detail; ///< of that failure
    /// The activation it was about, where path or answer names one: to be logged as a pseudonym alone.
    std::string activation;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0 picks one
    Limits limits;
    int ioThreads = 2;
    CrewSize crew;
    const Clock *clock = nullptr; ///< must be given, and outlive the server
    /// Called for every answer, from any thread: adds the headers all answers carry.
    std::function<void(Response &)> finish;
    std::function<void(const Served &)> served;
    /// Called at most once a minute, from any thread, with how many connections were closed since at accept
    /// because there was no place.
    std::function<void(std::uint64_t)> turnedAway;
    /// Called with what went wrong beside any answer, from any thread: English, for the log.
    std::function<void(const std::string &)> trouble;
};

/// HTTP/1.1 over TLS 1.3 alone. Handlers run in a crew, never on the two threads that read and write; a
/// client that leaves harms nobody, and what it asked for is still finished.
class Server {
public:
    /// Listens at once; serves when start() is called. `router` must outlive the server. Failure SVC-101:
    /// cannot listen there, or the identity cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<Server>> listen(ServerOptions options, TlsIdentity identity,
                                                                const Router &router);
    ~Server();

    void start();
    /// No new connections; waiting polls are answered as at their deadline; running handlers end. Then
    /// everything closes.
    void stop();
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::size_t connections() const;

private:
    class Inside;
    explicit Server(std::shared_ptr<Inside> inside);
    std::shared_ptr<Inside> inside_;
};

} // namespace smartca::sandbox::http
