// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_link.h"

#include "base/encoding.h"
#include "protocol/pasted_text.h"

#include <algorithm>

namespace smartca::protocol {
namespace {

constexpr std::size_t tokenOctets = 16;

/// Where the parts of a URL lie (RFC 3986 §3), borrowed.
struct Url {
    std::string_view scheme;
    std::string_view path; ///< with the host before it
    std::string_view query;
    std::string_view fragment;
};

bool isSchemeCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
}

bool endsUrl(char c)
{
    constexpr std::string_view stops = " \t\r\n\f\v<>\"'`|\\^{}[]()";
    return stops.find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
}

bool equalsIgnoringCase(std::string_view a, std::string_view lower)
{
    return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
               return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
           });
}

Url split(std::string_view scheme, std::string_view rest)
{
    Url url{.scheme = scheme, .path = rest, .query = {}, .fragment = {}};
    if (const auto hash = url.path.find('#'); hash != std::string_view::npos) {
        url.fragment = url.path.substr(hash + 1);
        url.path = url.path.substr(0, hash);
    }
    if (const auto mark = url.path.find('?'); mark != std::string_view::npos) {
        url.query = url.path.substr(mark + 1);
        url.path = url.path.substr(0, mark);
    }
    return url;
}

/// Takes the next name=value off a query or fragment; HTML source writes "&amp;" for "&".
std::pair<std::string_view, std::string_view> takeParameter(std::string_view &text)
{
    const auto end = std::min(text.find('&'), text.size());
    const auto parameter = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (text.starts_with("amp;"))
        text.remove_prefix(4);
    const auto equals = std::min(parameter.find('='), parameter.size());
    return {parameter.substr(0, equals), parameter.substr(std::min(equals + 1, parameter.size()))};
}

bool names(std::string_view parameters, std::initializer_list<std::string_view> wanted)
{
    while (!parameters.empty()) {
        const auto name = takeParameter(parameters).first;
        if (std::any_of(wanted.begin(), wanted.end(),
                        [name](std::string_view one) { return equalsIgnoringCase(name, one); }))
            return true;
    }
    return false;
}

bool namesTrust(std::string_view parameters)
{
    return names(parameters, {"service", "server", "host", "url", "root", "ca", "profile", "anchor", "pin"});
}

/// An ordinary link of the mail's footer is none of ours and does no harm.
bool isActivationLink(const Url &url)
{
    return equalsIgnoringCase(url.scheme, "smartca") || names(url.fragment, {"u", "t"}) ||
           (url.path.ends_with("/a") && names(url.query, {"u", "t"}));
}

Failure refused(std::string detail)
{
    return {.code = FailureCode::LinkRefused, .detail = std::move(detail), .facts = {}};
}

/// Sentences end behind links.
std::string_view withoutTrailingPunctuation(std::string_view text)
{
    while (!text.empty() && std::string_view(".,;:!?").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

Result<LinkContent> readLink(const Url &url)
{
    if (!equalsIgnoringCase(url.scheme, "https") && !equalsIgnoringCase(url.scheme, "smartca"))
        return tl::unexpected(refused("another scheme than https or smartca"));
    if (!url.query.empty())
        return tl::unexpected(refused("parameters where a server sees them"));
    LinkContent content;
    bool username = false;
    bool token = false;
    auto parameters = url.fragment;
    while (!parameters.empty()) {
        const auto [name, value] = takeParameter(parameters);
        if (name == "u" && !username) {
            username = true;
            content.username = normalisedUsername(value);
        } else if (name == "t" && !token) {
            token = true;
            if (const auto octets = base64UrlDecode(value); octets && octets->size() == tokenOctets)
                content.token = SecretBytes::fromText(value);
        } else {
            return tl::unexpected(refused("a parameter that is neither u nor t, or twice"));
        }
    }
    return content;
}

/// The text is one link and nothing else, as a QR code holds it: then it must be one of ours.
Outcome judgeLonely(const Url &url)
{
    if (!equalsIgnoringCase(url.scheme, "https") && !equalsIgnoringCase(url.scheme, "smartca"))
        return tl::unexpected(refused("another scheme than https or smartca"));
    if (namesTrust(url.query) || namesTrust(url.fragment))
        return tl::unexpected(refused("names a service or a root"));
    return {};
}

/// "javascript:…" and its like have no "//" to be found by.
bool isLonelyOpaqueLink(std::string_view text)
{
    constexpr std::string_view opaque[] = {"javascript", "data",   "file",    "intent",
                                           "tel",        "mailto", "otpauth", "sms"};
    const auto colon = text.find(':');
    return colon != std::string_view::npos && text.find_first_of(" \t\r\n") == std::string_view::npos &&
           std::any_of(std::begin(opaque), std::end(opaque), [&](std::string_view scheme) {
               return equalsIgnoringCase(text.substr(0, colon), scheme);
           });
}

} // namespace

Result<LinkContent> findActivationLink(std::string_view text)
{
    const auto whole = withoutSpaceAround(text);
    if (isLonelyOpaqueLink(whole))
        return tl::unexpected(refused("another scheme than https or smartca"));
    LinkContent content;
    for (auto at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 3)) {
        auto start = at;
        while (start > 0 && isSchemeCharacter(text[start - 1]))
            --start;
        auto end = at + 3;
        while (end < text.size() && !endsUrl(text[end]))
            ++end;
        const auto url = split(text.substr(start, at - start),
                               withoutTrailingPunctuation(text.substr(at + 3, end - at - 3)));
        if (whole.size() == end - start)
            SMARTCA_CHECK(judgeLonely(url));
        if (!isActivationLink(url))
            continue;
        SMARTCA_TRY(auto read, readLink(url));
        // A cut-off link gives no token; the code beside it may still be whole.
        if (content.token.empty() && !read.token.empty())
            content = std::move(read);
    }
    return content;
}

std::string activationLink(std::string_view publicUrl, std::string_view username, std::string_view token)
{
    std::string link(publicUrl);
    while (link.ends_with('/'))
        link.pop_back();
    return link.append("/a#u=").append(username).append("&t=").append(token);
}

} // namespace smartca::protocol
