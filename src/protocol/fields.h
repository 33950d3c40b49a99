// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"

#include <array>

/// Parts that several messages share, with their limits. Lengths are octets of UTF-8.
namespace smartca::protocol::fields {

constexpr std::size_t idMax = 64;
constexpr std::size_t uuidLength = 36;
constexpr std::size_t digestLength = 43; ///< base64url of 32 octets
constexpr std::size_t tokenLength = 22;  ///< base64url of 16 octets
constexpr std::size_t etagMax = 64;
constexpr std::size_t serialMax = 40; ///< hex of 20 octets (RFC 5280 §4.1.2.2)
constexpr std::size_t versionMax = 32;
constexpr std::size_t jwsMax = 64UL * 1024;
constexpr std::size_t certificateMax = 16UL * 1024;
constexpr std::size_t cmsMax = 16UL * 1024; ///< what the placeholder holds
constexpr std::size_t spkiMax = 1024;
constexpr std::size_t audienceMax = 128;
constexpr std::int64_t sequenceMax = 1LL << 53; ///< what every JSON reader holds exactly
constexpr std::size_t avoidMax = 32;
constexpr std::size_t avoidLengthMax = 64;

/// An enumeration and the names it travels under.
template<class Enum, std::size_t count>
struct Names {
    std::array<std::string_view, count> texts;

    [[nodiscard]] std::string operator()(Enum value) const
    {
        return std::string(texts[static_cast<std::size_t>(value)]);
    }
    [[nodiscard]] Enum read(JsonObject &object, std::string_view name, const std::string &text) const
    {
        for (std::size_t i = 0; i < count; ++i)
            if (texts[i] == text)
                return static_cast<Enum>(i);
        object.refuse(name, "not one of the values known");
        return {};
    }
    [[nodiscard]] Enum read(JsonObject &object, std::string_view name) const
    {
        return read(object, name, object.text(name, 1, idMax));
    }
};

inline constexpr Names<CertificateStatus, 4> certificateStatus{{"pending", "held", "refused", "issued"}};

/// Seconds since 1970, up to the year 9999.
[[nodiscard]] UtcTime readTime(JsonObject &object, std::string_view name);
[[nodiscard]] std::int64_t writeTime(UtcTime time);
/// base64url of exactly 32 octets, as text.
[[nodiscard]] std::string readDigest(JsonObject &object, std::string_view name);
/// RFC 9562, lower case.
[[nodiscard]] std::string readUuid(JsonObject &object, std::string_view name);
[[nodiscard]] bool isUuid(std::string_view text);
/// "vi" or "en".
[[nodiscard]] std::string readLanguage(JsonObject &object);
/// Upper-case hex.
[[nodiscard]] std::string readSerial(JsonObject &object, std::string_view name);
[[nodiscard]] std::optional<std::string> readOptionalSerial(JsonObject &object, std::string_view name);
/// base64, padded
[[nodiscard]] std::string writeBytes(BytesView bytes);
/// "v":1
void readVersion(JsonObject &object);
/// "typ": what the JWS around it says as well, so that a payload cannot stand for another even by itself.
void readTyp(JsonObject &object, std::string_view typ);

[[nodiscard]] crypto::KeyKind readKeyKind(JsonObject &object, std::string_view name);
[[nodiscard]] std::optional<crypto::PublicKey> readKey(JsonObject &object, std::string_view name,
                                                       const Json *jwk);

[[nodiscard]] Json toJson(const Policy &policy);
[[nodiscard]] Policy readPolicy(JsonObject &object);
[[nodiscard]] Json toJson(const PinTries &tries);
[[nodiscard]] PinTries readPinTries(JsonObject &object);
[[nodiscard]] std::vector<SecretBytes> readAvoid(JsonObject &object);
/// JSON text of a list of secrets, for members that are short-lived on the service's side.
[[nodiscard]] Json toJson(const std::vector<SecretBytes> &avoid);

} // namespace smartca::protocol::fields
