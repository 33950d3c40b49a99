// SPDX-License-Identifier: Apache-2.0
#include "unit/pdf/signed_pdf.h"

#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace smartca::pdf::testing {

fixtures::TestCa &world()
{
    static fixtures::TestCa ca = fixtures::TestCa::make();
    return ca;
}

Anchors anchors()
{
    return {.documentRoot = world().root.certificate, .timeStampRoot = world().timeStampRoot.certificate};
}

std::vector<SignatureProblem> problemsOf(BytesView pdf)
{
    const auto report = verifySignedPdf(pdf, anchors());
    EXPECT_EQ(report.valid, report.problems.empty());
    return report.problems;
}

Bytes filled(BytesView prepared, BytesView cms)
{
    return fillSlot(prepared, findPreparedSlot(prepared).value(), cms).value();
}

Bytes cmsFor(BytesView prepared, fixtures::Identity &signer, const fixtures::Identity *authority,
             UtcTime time)
{
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    return fixtures::signedData(signer, {world().issuing.certificate}, digest, authority, time);
}

Bytes signedBy(fixtures::Identity &signer, UtcTime time)
{
    const auto prepared = preparedPdf();
    return filled(prepared, cmsFor(prepared, signer, &world().timeStampAuthority, time));
}

Bytes signedAsItStands(BytesView pdf)
{
    const std::string_view key = "/Contents <0";
    const auto text = std::string(asText(pdf));
    const auto start = text.find(key) + key.size() - 2;
    const SignatureSlot slot{.contentsStart = start, .contentsEnd = text.find('>', start) + 1};
    const auto rangeStart = text.find("[ 0 9999999999");
    const auto rangeEnd = text.find(']', rangeStart);
    auto range = "[ 0 " + std::to_string(slot.contentsStart) + " " + std::to_string(slot.contentsEnd) + " " +
                 std::to_string(text.size() - slot.contentsEnd);
    range.resize(rangeEnd - rangeStart, ' ');
    auto ready = toBytes(text);
    std::ranges::copy(range, ready.begin() + static_cast<std::ptrdiff_t>(rangeStart));
    const auto cms =
        fixtures::signedData(world().subscriber, {world().issuing.certificate}, digestAround(ready, slot),
                             &world().timeStampAuthority, fixtures::testNow);
    return fillSlot(ready, slot, cms).value();
}

Bytes goodPdf()
{
    return signedBy(world().subscriber);
}

} // namespace smartca::pdf::testing
