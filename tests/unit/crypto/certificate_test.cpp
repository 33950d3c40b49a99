// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "crypto/certificate_outline.h"
#include "fixtures/test_ca.h"
#include "octets.h"

#include <gtest/gtest.h>

namespace smartca::crypto {
namespace {

using fixtures::TestCa;
using fixtures::testNow;

TEST(Certificate, says_what_is_in_it)
{
    const auto root = fixtures::makeRoot({.commonName = "Gốc thử nghiệm"});
    const auto leaf = fixtures::issue(root, {.commonName = "Nguyễn Văn An",
                                             .subject = {{"SN", "Nguyễn"},
                                                         {"givenName", "Văn An"},
                                                         {"serialNumber", "IDCVN-001099012345"},
                                                         {"UID", "CCCD:001099012345"}}})
                          .certificate;
    EXPECT_EQ(leaf.commonName(), "Nguyễn Văn An");
    EXPECT_EQ(leaf.issuerCommonName(), "Gốc thử nghiệm");
    EXPECT_EQ(leaf.subjectAttribute("surname"), "Nguyễn");
    EXPECT_EQ(leaf.subjectAttribute("serialNumber"), "IDCVN-001099012345");
    EXPECT_EQ(leaf.subjectAttribute("UID"), "CCCD:001099012345");
    EXPECT_EQ(leaf.subjectAttribute("0.9.2342.19200300.100.1.1"), "CCCD:001099012345");
    EXPECT_EQ(leaf.subjectAttribute("O"), "");
    EXPECT_EQ(leaf.subjectAttribute("no such attribute"), "");
    EXPECT_EQ(leaf.issuer(), "CN=Gốc thử nghiệm,C=VN");
    EXPECT_EQ(
        leaf.subject(),
        "CN=Nguyễn Văn An,UID=CCCD:001099012345,serialNumber=IDCVN-001099012345,GN=Văn An,SN=Nguyễn,C=VN");
    EXPECT_EQ(leaf.notBefore(), testNow - Seconds(24 * 3600));
    EXPECT_EQ(leaf.notAfter(), testNow + Seconds(365 * 24 * 3600));
    EXPECT_EQ(leaf.serial().size(), 40U);
    EXPECT_EQ(leaf.serial().find_first_not_of("0123456789ABCDEF"), std::string::npos);
    EXPECT_EQ(leaf.fingerprint(), sha256(leaf.der()));
}

TEST(Certificate, comes_back_from_der_and_pem)
{
    const auto root = fixtures::makeRoot({});
    const auto pem = root.certificate.pem();
    EXPECT_EQ(Certificate::fromPem("noise\n" + pem)->der(), root.certificate.der());
    EXPECT_EQ(Certificate::fromDer(root.certificate.der())->der(), root.certificate.der());
    EXPECT_EQ(root.certificate.publicKey(), root.key.publicKey());
    EXPECT_FALSE(Certificate::fromPem(""));
    EXPECT_FALSE(Certificate::fromPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"));
    EXPECT_FALSE(Certificate::fromPem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
}

TEST(CertificateOutline, says_the_same_as_the_whole_certificate)
{
    const auto check = [](const Certificate &certificate) {
        const auto outline = outlineOf(certificate.der());
        ASSERT_TRUE(outline);
        EXPECT_EQ(outline->notBefore, certificate.notBefore());
        EXPECT_EQ(outline->notAfter, certificate.notAfter());
        EXPECT_EQ(outline->spki, certificate.publicKey().spki());
    };
    const auto root = fixtures::makeRoot({});
    check(root.certificate);
    for (const auto kind : {KeyKind::P256, KeyKind::Rsa3072})
        check(fixtures::issue(root, {.keyKind = kind}).certificate);
    // From 2050 on dates are GeneralizedTime (RFC 5280 §4.1.2.5).
    check(fixtures::makeRoot({.notAfter = testNow + std::chrono::days(30 * 365)}).certificate);
}

TEST(CertificateOutline, of_a_piece_of_a_certificate_or_of_something_else_is_refused)
{
    const auto der = fixtures::makeRoot({}).certificate.der();
    for (std::size_t size = 0; size < der.size(); ++size)
        EXPECT_FALSE(outlineOf(BytesView(der).first(size))) << size;
    auto longer = der;
    longer.push_back(0);
    EXPECT_FALSE(outlineOf(longer));
    EXPECT_FALSE(outlineOf(fixtures::makeRoot({}).key.publicKey().spki()));
}

TEST(Certificate, octets_that_are_not_exactly_one_der_certificate_are_refused)
{
    const auto der = fixtures::makeRoot({}).certificate.der();
    auto longer = der;
    longer.push_back(0);
    EXPECT_FALSE(Certificate::fromDer(longer));
    EXPECT_FALSE(Certificate::fromDer({}));
    for (std::size_t size = 0; size < der.size(); size += 7)
        EXPECT_FALSE(Certificate::fromDer(BytesView(der).first(size))) << size;

    // The outer SEQUENCE in indefinite length: the same certificate as BER.
    Bytes ber{0x30, 0x80};
    ber.insert(ber.end(), der.begin() + 4, der.end());
    ber.insert(ber.end(), {0, 0});
    EXPECT_FALSE(Certificate::fromDer(ber));
}

TEST(Certificate, copies_share_nothing_that_changes)
{
    const auto root = fixtures::makeRoot({});
    auto copy = root.certificate;
    const auto again = copy;
    copy = fixtures::makeRoot({.commonName = "Other"}).certificate;
    EXPECT_EQ(again.der(), root.certificate.der());
    EXPECT_EQ(copy.commonName(), "Other");
}

} // namespace
} // namespace smartca::crypto
