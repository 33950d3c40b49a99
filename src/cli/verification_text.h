// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/verify.h"

namespace smartca::cli {

/// The report as lines for a person. Times are Vietnam's (UTC+7).
[[nodiscard]] std::string verificationText(const pdf::VerificationReport &report, Language language);
/// One line:
/// {"valid","problems":[{"problem","text"}],"signer","serial","issuer","signedAt","intact","wholeFileCovered",
/// "pathTrusted","path":[…]}; "signedAt" is null without a proven time. Frozen in docs/protocol.md.
[[nodiscard]] std::string verificationJson(const pdf::VerificationReport &report, Language language);

} // namespace smartca::cli
