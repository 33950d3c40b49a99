// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"
#include "base/secret_bytes.h"

/// JSON objects that hold a secret: written straight into secure memory, and taken out of a parsed value with
/// the parsed text wiped behind it.
namespace smartca::protocol {

/// Writes one JSON object (RFC 8259 §7: quotes, backslashes and control characters escaped; the rest is UTF-8
/// as it is). The same octets as Json::dump() gives for the same members.
class SecretJsonWriter {
public:
    /// `expected`: octets to set aside, so that no copy is left behind by growing.
    explicit SecretJsonWriter(std::size_t expected);
    void text(std::string_view name, std::string_view value);
    /// A member that is JSON already and no secret.
    void json(std::string_view name, std::string_view value);
    [[nodiscard]] SecretBytes finish() &&;

private:
    void name(std::string_view name);
    void quoted(std::string_view value);
    void raw(std::string_view value);

    SecretBytes out_;
    bool first_ = true;
};

/// The text of a member as a secret; what the parser held of it is wiped. Length in octets.
[[nodiscard]] SecretBytes takeSecret(JsonObject &object, std::string_view name, std::size_t minLength,
                                     std::size_t maxLength);
/// Empty when the member is absent.
[[nodiscard]] SecretBytes takeOptionalSecret(JsonObject &object, std::string_view name, std::size_t minLength,
                                             std::size_t maxLength);
[[nodiscard]] std::vector<SecretBytes> takeSecrets(JsonObject &object, std::string_view name,
                                                   std::size_t maxCount, std::size_t maxLength);

} // namespace smartca::protocol
