// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "crypto/certificate_outline.h"
#include "crypto/der.h"
#include "crypto/object_identifiers.h"
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
    EXPECT_FALSE(Certificate::fromPem(std::string_view{}));
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

TEST(Certificate, with_the_point_at_infinity_for_a_key_verifies_nothing)
{
    const auto good = fixtures::makeRoot({}).certificate.der();
    der::Reader whole(der::Reader(good).next()->content);
    const auto signedPart = whole.next().value();
    const auto algorithm = whole.next().value();
    const auto signature = whole.next().value();
    Bytes fields;
    der::Reader reader(signedPart.content);
    for (int i = 0; !reader.atEnd(); ++i) {
        constexpr int spki = 6;
        const auto field = reader.next().value();
        const auto octets =
            i == spki ? hex("3019301306072a8648ce3d020106082a8648ce3d03010703020000") : toBytes(field.whole);
        fields.insert(fields.end(), octets.begin(), octets.end());
    }
    const auto certificate =
        Certificate::fromDer(der::sequence({der::sequence({fields}), algorithm.whole, signature.whole}));
    ASSERT_TRUE(certificate) << "OpenSSL reads it";
    EXPECT_FALSE(PublicKey::fromSpki(certificate->publicKey().spki()));
    EXPECT_FALSE(certificate->publicKey().verify(asBytes("x"), asBytes("y")));
    EXPECT_FALSE(buildPath(*certificate, {}, *certificate, testNow, PathPurpose::DocumentSigning));
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

using Day = std::chrono::year_month_day;

std::optional<Day> birthdayOf(std::vector<Bytes> directoryAttributes)
{
    static const auto root = fixtures::makeRoot({});
    static const auto key = PrivateKey::generate(KeyKind::P256).publicKey();
    return fixtures::certify(root, key, {.directoryAttributes = std::move(directoryAttributes)})
        .dateOfBirth();
}

Bytes timeOf(std::string_view text, std::uint8_t tag = der::generalizedTimeTag)
{
    return der::value(tag, {asBytes(text)});
}

/// A dateOfBirth attribute with these values one after the other.
Bytes attributeOf(std::initializer_list<BytesView> values)
{
    return der::sequence({oid::dateOfBirth, der::value(der::setTag, values)});
}

Bytes born(std::string_view text, std::uint8_t tag = der::generalizedTimeTag)
{
    return der::sequence({attributeOf({timeOf(text, tag)})});
}

TEST(DateOfBirth, is_the_day_written_in_the_certificate)
{
    using namespace std::chrono_literals;
    EXPECT_EQ(birthdayOf({born("19620413120000Z")}), Day(1962y / 4 / 13));
    EXPECT_EQ(birthdayOf({born("20000229235959Z")}), Day(2000y / 2 / 29));
    // gender M (RFC 3739 §3.2.2) before it.
    const auto gender = der::sequence({der::objectIdentifier("1.3.6.1.5.5.7.9.3"),
                                       der::value(der::setTag, {der::value(0x13, {asBytes("M")})})});
    EXPECT_EQ(birthdayOf({der::sequence({gender, attributeOf({timeOf("19620413120000Z")})})}),
              Day(1962y / 4 / 13));
}

TEST(DateOfBirth, is_none_where_the_certificate_has_none)
{
    EXPECT_EQ(birthdayOf({}), std::nullopt);
    EXPECT_EQ(birthdayOf({der::sequence({})}), std::nullopt);
    // The object identifier as a value of something else, followed by a time.
    EXPECT_EQ(birthdayOf({der::sequence(
                  {der::sequence({der::objectIdentifier("1.2.3"),
                                  der::setOf({toBytes(BytesView(oid::dateOfBirth)),
                                              der::value(der::setTag, {timeOf("19620413120000Z")})})})})}),
              std::nullopt);
}

TEST(DateOfBirth, that_is_no_day_is_none)
{
    for (const auto *text :
         {"", "19620413", "19620413120000", "19620413120000+0700", "19620413120000.5Z", "1962041312000Z",
          "19620413120000ZZ", "1962o413120000Z", "19620230120000Z", "19621313120000Z", "19620400120000Z",
          "19620413240000Z", "19620413126000Z", "19620413120060Z", "-9620413120000Z"})
        EXPECT_EQ(birthdayOf({born(text)}), std::nullopt) << text;
    EXPECT_EQ(birthdayOf({born("620413120000Z", der::utcTimeTag)}), std::nullopt);
    EXPECT_EQ(birthdayOf({born("19620413120000Z", der::utf8StringTag)}), std::nullopt);
}

TEST(DateOfBirth, that_is_not_exactly_one_is_none)
{
    const auto time = timeOf("19620413120000Z");
    const auto later = timeOf("19620414120000Z");
    EXPECT_EQ(birthdayOf({der::sequence({attributeOf({})})}), std::nullopt);
    EXPECT_EQ(birthdayOf({der::sequence({attributeOf({time, later})})}), std::nullopt);
    EXPECT_EQ(birthdayOf({der::sequence({attributeOf({time}), attributeOf({later})})}), std::nullopt);
    EXPECT_EQ(birthdayOf({born("19620413120000Z"), born("19620413120000Z")}), std::nullopt);
}

TEST(DateOfBirth, in_octets_that_are_not_der_throughout_is_none)
{
    const auto good = born("19620413120000Z");
    for (std::size_t size = 1; size < good.size(); ++size)
        EXPECT_EQ(birthdayOf({toBytes(BytesView(good).first(size))}), std::nullopt) << size;
    auto longer = good;
    longer.push_back(0);
    EXPECT_EQ(birthdayOf({longer}), std::nullopt);
    // A length in two octets where one is enough; the attributes in a SET; a third field.
    auto ber = good;
    ber.insert(ber.begin() + 1, 0x81);
    EXPECT_EQ(birthdayOf({ber}), std::nullopt);
    EXPECT_EQ(birthdayOf({der::retagged(good, der::setTag)}), std::nullopt);
    const auto values = der::value(der::setTag, {timeOf("19620413120000Z")});
    EXPECT_EQ(birthdayOf({der::sequence({der::sequence({oid::dateOfBirth, values, der::null()})})}),
              std::nullopt);
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
