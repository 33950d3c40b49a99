// SPDX-License-Identifier: Apache-2.0
#include "look.h"
#include "pdf/verify.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace crypto;
    static const pdf::Anchors anchors{Certificate::fromPem(anchor("root.pem")).value(),
                                      Certificate::fromPem(anchor("time-stamp-root.pem")).value()};
    static const auto good = anchor("signed.pdf");
    const auto report = pdf::verifySignedPdf(input, anchors);
    claim(report.valid == report.problems.empty(), "valid means that nothing is wrong");
    claim(!report.valid ||
              (report.intact && report.pathTrusted && report.wholeFileCovered && report.signedAt),
          "valid means all of it");
    claim(!report.valid || asText(input) == good, "nobody but the signer makes a file that is valid");
}
