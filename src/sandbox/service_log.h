// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/server.h"

#include <filesystem>

namespace spdlog {
class logger;
}

namespace smartca::sandbox {

/// DIR/log/service.log: a JSON object a line, three files of 4 MiB at most, 0600. By construction it can name
/// no secret, no person and no address: a request is its route's pattern, status, duration, failure code and
/// the pseudonym of its activation.
class ServiceLog {
public:
    [[nodiscard]] static Result<std::unique_ptr<ServiceLog>> open(const std::filesystem::path &folder);

    /// `pseudonym` of the activation it was about; empty when it was about none.
    void served(UtcTime at, const http::Served &served, std::string_view pseudonym);
    void event(UtcTime at, std::string_view name);
    /// `what` in the words of a Failure's detail.
    void trouble(UtcTime at, std::string_view where, const std::string &what);

private:
    explicit ServiceLog(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}
    std::shared_ptr<spdlog::logger> logger_;
};

} // namespace smartca::sandbox
