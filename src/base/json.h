// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace smartca {

/// Ordered, so that what we write is the same bytes each time.
using Json = nlohmann::ordered_json;

constexpr std::size_t jsonMaxBytes = 256UL * 1024;
constexpr int jsonMaxDepth = 16;

/// The one strict door for JSON from outside: at most 256 KiB, depth 16, valid UTF-8, no duplicate keys, no
/// comments, numbers only as integers within int64. Failure: PRT-101 or PRT-102.
[[nodiscard]] Result<Json> parseJson(std::string_view text, std::size_t maxBytes = jsonMaxBytes);

/// Reads the fields of one JSON object, strictly: every field asked for once, unknown fields refused by
/// finish(). The first thing wrong sticks; the readers after it give empty values, so a decoder is a flat
/// list of lines:
///   JsonObject object(json, "redeem request");
///   RedeemRequest r{.username = object.text("username", 1, 64), …};
///   return object.finish(std::move(r));
class JsonObject {
public:
    JsonObject(const Json &json, std::string_view what);

    [[nodiscard]] std::string text(std::string_view name, std::size_t minLength, std::size_t maxLength);
    [[nodiscard]] std::optional<std::string> optionalText(std::string_view name, std::size_t minLength,
                                                          std::size_t maxLength);
    [[nodiscard]] std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max);
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(std::string_view name, std::int64_t min,
                                                              std::int64_t max);
    [[nodiscard]] bool boolean(std::string_view name);
    /// Standard base64 (padded).
    [[nodiscard]] Bytes base64(std::string_view name, std::size_t maxBytes);
    [[nodiscard]] std::optional<Bytes> optionalBase64(std::string_view name, std::size_t maxBytes);
    [[nodiscard]] Bytes base64Url(std::string_view name, std::size_t maxBytes);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name, std::size_t maxCount,
                                                 std::size_t maxLength);
    [[nodiscard]] std::vector<Bytes> base64s(std::string_view name, std::size_t maxCount,
                                             std::size_t maxBytes);
    /// The member as it is; an object or array for a decoder of its own. nullptr (and a failure) when absent.
    [[nodiscard]] const Json *member(std::string_view name);
    [[nodiscard]] const Json *optionalMember(std::string_view name);

    /// Declares a failure found by the caller in `name`.
    void refuse(std::string_view name, std::string_view why);
    [[nodiscard]] bool good() const { return !failure_.has_value(); }

    template<class T>
    [[nodiscard]] Result<T> finish(T value)
    {
        refuseUnknown();
        if (failure_)
            return tl::unexpected(*failure_);
        return value;
    }

private:
    const Json *take(std::string_view name, bool required);
    void refuseUnknown();

    const Json *json_;
    std::string what_;
    std::vector<std::string_view> taken_;
    std::optional<Failure> failure_;
};

/// Why a text is not the JSON (or JWS) it should be: PRT-101, raised here alone.
[[nodiscard]] Failure malformedJson(std::string detail);

/// Compact text of a value; never throws (texts of ours are UTF-8).
[[nodiscard]] std::string toText(const Json &json);

} // namespace smartca
