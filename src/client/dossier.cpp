// SPDX-License-Identifier: Apache-2.0
#include "client/dossier.h"

#include "base/text.h"

#include <algorithm>

namespace smartca::client {
namespace {

/// One line without its full stop: it becomes a part of a sentence.
std::string asPart(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char octet) { return octet < ' ' || octet == 0x7F; }, ' ');
    text = trimmed(text);
    while (text.ends_with('.'))
        text.pop_back();
    return text;
}

} // namespace

Failure toldWith(const Dossier &dossier, Failure failure)
{
    const bool ofIssuance =
        failure.code == FailureCode::CertificateHeld || failure.code == FailureCode::CertificateRefused;
    if (auto reason = asPart(dossier.issuanceReason); ofIssuance && !reason.empty())
        failure.facts.subject = std::move(reason);
    return failure;
}

} // namespace smartca::client
