// SPDX-License-Identifier: Apache-2.0
#include "sandbox/admin/listen_address.h"

#include "sandbox/accounts/refusals.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace smartca::sandbox {

namespace {

/// "8443"; nothing that begins with a zero, and not 0, where nobody can call.
std::optional<std::uint16_t> portOf(std::string_view digits)
{
    std::uint16_t port = 0;
    const auto *const last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, port);
    return error == std::errc{} && end == last && !digits.starts_with('0') ? std::optional(port)
                                                                           : std::nullopt;
}

} // namespace

std::string ListenAddress::url(std::uint16_t actualPort) const
{
    const bool six = host.find(':') != std::string::npos;
    return "https://" + (six ? "[" + host + "]" : host) + ":" + std::to_string(actualPort);
}

Result<ListenAddress> parseListenAddress(std::string_view text)
{
    const auto wrong = [] {
        return tl::unexpected(
            inputInvalid("listen", "expected an IP address and a port, as in 127.0.0.1:8443"));
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return wrong();
    ListenAddress address;
    auto host = text.substr(0, colon);
    const auto digits = text.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return wrong();
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    address.host = host == "localhost" ? "127.0.0.1" : std::string(host);
    std::array<std::uint8_t, 16> octets{};
    if (!bracketed && inet_pton(AF_INET, address.host.c_str(), octets.data()) == 1) {
        address.loopback = octets[0] == 127;
        address.any = address.host == "0.0.0.0";
    } else if (bracketed && inet_pton(AF_INET6, address.host.c_str(), octets.data()) == 1) {
        address.any = std::ranges::all_of(octets, [](auto octet) { return octet == 0; });
        address.loopback =
            !address.any && octets.back() == 1 &&
            std::ranges::all_of(octets.begin(), octets.end() - 1, [](auto octet) { return octet == 0; });
    } else {
        return wrong();
    }
    return address;
}

Result<std::string> hostOfPublicUrl(std::string_view url)
{
    constexpr std::string_view scheme = "https://";
    const auto wrong = [] {
        return tl::unexpected(inputInvalid("public-url", "expected https://host or https://host:port"));
    };
    if (!url.starts_with(scheme))
        return wrong();
    const auto authority = url.substr(scheme.size());
    const bool plain = std::ranges::all_of(authority, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.' || c == ':' || c == '[' || c == ']';
    });
    if (!plain || authority.empty())
        return wrong();
    const bool bracketed = authority.front() == '[';
    const auto end = bracketed ? authority.find(']') : std::min(authority.find(':'), authority.size());
    if (end == std::string_view::npos)
        return wrong();
    const auto host = bracketed ? authority.substr(1, end - 1) : authority.substr(0, end);
    if (host.empty())
        return wrong();
    const auto rest = authority.substr(bracketed ? end + 1 : end);
    if (!rest.empty() && (rest.front() != ':' || !portOf(rest.substr(1))))
        return wrong();
    return std::string(host);
}

} // namespace smartca::sandbox
