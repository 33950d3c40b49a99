// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret_bytes.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace smartca::sandbox::http {

/// Header fields in the order they came or go. Names are compared without case (RFC 9110 §5.1).
class Headers {
public:
    void add(std::string name, std::string value);
    /// Replaces every field of that name.
    void set(std::string name, std::string value);
    /// The value when the field is there exactly once: a header of ours sent twice counts as not sent.
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>> &all() const { return fields_; }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
    std::string method;
    std::string path;                                           ///< as sent, without query; begins with "/"
    std::string query;                                          ///< as sent, without "?"
    std::map<std::string, std::string, std::less<>> parameters; ///< of the route: {"id", "…"}
    Headers headers;
    SecretBytes body;             ///< wiped when the request goes
    std::uint64_t connection = 0; ///< the same for all requests of one TLS connection
    std::string address;          ///< of the peer, for rate limits alone: never logged, never stored
    UtcTime arrivedAt;

    [[nodiscard]] std::string_view parameter(std::string_view name) const;
    /// Seconds of "Prefer: wait=25" (RFC 7240 §4.3), at most `most`; zero without it.
    [[nodiscard]] Seconds waitWished(Seconds most) const;
};

struct Response {
    int status = 200;
    Headers headers;
    Bytes body;
    std::string about; ///< the activation it tells of, for the log alone; empty where the path names it
    std::string code;  ///< "ACT-104" of a problem, for the log alone

    [[nodiscard]] static Response json(std::string_view text, int status = 200);
    [[nodiscard]] static Response pdf(Bytes body);
    [[nodiscard]] static Response of(std::string_view type, Bytes body, int status = 200);
};

/// RFC 9457 problem details with our stable code; Retry-After where the failure says so. Sent when a handler
/// fails.
[[nodiscard]] Response problem(const Failure &failure, UtcTime serviceTime);

} // namespace smartca::sandbox::http
