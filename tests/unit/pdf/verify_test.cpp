// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.h"
#include "fixtures/test_ca.h"
#include "pdf/verify.h"
#include "unit/pdf/small_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using fixtures::TestCa;
using ::testing::Contains;
using ::testing::ElementsAre;
using enum SignatureProblem;

/// One world for all tests: keys take time, and nothing here changes it.
TestCa &world()
{
    static TestCa ca = TestCa::make();
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
             UtcTime time = fixtures::testNow)
{
    const auto digest = digestAround(prepared, findPreparedSlot(prepared).value());
    return fixtures::signedData(signer, {world().issuing.certificate}, digest, authority, time);
}

Bytes signedBy(fixtures::Identity &signer, UtcTime time = fixtures::testNow)
{
    const auto prepared = testing::preparedPdf();
    return filled(prepared, cmsFor(prepared, signer, &world().timeStampAuthority, time));
}

Bytes goodPdf()
{
    return signedBy(world().subscriber);
}

/// The good file with its CMS changed by `change`, zeros behind it.
template<class Change>
Bytes withCms(Change change)
{
    const auto prepared = testing::preparedPdf();
    auto cms = cmsFor(prepared, world().subscriber, &world().timeStampAuthority);
    change(cms);
    return filled(prepared, cms);
}

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

TEST(verify, digit_of_the_cms_in_the_other_case_is_refused)
{
    auto pdf = goodPdf();
    const auto slot = asText(pdf).find("/Contents <") + 11;
    const auto letter = asText(pdf).find_first_of("abcdef", slot);
    pdf.at(letter) -= 'a' - 'A';
    EXPECT_THAT(problemsOf(pdf), ElementsAre(DictionaryMalformed));
}

TEST(verify, octets_behind_the_cms_are_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) { cms.push_back(1); })), ElementsAre(MalformedCms));
}

TEST(verify, indefinite_length_is_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) {
                    ASSERT_EQ(cms[1], 0x82);
                    cms.erase(cms.begin() + 1, cms.begin() + 4);
                    cms.insert(cms.begin() + 1, 0x80);
                    cms.insert(cms.end(), {0, 0});
                })),
                ElementsAre(MalformedCms));
}

TEST(verify, length_in_more_octets_than_needed_is_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) {
                    ASSERT_EQ(cms[1], 0x82);
                    cms[1] = 0x83;
                    cms.insert(cms.begin() + 2, 0);
                })),
                ElementsAre(MalformedCms));
}

TEST(verify, truncated_cms_is_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) { cms.resize(cms.size() - 100); })),
                ElementsAre(MalformedCms));
}

TEST(verify, empty_placeholder_is_refused)
{
    EXPECT_THAT(problemsOf(testing::preparedPdf()), ElementsAre(MalformedCms));
}

TEST(verify, file_without_signature_is_refused)
{
    EXPECT_THAT(problemsOf(testing::SmallPdf().write()), ElementsAre(NoSignature));
}

TEST(verify, file_that_is_no_pdf_is_refused)
{
    EXPECT_THAT(problemsOf({}), ElementsAre(Unreadable));
    EXPECT_THAT(problemsOf(asBytes("%PDF-1.7\n%%EOF\n")), ElementsAre(Unreadable));
}

TEST(verify, signature_for_another_file_is_refused)
{
    auto options = testing::recordOptions();
    options.reason = "Something else";
    const auto other = prepareForSigning(testing::SmallPdf().write(), options).value();
    const auto cms = cmsFor(testing::preparedPdf(), world().subscriber, &world().timeStampAuthority);
    EXPECT_THAT(problemsOf(filled(other, cms)), ElementsAre(ContentChanged));
}

// Universal signature forgery: what a reader cannot check must not count as checked.

TEST(verify, dictionary_without_byte_range_is_refused)
{
    EXPECT_THAT(problemsOf(testing::replaced(goodPdf(), "/ByteRange [", "/ByteRangX [")),
                ElementsAre(DictionaryMalformed));
}

TEST(verify, dictionary_without_contents_is_refused)
{
    EXPECT_THAT(problemsOf(testing::replaced(goodPdf(), "/Contents <", "/Kontents <")),
                ElementsAre(DictionaryMalformed));
}

TEST(verify, byte_range_of_nothing_is_refused)
{
    const auto good = goodPdf();
    const auto start = asText(good).find("/ByteRange [");
    const auto range = std::string(asText(good).substr(start, asText(good).find(']', start) - start + 1));
    auto nothing = "/ByteRange [ 0 0 0 0" + std::string(range.size() - 21, ' ') + "]";
    EXPECT_THAT(problemsOf(testing::replaced(good, range, nothing)), ElementsAre(ByteRangeGap));
}

// Incremental saving attacks: an update in any disguise.

TEST(verify, objects_behind_the_end_without_a_table_are_refused)
{
    auto pdf = goodPdf();
    const auto more = toBytes("5 0 obj\n<< >>\nendobj\n");
    pdf.insert(pdf.end(), more.begin(), more.end());
    EXPECT_THAT(problemsOf(pdf), ElementsAre(Unreadable));
}

TEST(verify, objects_behind_the_end_with_the_old_table_named_again_are_refused)
{
    auto pdf = goodPdf();
    const auto end = std::string(asText(pdf).substr(asText(pdf).rfind("startxref")));
    const auto more = toBytes("5 0 obj\n<< >>\nendobj\n" + end);
    pdf.insert(pdf.end(), more.begin(), more.end());
    EXPECT_THAT(problemsOf(pdf), ElementsAre(LaterRevision));
}

TEST(verify, line_end_behind_the_end_is_refused)
{
    auto pdf = goodPdf();
    pdf.push_back('\n');
    EXPECT_THAT(problemsOf(pdf), ElementsAre(Unreadable));
}

TEST(verify, second_field_for_the_same_signature_is_refused)
{
    const auto good = goodPdf();
    const auto text = std::string(asText(good));
    const auto size = std::stoi(text.substr(text.rfind("/Size ") + 6));
    const auto dictionary =
        text.substr(text.find("/V ") + 3, text.find(" R", text.find("/V ")) - text.find("/V ") - 3);
    const auto pdf =
        testing::appendRevision(good, {{size, "<< /FT /Sig /T (Second) /V " + dictionary + " R >>"}});
    EXPECT_THAT(problemsOf(pdf), ElementsAre(SeveralSignatures));
}

// Signature wrapping: the signed second part is kept, but moved, and something else stands in between.

TEST(verify, something_wrapped_between_the_signed_parts_is_refused)
{
    const auto good = goodPdf();
    const auto text = std::string(asText(good));
    const auto end = text.find('>', text.find("/Contents <")) + 1;
    const auto wrapped = toBytes(text.substr(0, end) + " /Reason (Wrapped) " + text.substr(end));
    const auto report = verifySignedPdf(wrapped, anchors());
    EXPECT_FALSE(report.valid);
    EXPECT_FALSE(report.wholeFileCovered);
}

TEST(verify, every_problem_has_a_name_and_a_sentence_of_its_own_in_both_languages)
{
    std::set<std::string_view> texts;
    for (int i = 0; i <= static_cast<int>(EarlierRevision); ++i) {
        const auto problem = static_cast<SignatureProblem>(i);
        texts.insert(nameOf(problem));
        texts.insert(describe(problem, Language::Vietnamese));
        texts.insert(describe(problem, Language::English));
    }
    EXPECT_EQ(texts.size(), 3 * (static_cast<std::size_t>(EarlierRevision) + 1));
    EXPECT_FALSE(texts.contains(""));
}

} // namespace
} // namespace smartca::pdf
