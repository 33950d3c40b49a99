// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.h"
#include "crypto/der.h"
#include "crypto/object_identifiers.h"
#include "crypto/timestamp.h"
#include "fixtures/test_ca.h"
#include "octets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

using fixtures::TestCa;
using fixtures::testNow;

class CmsTest : public testing::Test {
protected:
    TestCa ca = TestCa::make();
    Sha256 digest = sha256(asBytes("the document"));
    Bytes attributes = padesSignedAttributes(digest, ca.subscriber.certificate);
    Bytes signature = ca.subscriber.key.signDigest(sha256(attributes), EcdsaForm::Der).value();

    [[nodiscard]] Bytes build(std::optional<BytesView> token = {}) const
    {
        return buildSignedData(attributes, signature, {ca.subscriber.certificate, ca.issuing.certificate},
                               token)
            .value();
    }
    [[nodiscard]] Bytes buildWithToken() const
    {
        const auto token = ca.timeStamp(sha256(signature));
        return build(token);
    }
    /// All that stands between octets and trust.
    [[nodiscard]] bool isTrusted(BytesView octets, bool withTimeStamp) const
    {
        const auto data = parseSignedData(octets);
        if (!data || data->messageDigest != digest ||
            data->signingCertificateHash != data->signer.fingerprint() ||
            !data->signer.publicKey().verify(data->signedAttributes, data->signature))
            return false;
        if (withTimeStamp &&
            (!data->timeStampToken ||
             !verifyTimeStamp(*data->timeStampToken, sha256(data->signature), ca.timeStampRoot.certificate)))
            return false;
        return buildPath(data->signer, data->certificates, ca.root.certificate, testNow,
                         PathPurpose::DocumentSigning)
            .has_value();
    }
};

TEST_F(CmsTest, signed_attributes_are_the_three_of_pades_in_der_order)
{
    const auto fingerprint = ca.subscriber.certificate.fingerprint();
    const auto contentType = "301806092a864886f70d010903310b06092a864886f70d010701";
    const auto messageDigest = "302f06092a864886f70d01090431220420" + hexEncode(digest);
    const auto certificate = "3037060b2a864886f70d010910022f312830263024302204"
                             "20" +
                             hexEncode(fingerprint);
    EXPECT_EQ(hexEncode(attributes), "318184" + std::string(contentType) + messageDigest + certificate);
    EXPECT_EQ(attributes, padesSignedAttributes(digest, ca.subscriber.certificate));
}

TEST_F(CmsTest, what_was_built_reads_back)
{
    const auto token = ca.timeStamp(sha256(signature));
    const auto data = parseSignedData(build(token));
    ASSERT_TRUE(data) << data.error().detail;
    EXPECT_EQ(data->signedAttributes, attributes);
    EXPECT_EQ(data->messageDigest, digest);
    EXPECT_EQ(data->signingCertificateHash, ca.subscriber.certificate.fingerprint());
    EXPECT_EQ(data->signature, signature);
    EXPECT_FALSE(data->rsa);
    EXPECT_EQ(data->signer.der(), ca.subscriber.certificate.der());
    EXPECT_EQ(data->certificates.size(), 2U);
    EXPECT_EQ(data->timeStampToken, token);
    EXPECT_TRUE(isTrusted(build(token), true));
    EXPECT_EQ(parseSignedData(build())->timeStampToken, std::nullopt);
}

TEST_F(CmsTest, rsa_signers_are_named_as_such)
{
    auto rsa = fixtures::issue(ca.issuing, {.keyKind = KeyKind::Rsa2048});
    const auto whole = fixtures::signedData(rsa, {ca.issuing.certificate}, digest, nullptr);
    const auto data = parseSignedData(whole);
    ASSERT_TRUE(data);
    EXPECT_TRUE(data->rsa);
    EXPECT_TRUE(isTrusted(whole, false));
}

TEST_F(CmsTest, every_changed_octet_is_refused)
{
    const auto whole = buildWithToken();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto changed = whole;
        changed[at] ^= 0x01U;
        EXPECT_FALSE(isTrusted(changed, true)) << at;
        changed[at] ^= 0x81U;
        EXPECT_FALSE(isTrusted(changed, true)) << at;
    }
}

TEST_F(CmsTest, cut_and_lengthened_octets_are_refused)
{
    auto whole = buildWithToken();
    for (std::size_t size = 0; size < whole.size(); size += 3)
        EXPECT_FALSE(parseSignedData(BytesView(whole).first(size))) << size;
    whole.push_back(0); // the zeros that fill a placeholder are not part of it
    EXPECT_FALSE(parseSignedData(whole));
}

// The form, taken apart and put together wrongly.

Bytes algorithm()
{
    return der::sequence({oid::sha256});
}

class WrongForm : public CmsTest {
protected:
    Bytes version = hex("020101");
    Bytes digests = der::value(der::setTag, {algorithm()});
    Bytes content = der::sequence({oid::data});
    Bytes signatureAlgorithm = der::sequence({oid::ecdsaWithSha256});
    Bytes unsignedAttributes;
    std::vector<Bytes> signers;

    [[nodiscard]] Bytes signer(BytesView set) const
    {
        const auto built = build();
        // The signer identifier, found where we know it to be: issuer and serial of the subscriber's
        // certificate.
        der::Reader tbs(
            der::Reader(der::Reader(ca.subscriber.certificate.der()).next()->content).next()->content);
        (void)tbs.next(); // version
        const auto serial = tbs.next()->whole;
        (void)tbs.next(); // algorithm
        const auto issuer = tbs.next()->whole;
        return der::sequence({hex("020101"), der::sequence({issuer, serial}), algorithm(),
                              der::retagged(set, der::contextTag(0)), signatureAlgorithm,
                              der::octetString(signature), unsignedAttributes});
    }
    [[nodiscard]] Bytes certificates() const
    {
        return der::setOf({ca.subscriber.certificate.der(), ca.issuing.certificate.der()},
                          der::contextTag(0));
    }
    [[nodiscard]] Bytes whole(std::initializer_list<BytesView> parts) const
    {
        return der::sequence({oid::signedData, der::value(der::contextTag(0), {der::sequence(parts)})});
    }
    [[nodiscard]] Bytes whole(BytesView set) const
    {
        return whole({version, digests, content, certificates(), der::value(der::setTag, {signer(set)})});
    }
    [[nodiscard]] Bytes attribute(BytesView type, BytesView value) const
    {
        return der::sequence({type, der::value(der::setTag, {value})});
    }
    [[nodiscard]] std::vector<Bytes> three() const
    {
        std::vector<Bytes> list;
        der::Reader reader(der::Reader(attributes).next()->content);
        while (!reader.atEnd())
            list.push_back(toBytes(reader.next()->whole));
        return list;
    }
};

TEST_F(WrongForm, the_right_one_is_what_we_build)
{
    EXPECT_EQ(whole(attributes), build());
    EXPECT_TRUE(parseSignedData(whole(attributes)));
}

TEST_F(WrongForm, algorithms_named_in_another_way_are_refused)
{
    // Not signed, so that anybody could change one into the other.
    digests = der::value(der::setTag, {der::sequence({oid::sha256, hex("0500")})});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    digests = der::value(der::setTag, {algorithm()});
    auto rsa = fixtures::issue(ca.issuing, {.keyKind = KeyKind::Rsa2048});
    auto other = fixtures::signedData(rsa, {ca.issuing.certificate}, digest, nullptr);
    const auto named = std::ranges::find_end(other, oid::sha256WithRsa);
    std::ranges::copy(oid::rsaEncryption, named.begin());
    EXPECT_FALSE(parseSignedData(other));
}

TEST_F(WrongForm, other_versions_are_refused)
{
    for (const auto other : {"020100", "020103", "020105"}) {
        version = hex(other);
        EXPECT_FALSE(parseSignedData(whole(attributes))) << other;
    }
}

TEST_F(WrongForm, attached_content_is_refused)
{
    content = der::sequence(
        {oid::data, der::value(der::contextTag(0), {der::value(der::octetStringTag, {asBytes("x")})})});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
}

TEST_F(WrongForm, another_content_type_is_refused)
{
    content = der::sequence({oid::timeStampInfo});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
}

TEST_F(WrongForm, two_signers_and_none_are_refused)
{
    const auto one = signer(attributes);
    EXPECT_FALSE(parseSignedData(
        whole({version, digests, content, certificates(), der::value(der::setTag, {one, one})})));
    EXPECT_FALSE(
        parseSignedData(whole({version, digests, content, certificates(), der::value(der::setTag, {})})));
}

TEST_F(WrongForm, missing_doubled_and_additional_signed_attributes_are_refused)
{
    for (std::size_t i = 0; i < 3; ++i) {
        auto list = three();
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(parseSignedData(whole(der::setOf(list)))) << i;
        list = three();
        list.push_back(list[i]);
        EXPECT_FALSE(parseSignedData(whole(der::setOf(list)))) << i;
    }
    auto list = three();
    // signing-time, which PAdES forbids
    list.push_back(attribute(hex("06092a864886f70d010905"), hex("170d3236313132323038303030305a")));
    EXPECT_FALSE(parseSignedData(whole(der::setOf(list))));
}

TEST_F(WrongForm, unsorted_attributes_and_certificates_are_refused)
{
    auto list = three();
    std::reverse(list.begin(), list.end());
    EXPECT_FALSE(parseSignedData(whole(der::value(der::setTag, {list[0], list[1], list[2]}))));
    std::vector<Bytes> unsorted{ca.subscriber.certificate.der(), ca.issuing.certificate.der()};
    std::sort(unsorted.rbegin(), unsorted.rend());
    EXPECT_FALSE(parseSignedData(
        whole({version, digests, content, der::value(der::contextTag(0), {unsorted[0], unsorted[1]}),
               der::value(der::setTag, {signer(attributes)})})));
}

TEST_F(WrongForm, missing_and_doubled_certificates_are_refused)
{
    const auto set = der::value(der::setTag, {signer(attributes)});
    EXPECT_FALSE(parseSignedData(whole({version, digests, content, set})));
    EXPECT_FALSE(parseSignedData(whole(
        {version, digests, content, der::setOf({ca.issuing.certificate.der()}, der::contextTag(0)), set})));
    EXPECT_FALSE(parseSignedData(whole(
        {version, digests, content,
         der::setOf({ca.subscriber.certificate.der(), ca.subscriber.certificate.der()}, der::contextTag(0)),
         set})));
    EXPECT_FALSE(buildSignedData(attributes, signature,
                                 {ca.subscriber.certificate, ca.issuing.certificate, ca.issuing.certificate},
                                 {}));
}

TEST_F(WrongForm, weak_and_unfitting_algorithms_are_refused)
{
    digests = der::value(der::setTag, {der::sequence({hex("06052b0e03021a")})}); // SHA-1
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    digests = der::value(der::setTag, {algorithm(), algorithm()});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    digests = der::value(der::setTag, {algorithm()});
    signatureAlgorithm = der::sequence({oid::sha256WithRsa, hex("0500")}); // but the key is P-256
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    signatureAlgorithm = der::sequence({oid::ecdsaWithSha256, hex("0500")});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    signatureAlgorithm = der::sequence({hex("06072a8648ce3d0401")}); // ecdsa-with-SHA1
    EXPECT_FALSE(parseSignedData(whole(attributes)));
}

TEST_F(WrongForm, other_unsigned_attributes_are_refused)
{
    unsignedAttributes = der::value(der::contextTag(1), {});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    unsignedAttributes = der::value(der::contextTag(1), {attribute(oid::messageDigest, hex("0400"))});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    const auto token = attribute(oid::timeStampToken, ca.timeStamp(sha256(signature)));
    unsignedAttributes = der::value(der::contextTag(1), {token, token});
    EXPECT_FALSE(parseSignedData(whole(attributes)));
    unsignedAttributes = der::value(der::contextTag(1), {token});
    EXPECT_TRUE(parseSignedData(whole(attributes)));
}

TEST_F(WrongForm, revocation_lists_are_refused)
{
    EXPECT_FALSE(
        parseSignedData(whole({version, digests, content, certificates(), der::value(der::contextTag(1), {}),
                               der::value(der::setTag, {signer(attributes)})})));
}

TEST_F(WrongForm, building_refuses_what_it_would_not_read)
{
    EXPECT_FALSE(buildSignedData(attributes, signature, {}, {}));
    EXPECT_FALSE(buildSignedData({}, signature, {ca.subscriber.certificate}, {}));
    EXPECT_FALSE(buildSignedData(der::retagged(attributes, der::sequenceTag), signature,
                                 {ca.subscriber.certificate}, {}));
    EXPECT_FALSE(
        buildSignedData(attributes, signature, {ca.subscriber.certificate}, BytesView(asBytes("token"))));
}

} // namespace
} // namespace smartca::crypto
