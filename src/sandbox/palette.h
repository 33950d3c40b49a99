// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The colours of what the service writes on paper and into mails: light tokens of qml/Design/Tokens.qml, by
/// the same names. The landing page has a style sheet of its own, because it also knows the dark.
namespace smartca::sandbox::palette {

inline constexpr std::string_view bg = "#F6F5F1";
inline constexpr std::string_view surface = "#FFFFFF";
inline constexpr std::string_view line = "#DEDAD0";
inline constexpr std::string_view text = "#151A2D";
inline constexpr std::string_view text2 = "#4B5164";
inline constexpr std::string_view primary = "#1F3A7D";
inline constexpr std::string_view primaryInk = "#FFFFFF";
inline constexpr std::string_view goldTint = "#F7EFDB";
inline constexpr std::string_view goldText = "#735312";
inline constexpr std::string_view warn = "#7A4A00";
inline constexpr std::string_view warnTint = "#FFF2D6";
inline constexpr std::string_view warnLine = "#E5C583";
/// Print on paper.
inline constexpr std::string_view pageText = "#1B1B1B";
/// Fine gold lines.
inline constexpr std::string_view certHairline = "#C9A75A";

} // namespace smartca::sandbox::palette
