// SPDX-License-Identifier: Apache-2.0
#include "unit/pdf/signed_pdf.h"

#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

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

Bytes goodPdf()
{
    return signedBy(world().subscriber);
}

} // namespace smartca::pdf::testing
