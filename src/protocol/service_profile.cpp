// SPDX-License-Identifier: Apache-2.0
#include "protocol/service_profile.h"

#include "protocol/fields.h"

#include <algorithm>

namespace smartca::protocol {
namespace {

constexpr std::int64_t profileVersion = 1;
constexpr std::size_t urlMax = 256;
constexpr std::size_t serviceIdMax = 64;
constexpr std::size_t hotlineMax = 16;

Failure invalid(std::string detail)
{
    return {.code = FailureCode::ProfileInvalid, .detail = std::move(detail), .facts = {}};
}

/// https://host[:port] and nothing behind it: paths are the protocol's.
std::string readUrl(JsonObject &object)
{
    constexpr std::string_view scheme = "https://";
    auto url = object.text("url", scheme.size() + 1, urlMax);
    const auto isHostCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-.:[]").find(c) != std::string_view::npos;
    };
    if (object.good() &&
        (!url.starts_with(scheme) || !std::all_of(url.begin() + scheme.size(), url.end(), isHostCharacter)))
        object.refuse("url", "not https://host:port");
    return url;
}

std::optional<crypto::Certificate> readAnchor(JsonObject &object, std::string_view name)
{
    const auto pem = object.text(name, 1, fields::certificateMax);
    if (!object.good())
        return std::nullopt;
    auto certificate = crypto::Certificate::fromPem(pem);
    if (!certificate) {
        object.refuse(name, "not a certificate");
        return std::nullopt;
    }
    return std::move(*certificate);
}

Result<ServiceProfile> readProfile(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "service profile");
    static_cast<void>(object.integer("version", profileVersion, profileVersion));
    auto url = readUrl(object);
    auto serviceId = object.text("serviceId", 1, serviceIdMax);
    const auto sandbox = object.boolean("sandbox");
    auto hotline = object.text("hotline", 1, hotlineMax);
    auto tlsRoot = readAnchor(object, "tlsRoot");
    auto documentRoot = readAnchor(object, "documentRoot");
    auto timeStampRoot = readAnchor(object, "timeStampRoot");
    auto samKey = fields::readKey(object, "samKey", object.member("samKey"));
    SMARTCA_CHECK(object.finish(true));
    return ServiceProfile{.url = std::move(url),
                          .serviceId = std::move(serviceId),
                          .sandbox = sandbox,
                          .hotline = std::move(hotline),
                          .tlsRoot = std::move(*tlsRoot),
                          .documentRoot = std::move(*documentRoot),
                          .timeStampRoot = std::move(*timeStampRoot),
                          .samKey = std::move(*samKey)};
}

} // namespace

std::string encode(const ServiceProfile &profile)
{
    return toText({{"version", profileVersion},
                   {"url", profile.url},
                   {"serviceId", profile.serviceId},
                   {"sandbox", profile.sandbox},
                   {"hotline", profile.hotline},
                   {"tlsRoot", profile.tlsRoot.pem()},
                   {"documentRoot", profile.documentRoot.pem()},
                   {"timeStampRoot", profile.timeStampRoot.pem()},
                   {"samKey", profile.samKey.jwk()}});
}

Result<ServiceProfile> decodeServiceProfile(std::string_view text)
{
    auto profile = readProfile(text);
    if (!profile)
        return tl::unexpected(invalid(profile.error().detail));
    return profile;
}

} // namespace smartca::protocol
