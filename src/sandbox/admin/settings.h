// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/store/database.h"

namespace smartca::sandbox::settings {

/// What the running service tells the commands beside it. No secrets.
[[nodiscard]] Migrations migrations();

inline constexpr std::string_view serviceId = "service_id";
inline constexpr std::string_view complete = "complete"; ///< once all keys and certificates were made
inline constexpr std::string_view publicUrl = "public_url";
inline constexpr std::string_view hotline = "hotline";
inline constexpr std::string_view mailbox = "mailbox"; ///< "on", "off"
inline constexpr std::string_view smtp = "smtp";       ///< "on", "off"

[[nodiscard]] std::optional<std::string> read(Session &session, std::string_view name);
void write(Session &session, std::string_view name, const std::string &value);

} // namespace smartca::sandbox::settings
