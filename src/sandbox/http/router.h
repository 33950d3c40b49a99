// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"
#include "sandbox/http/pending.h"

#include <variant>

namespace smartca::sandbox::http {

using Answer = std::variant<Response, Pending>;
/// Runs on a worker thread and may block. A failure becomes problem details.
using Handler = std::function<Result<Answer>(const Request &)>;

/// Which handler answers which request. Filled before the server starts, then only read.
class Router {
public:
    /// `pattern` is a path whose segments in braces match any one segment: "/v1/activations/{id}/enrolment".
    /// A body longer than `maxBody` octets is refused before it is read.
    void add(std::string method, std::string_view pattern, Handler handler,
             std::size_t maxBody = jsonMaxBytes);

    /// Asked before every handler, on the worker: a failure is the answer.
    void admit(std::function<Outcome(const Request &)> check) { admission_ = std::move(check); }
    [[nodiscard]] Outcome admitted(const Request &request) const
    {
        return admission_ ? admission_(request) : Outcome{};
    }

    struct Match {
        const Handler *handler = nullptr;
        std::string pattern; ///< for the log: names no activation
        std::size_t maxBody = 0;
        std::map<std::string, std::string, std::less<>> parameters;
    };
    /// Failure PRT-104 for an unknown path, PRT-105 (subject: the methods there are) for another method.
    [[nodiscard]] Result<Match> find(std::string_view method, std::string_view path) const;

private:
    struct Route {
        std::string method;
        std::string pattern;
        std::vector<std::string> segments;
        Handler handler;
        std::size_t maxBody;
    };
    std::vector<Route> routes_;
    std::function<Outcome(const Request &)> admission_;
};

} // namespace smartca::sandbox::http
