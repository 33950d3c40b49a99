// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fixtures/test_ca.h"
#include "sandbox/http/server.h"
#include "tls_client.h"

#include <gtest/gtest.h>

#include <future>
#include <mutex>

namespace smartca::sandbox::http {

inline std::string post(const std::string &path, const std::string &body, const std::string &headers = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + headers + "\r\n" + body;
}

inline std::string get(const std::string &path, const std::string &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

class ServerTest : public testing::Test {
protected:
    ServerTest()
    {
        router_.add(
            "POST", "/echo",
            [this](const Request &request) -> Result<Answer> {
                connections_.push_back(request.connection);
                return Response::json(request.body.text());
            },
            100'000);
        router_.add("GET", "/throw", [](const Request &) -> Result<Answer> {
            throw std::runtime_error("the handler's own words");
        });
        router_.add("GET", "/poll", [this](const Request &) -> Result<Answer> {
            const Pending pending(
                pollWait_, []() -> Result<Response> { return Response::json(R"({"still":"waiting"})"); });
            polls_.set_value(pending);
            return pending;
        });
    }

    void serve(Limits limits = {})
    {
        ServerOptions options;
        options.limits = limits;
        options.crew = {.threads = 4, .hands = 8};
        options.clock = clockOfServer_;
        options.finish = [](Response &response) { response.headers.set("SmartCA-Time", "now"); };
        options.served = [this](const Served &served) {
            const std::lock_guard lock(mutex_);
            served_.push_back(served);
        };
        options.turnedAway = [this](std::uint64_t count) {
            const std::lock_guard lock(mutex_);
            turnedAway_.push_back(count);
        };
        options.trouble = [this](const std::string &trouble) {
            const std::lock_guard lock(mutex_);
            troubles_.push_back(trouble);
        };
        if (change_)
            change_(options);
        auto leaf = fixtures::issue(root_, {.commonName = "localhost",
                                            .keyUsage = "critical,digitalSignature",
                                            .extendedKeyUsage = "serverAuth"});
        server_ =
            Server::listen(std::move(options), {{leaf.certificate}, leaf.key.toPkcs8()}, router_).value();
        server_->start();
    }
    [[nodiscard]] std::unique_ptr<TlsClient> client(TlsClient::Options options = {})
    {
        return std::make_unique<TlsClient>(server_->port(), root_.certificate, options);
    }

    [[nodiscard]] std::vector<std::uint64_t> turnedAway()
    {
        const std::lock_guard lock(mutex_);
        return turnedAway_;
    }

    [[nodiscard]] std::vector<std::string> troubles()
    {
        const std::lock_guard lock(mutex_);
        return troubles_;
    }

    SystemClock clock_;
    const Clock *clockOfServer_ = &clock_;
    fixtures::Identity root_ = fixtures::makeRoot({.commonName = "TLS root",
                                                   .role = fixtures::Role::Root,
                                                   .notBefore = clock_.now() - Seconds{3600},
                                                   .notAfter = clock_.now() + Seconds{36000}});
    Router router_;
    Milliseconds pollWait_{60'000};
    std::promise<Pending> polls_;
    std::vector<std::uint64_t> connections_;
    std::mutex mutex_;
    std::vector<Served> served_;
    std::vector<std::uint64_t> turnedAway_;
    std::vector<std::string> troubles_;
    std::function<void(ServerOptions &)> change_; ///< of what serve() gives the server
    std::unique_ptr<Server> server_;              ///< last: its threads use the rest
};

class ServerLimits : public ServerTest {};
class ServerWaiting : public ServerTest {};
class ServerTrouble : public ServerTest {};

} // namespace smartca::sandbox::http
