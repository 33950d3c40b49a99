// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

/// What people type, paste and scan: the whole e-mail text, the link, the QR's text, or the two fields by
/// hand.
namespace smartca::protocol {

/// Crockford base32 (without I, L, O, U), eight characters shown as "K7MP-4QXT".
constexpr std::string_view codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeLength = 8;

/// What a hand or a Vietnamese input method made of a code, back to the code: upper case, no spaces and
/// dashes, Đ→DD, Ư→W, Â→AA, Ê→EE, Ô→OO, Ă→AW, Ơ→OW, tone marks back to their Telex letters, then O→0, I and
/// L→1. Characters that cannot be part of a code are dropped.
[[nodiscard]] SecretBytes normalisedCode(std::string_view typed);
[[nodiscard]] bool isCompleteCode(const SecretBytes &normalised);
/// "K7MP-4QXT".
[[nodiscard]] SecretBytes displayedCode(const SecretBytes &normalised);

/// 12-digit id number, 9-digit CMND, passport, tax code: trimmed, spaces dropped, upper case. Empty when it
/// cannot be one.
[[nodiscard]] SecretBytes normalisedUsername(std::string_view typed);

struct ActivationInput {
    SecretBytes username;
    SecretBytes code;  ///< normalised; empty when the token was found
    SecretBytes token; ///< empty when the code was found
};
/// Finds username and code (or token) in any text up to 64 KiB. Failure ACT-101 when there is nothing;
/// ACT-102 for a link that names a service, a root or another scheme than https / smartca.
[[nodiscard]] Result<ActivationInput> findActivationInput(std::string_view text);

/// https://…/a#u=<username>&t=<token>: the token stays in the fragment, no server sees it. QR codes carry the
/// same text.
[[nodiscard]] std::string activationLink(std::string_view publicUrl, std::string_view username,
                                         std::string_view token);

} // namespace smartca::protocol
