// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace smartca::sandbox {

/// "127.0.0.1:8443", "[::1]:0", "localhost:8443".
struct ListenAddress {
    std::string host; ///< an IP address
    std::uint16_t port = 0;
    bool loopback = false;
    bool any = false; ///< 0.0.0.0 or ::, no address a client could use

    [[nodiscard]] std::string url(std::uint16_t actualPort) const;
};
/// Failure CLI-101.
[[nodiscard]] Result<ListenAddress> parseListenAddress(std::string_view text);

/// Host of "https://host[:port]" and nothing behind it. Failure CLI-101 for anything else.
[[nodiscard]] Result<std::string> hostOfPublicUrl(std::string_view url);

} // namespace smartca::sandbox
