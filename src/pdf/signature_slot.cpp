// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "pdf/located_signature.h"
#include "pdf/refusal.h"

#include <algorithm>

namespace smartca::pdf {
namespace {

Result<SignatureSlot> find(BytesView pdf)
{
    SMARTCA_TRY(const ParsedFile file, parseStrictly(pdf));
    const auto located = locateSignature(file, pdf);
    if (!located)
        return tl::unexpected(recordChanged(std::string(describe(located.error(), Language::English))));
    if (located->contents.size() != signatureRoom)
        return tl::unexpected(recordChanged("the placeholder is not of the agreed size"));
    if (std::ranges::any_of(located->contents, [](std::uint8_t octet) { return octet != 0; }))
        return tl::unexpected(recordChanged("the placeholder is filled already"));
    return located->slot;
}

} // namespace

Result<SignatureSlot> findPreparedSlot(BytesView pdf)
{
    return withoutExceptions([pdf] { return find(pdf); });
}

namespace {

/// The octets themselves, whatever the caller believes of them.
bool isEmptyPlaceholder(std::string_view text)
{
    return text.size() >= 2 && text.front() == '<' && text.back() == '>' &&
           std::ranges::all_of(text.substr(1, text.size() - 2), [](char c) { return c == '0'; });
}

} // namespace

crypto::Sha256 digestAround(BytesView pdf, const SignatureSlot &slot)
{
    return crypto::sha256({pdf.first(slot.contentsStart), pdf.subspan(slot.contentsEnd)});
}

Result<Bytes> fillSlot(BytesView pdf, const SignatureSlot &slot, BytesView cms)
{
    if (slot.contentsEnd > pdf.size() || slot.contentsStart + 2 + 2 * cms.size() > slot.contentsEnd)
        return tl::unexpected(recordChanged("the signature does not fit into the placeholder"));
    if (!isEmptyPlaceholder(asText(pdf).substr(slot.contentsStart, slot.contentsEnd - slot.contentsStart)))
        return tl::unexpected(recordChanged("the placeholder is not where it was, or not empty"));
    auto filled = toBytes(pdf);
    const auto digits = hexEncode(cms);
    std::ranges::copy(digits, filled.begin() + static_cast<std::ptrdiff_t>(slot.contentsStart) + 1);
    return filled;
}

} // namespace smartca::pdf
