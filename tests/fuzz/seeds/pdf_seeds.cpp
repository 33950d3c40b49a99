// SPDX-License-Identifier: Apache-2.0
#include "fixtures/test_ca.h"
#include "pdf/verify.h"
#include "seeds/seeds.h"
#include "small_pdf.h"

#include <iostream>

namespace smartca::fuzz {
namespace {

using namespace pdf::testing;

/// The prepared document with a signature in it, and the anchors it is judged by.
void writeSigned(const SeedFolder &folder, const Bytes &prepared)
{
    auto ca = fixtures::TestCa::make();
    const auto slot = pdf::findPreparedSlot(prepared).value();
    const auto signature = fixtures::signedData(ca.subscriber, {ca.issuing.certificate},
                                                pdf::digestAround(prepared, slot), &ca.timeStampAuthority);
    const auto whole = pdf::fillSlot(prepared, slot, signature).value();
    const auto report = pdf::verifySignedPdf(whole, {ca.root.certificate, ca.timeStampRoot.certificate});
    for (const auto problem : report.problems)
        std::cerr << "the signed seed: " << pdf::describe(problem, Language::English) << '\n';

    const auto token = ca.timeStamp(crypto::sha256(asBytes("seed")));
    folder.anchor("root.pem", asBytes(ca.root.certificate.pem()));
    folder.anchor("time-stamp-root.pem", asBytes(ca.timeStampRoot.certificate.pem()));
    folder.anchor("time-stamp.der", token);
    folder.anchor("signed.pdf", whole);
    folder.seed("time_stamp", "plain", token);
    folder.seed("signed_pdf", "plain", whole);
    folder.seed("signed_pdf", "revised", appendRevision(whole));
    folder.seed("slot", "filled", whole);
}

} // namespace

void writePdfSeeds(const SeedFolder &folder)
{
    const auto prepared = preparedPdf();
    folder.seed("showable", "plain", SmallPdf().write());
    folder.seed("showable", "prepared", prepared);
    folder.seed("showable", "revised", appendRevision(prepared));
    folder.seed("showable", "javascript",
                SmallPdf().inside(1, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>").write());
    folder.seed("slot", "prepared", prepared);
    folder.seed("slot", "unsigned", SmallPdf().write());
    writeSigned(folder, prepared);
}

} // namespace smartca::fuzz
