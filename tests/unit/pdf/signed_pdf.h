// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fixtures/test_ca.h"
#include "pdf/verify.h"

/// Signed files to be judged: the small document, signed by whom the test likes.
namespace smartca::pdf::testing {

/// One world for all tests: keys take time, and no test changes it.
[[nodiscard]] fixtures::TestCa &world();
/// What the verifier trusts: the roots of that world.
[[nodiscard]] Anchors anchors();
/// What the verifier says of `pdf`; fails the test when that and “valid” do not agree.
[[nodiscard]] std::vector<SignatureProblem> problemsOf(BytesView pdf);

[[nodiscard]] Bytes filled(BytesView prepared, BytesView cms);
/// `authority` stamps the time; nullptr: no time stamp.
[[nodiscard]] Bytes cmsFor(BytesView prepared, fixtures::Identity &signer,
                           const fixtures::Identity *authority, UtcTime time = fixtures::testNow);
/// SmallPdf, prepared and signed.
[[nodiscard]] Bytes signedBy(fixtures::Identity &signer, UtcTime time = fixtures::testNow);
/// Whatever file holds an empty dictionary, with /ByteRange filled in and signed by the subscriber as it
/// stands: what a subscriber could be made to sign.
[[nodiscard]] Bytes signedAsItStands(BytesView pdf);
/// Signed by the subscriber, with nothing to object to.
[[nodiscard]] Bytes goodPdf();

} // namespace smartca::pdf::testing
