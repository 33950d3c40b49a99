// SPDX-License-Identifier: Apache-2.0
#include "crypto/timestamp.h"
#include "fixtures/test_ca.h"
#include "octets.h"

#include <gtest/gtest.h>
#include <openssl/ts.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

using fixtures::Role;
using fixtures::TestCa;
using fixtures::testNow;

class TimeStampTest : public testing::Test {
protected:
    TestCa ca = TestCa::make();
    Sha256 imprint = sha256(asBytes("a signature value"));
};

TEST_F(TimeStampTest, request_is_what_openssl_reads)
{
    const auto der = makeTimeStampRequest(imprint, hex("00ff01"));
    const auto *end = der.data();
    TS_REQ *request = d2i_TS_REQ(nullptr, &end, static_cast<long>(der.size()));
    ASSERT_NE(request, nullptr);
    EXPECT_EQ(end, der.data() + der.size());
    EXPECT_EQ(TS_REQ_get_version(request), 1);
    EXPECT_NE(TS_REQ_get_cert_req(request), 0);
    EXPECT_EQ(ASN1_INTEGER_get(TS_REQ_get_nonce(request)), 0xff01);
    EXPECT_EQ(OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(TS_REQ_get_msg_imprint(request))->algorithm), NID_sha256);
    TS_REQ_free(request);
}

TEST_F(TimeStampTest, token_of_openssl_says_time_nonce_and_authority)
{
    const auto nonce = hex("80a1b2c3d4e5f607");
    const auto stamp = verifyTimeStamp(ca.timeStamp(imprint, nonce, testNow + Seconds(5)), imprint,
                                       ca.timeStampRoot.certificate);
    ASSERT_TRUE(stamp) << stamp.error().detail;
    EXPECT_EQ(stamp->time, testNow + Seconds(5));
    EXPECT_EQ(stamp->imprint, imprint);
    EXPECT_EQ(stamp->nonce, nonce);
    EXPECT_EQ(stamp->authority.der(), ca.timeStampAuthority.certificate.der());
    EXPECT_FALSE(stamp->serial.empty());
    EXPECT_EQ(verifyTimeStamp(ca.timeStamp(imprint), imprint, ca.timeStampRoot.certificate)->nonce,
              std::nullopt);
}

TEST_F(TimeStampTest, token_of_an_rsa_authority_with_its_chain_verifies)
{
    const auto between =
        fixtures::issue(ca.timeStampRoot, {.commonName = "Between", .role = Role::Intermediate});
    const auto rsa =
        fixtures::issue(between, {.role = Role::TimeStampAuthority, .keyKind = KeyKind::Rsa2048});
    const auto token = fixtures::makeTimeStampToken(rsa, {between.certificate}, imprint, {}, testNow);
    const auto stamp = verifyTimeStamp(token, imprint, ca.timeStampRoot.certificate);
    ASSERT_TRUE(stamp) << stamp.error().detail;
    const auto lonely = fixtures::makeTimeStampToken(rsa, {}, imprint, {}, testNow);
    EXPECT_FALSE(verifyTimeStamp(lonely, imprint, ca.timeStampRoot.certificate));
}

TEST_F(TimeStampTest, certificate_that_belongs_to_no_path_is_refused)
{
    const auto stranger = fixtures::issue(ca.timeStampRoot, {.commonName = "Stranger"});
    const auto token =
        fixtures::makeTimeStampToken(ca.timeStampAuthority, {stranger.certificate}, imprint, {}, testNow);
    EXPECT_FALSE(verifyTimeStamp(token, imprint, ca.timeStampRoot.certificate));
}

TEST_F(TimeStampTest, certificates_out_of_order_or_twice_are_refused)
{
    const auto &root = ca.timeStampRoot.certificate;
    const auto withRoot = fixtures::makeTimeStampToken(ca.timeStampAuthority, {root}, imprint, {}, testNow);
    ASSERT_TRUE(verifyTimeStamp(withRoot, imprint, root));
    auto sorted = std::vector<Bytes>{root.der(), ca.timeStampAuthority.certificate.der()};
    std::ranges::sort(sorted);
    auto unsorted = withRoot;
    const auto at = std::ranges::search(unsorted, sorted[0]).begin();
    std::ranges::copy(sorted[0], std::ranges::copy(sorted[1], at).out);
    EXPECT_FALSE(verifyTimeStamp(unsorted, imprint, root));
    const auto twice =
        fixtures::makeTimeStampToken(ca.timeStampAuthority, {root, root}, imprint, {}, testNow);
    EXPECT_FALSE(verifyTimeStamp(twice, imprint, root));
}

TEST_F(TimeStampTest, another_imprint_another_anchor_and_another_time_are_refused)
{
    const auto token = ca.timeStamp(imprint);
    EXPECT_FALSE(verifyTimeStamp(token, sha256(asBytes("another")), ca.timeStampRoot.certificate));
    EXPECT_FALSE(verifyTimeStamp(token, imprint, ca.root.certificate));
    EXPECT_EQ(verifyTimeStamp(token, imprint, ca.root.certificate).error().code,
              FailureCode::SignatureInvalid);
    const auto late =
        ca.timeStamp(imprint, {}, testNow + Seconds(400LL * 24 * 3600)); // the certificate has expired then
    EXPECT_FALSE(verifyTimeStamp(late, imprint, ca.timeStampRoot.certificate));
}

TEST_F(TimeStampTest, every_changed_octet_is_refused)
{
    const auto token = ca.timeStamp(imprint, hex("0102030405060708"));
    ASSERT_TRUE(verifyTimeStamp(token, imprint, ca.timeStampRoot.certificate));
    for (std::size_t at = 0; at < token.size(); ++at) {
        auto changed = token;
        changed[at] ^= 0x01U;
        EXPECT_FALSE(verifyTimeStamp(changed, imprint, ca.timeStampRoot.certificate)) << at;
        changed[at] ^= 0x81U;
        EXPECT_FALSE(verifyTimeStamp(changed, imprint, ca.timeStampRoot.certificate)) << at;
        EXPECT_FALSE(verifyTimeStamp(BytesView(token).first(at), imprint, ca.timeStampRoot.certificate))
            << at;
    }
}

} // namespace
} // namespace smartca::crypto
