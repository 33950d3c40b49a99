// SPDX-License-Identifier: Apache-2.0
// Who signed, when, and whether the path leads to the anchors; M1 to M5 of the mutations.
#include "crypto/cms.h"
#include "unit/pdf/signed_pdf.h"
#include "unit/pdf/small_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using fixtures::TestCa;
using testing::anchors;
using testing::cmsFor;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::filled;
using testing::goodPdf;
using testing::problemsOf;
using testing::signedBy;
using testing::world;
using enum SignatureProblem;

TEST(verify, good_file_is_valid_and_says_who_when_and_how)
{
    const auto report = verifySignedPdf(goodPdf(), anchors());
    EXPECT_TRUE(report.valid);
    EXPECT_THAT(report.problems, ElementsAre());
    EXPECT_EQ(report.signerName, "Nguyễn Văn An");
    EXPECT_EQ(report.signerSerial, world().subscriber.certificate.serial());
    EXPECT_EQ(report.issuerName, "Test issuing CA");
    EXPECT_EQ(report.signedAt, fixtures::testNow);
    EXPECT_TRUE(report.wholeFileCovered);
    EXPECT_TRUE(report.intact);
    EXPECT_TRUE(report.pathTrusted);
    EXPECT_THAT(report.path, ElementsAre("Nguyễn Văn An", "Test issuing CA", "Test document root"));
}

TEST(verify, rsa_signature_is_valid)
{
    auto rsa = fixtures::issue(world().issuing, {.keyKind = crypto::KeyKind::Rsa2048});
    EXPECT_THAT(problemsOf(signedBy(rsa)), ElementsAre());
}

TEST(verify, time_stamp_authority_under_the_document_root_needs_no_root_of_its_own)
{
    auto authority = fixtures::issue(world().root, {.commonName = "Stamps under the document root",
                                                    .role = fixtures::Role::TimeStampAuthority});
    const auto prepared = testing::preparedPdf();
    const auto pdf = filled(prepared, cmsFor(prepared, world().subscriber, &authority));
    const auto report =
        verifySignedPdf(pdf, {.documentRoot = world().root.certificate, .timeStampRoot = std::nullopt});
    EXPECT_TRUE(report.valid);
}

TEST(verify, m1_changed_content_is_refused)
{
    const auto pdf = testing::replaced(goodPdf(), "/MediaBox [ 0 0 595 842 ]", "/MediaBox [ 0 0 595 843 ]");
    const auto report = verifySignedPdf(pdf, anchors());
    EXPECT_THAT(report.problems, ElementsAre(ContentChanged));
    EXPECT_FALSE(report.intact);
}

TEST(verify, m2_changed_signature_value_is_refused)
{
    const auto prepared = testing::preparedPdf();
    auto cms = cmsFor(prepared, world().subscriber, nullptr);
    const auto signature = crypto::parseSignedData(cms).value().signature;
    const auto at = std::search(cms.begin(), cms.end(), signature.begin(), signature.end());
    ASSERT_NE(at, cms.end());
    *(at + static_cast<std::ptrdiff_t>(signature.size()) - 1) ^= 1;
    EXPECT_THAT(problemsOf(filled(prepared, cms)), Contains(SignatureWrong));
}

TEST(verify, m3_gap_beyond_the_placeholder_is_refused_although_signed)
{
    // The signer was made to sign a range that leaves one octet more out: the digest fits, the gap does not.
    const auto prepared = testing::preparedPdf();
    const auto slot = findPreparedSlot(prepared).value();
    const auto pdf = testing::replaced(prepared, " " + std::to_string(slot.contentsStart) + " ",
                                       " " + std::to_string(slot.contentsStart - 1) + " ");
    const auto digest = crypto::sha256(
        {BytesView(pdf).first(slot.contentsStart - 1), BytesView(pdf).subspan(slot.contentsEnd)});
    const auto cms = fixtures::signedData(world().subscriber, {world().issuing.certificate}, digest,
                                          &world().timeStampAuthority);
    EXPECT_THAT(problemsOf(fillSlot(pdf, slot, cms).value()), ElementsAre(ByteRangeGap));
}

TEST(verify, m4_revision_behind_the_signature_is_refused)
{
    EXPECT_THAT(problemsOf(testing::appendRevision(goodPdf())), ElementsAre(LaterRevision));
}

TEST(verify, m5_foreign_signer_of_the_same_name_is_refused)
{
    auto foreign = TestCa::make();
    const auto prepared = testing::preparedPdf();
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    const auto cms = fixtures::signedData(foreign.subscriber, {foreign.issuing.certificate}, digest,
                                          &world().timeStampAuthority);
    const auto report = verifySignedPdf(filled(prepared, cms), anchors());
    EXPECT_THAT(report.problems, ElementsAre(PathNotTrusted));
    EXPECT_FALSE(report.pathTrusted);
    EXPECT_EQ(report.signerName, "Nguyễn Văn An");
}

TEST(verify, foreign_signer_who_brings_his_own_root_is_refused)
{
    auto foreign = TestCa::make();
    const auto prepared = testing::preparedPdf();
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    const auto cms =
        fixtures::signedData(foreign.subscriber, {foreign.issuing.certificate, foreign.root.certificate},
                             digest, &world().timeStampAuthority);
    EXPECT_THAT(problemsOf(filled(prepared, cms)), ElementsAre(PathNotTrusted));
}

TEST(verify, wrong_document_root_is_refused)
{
    const auto other = fixtures::makeRoot({.commonName = "Test document root"});
    const auto report = verifySignedPdf(
        goodPdf(), {.documentRoot = other.certificate, .timeStampRoot = world().timeStampRoot.certificate});
    EXPECT_THAT(report.problems, ElementsAre(PathNotTrusted));
}

TEST(verify, wrong_time_stamp_root_is_refused)
{
    const auto report = verifySignedPdf(
        goodPdf(), {.documentRoot = world().root.certificate, .timeStampRoot = world().root.certificate});
    EXPECT_THAT(report.problems, Contains(TimeStampWrong));
    EXPECT_FALSE(report.signedAt.has_value());
}

TEST(verify, missing_time_stamp_is_refused)
{
    const auto prepared = testing::preparedPdf();
    EXPECT_THAT(problemsOf(filled(prepared, cmsFor(prepared, world().subscriber, nullptr))),
                ElementsAre(TimeStampMissing));
}

TEST(verify, time_stamp_over_another_signature_is_refused)
{
    const auto prepared = testing::preparedPdf();
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    const auto attributes = crypto::padesSignedAttributes(digest, world().subscriber.certificate);
    const auto signature =
        world().subscriber.key.signDigest(crypto::sha256(attributes), crypto::EcdsaForm::Der).value();
    const auto token = world().timeStamp(crypto::sha256(asBytes("another signature")));
    const auto cms = crypto::buildSignedData(
        attributes, signature, {world().subscriber.certificate, world().issuing.certificate}, token);
    EXPECT_THAT(problemsOf(filled(prepared, cms.value())), ElementsAre(TimeStampWrong));
}

TEST(verify, certificate_expired_at_the_time_of_the_stamp_is_refused)
{
    auto expired = fixtures::issue(world().issuing, {.notBefore = fixtures::testNow - Seconds(9 * 86400),
                                                     .notAfter = fixtures::testNow - Seconds(1)});
    EXPECT_THAT(problemsOf(signedBy(expired)), ElementsAre(CertificateExpired));
}

TEST(verify, certificate_not_yet_valid_at_the_time_of_the_stamp_is_refused)
{
    auto early = fixtures::issue(world().issuing, {.notBefore = fixtures::testNow + Seconds(60),
                                                   .notAfter = fixtures::testNow + Seconds(9 * 86400)});
    EXPECT_THAT(problemsOf(signedBy(early)), ElementsAre(CertificateExpired));
}

TEST(verify, certificate_that_expires_after_the_stamp_stays_valid)
{
    auto soon = fixtures::issue(world().issuing, {.notAfter = fixtures::testNow + Seconds(1)});
    EXPECT_THAT(problemsOf(signedBy(soon)), ElementsAre());
}

TEST(verify, certificate_signed_with_sha1_is_refused)
{
    auto weak = fixtures::issue(world().issuing, {.digest = "SHA1"});
    EXPECT_THAT(problemsOf(signedBy(weak)), ElementsAre(WeakAlgorithm));
}

TEST(verify, certificate_not_meant_for_signing_documents_is_refused)
{
    auto login = fixtures::issue(world().issuing, {.keyUsage = "critical,digitalSignature"});
    EXPECT_THAT(problemsOf(signedBy(login)), ElementsAre(PathNotTrusted));
}

TEST(verify, certificate_swapped_for_another_of_the_same_key_is_refused)
{
    const auto prepared = testing::preparedPdf();
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    const auto attributes = crypto::padesSignedAttributes(digest, world().subscriber.certificate);
    const auto signature =
        world().subscriber.key.signDigest(crypto::sha256(attributes), crypto::EcdsaForm::Der).value();
    const auto twin = fixtures::certify(world().issuing, world().subscriber.key.publicKey(),
                                        {.commonName = "Somebody Else"});
    const auto cms = crypto::buildSignedData(attributes, signature, {twin, world().issuing.certificate},
                                             world().timeStamp(crypto::sha256(signature)));
    const auto problems = problemsOf(filled(prepared, cms.value()));
    EXPECT_THAT(problems, Contains(CertificateMismatch));
}

TEST(verify, certificate_that_belongs_to_no_path_is_refused)
{
    const auto stranger = fixtures::issue(world().issuing, {.commonName = "Stranger"});
    const auto prepared = testing::preparedPdf();
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    const auto cms =
        fixtures::signedData(world().subscriber, {world().issuing.certificate, stranger.certificate}, digest,
                             &world().timeStampAuthority);
    EXPECT_THAT(problemsOf(filled(prepared, cms)), ElementsAre(MalformedCms));
}

TEST(verify, root_brought_along_is_no_stranger)
{
    const auto prepared = testing::preparedPdf();
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    const auto cms =
        fixtures::signedData(world().subscriber, {world().issuing.certificate, world().root.certificate},
                             digest, &world().timeStampAuthority);
    EXPECT_THAT(problemsOf(filled(prepared, cms)), ElementsAre());
}

TEST(verify, every_problem_has_a_name_and_a_sentence_of_its_own_in_both_languages)
{
    std::set<std::string_view> texts;
    for (int i = 0; i <= static_cast<int>(TooLarge); ++i) {
        const auto problem = static_cast<SignatureProblem>(i);
        texts.insert(nameOf(problem));
        texts.insert(describe(problem, Language::Vietnamese));
        texts.insert(describe(problem, Language::English));
    }
    EXPECT_EQ(texts.size(), 3 * (static_cast<std::size_t>(TooLarge) + 1));
    EXPECT_FALSE(texts.contains(""));
}

} // namespace
} // namespace smartca::pdf
