// SPDX-License-Identifier: Apache-2.0
#include "crypto/timestamp.h"
#include "sandbox/ca/time_stamp_authority.h"
#include "sandbox/hsm/software_hsm.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

using test::runTool;

class TimeStampTest : public testing::Test {
protected:
    TimeStampTest()
    {
        hsm_ =
            openSoftwareHsm({.directory = folder_.path() / "hsm", .passphrase = {}, .poolSize = 0}).value();
        authority_ = Authority::open(folder_.path() / "ca", hsm_, clock_).value();
        root_ = "'" + folder_.write("root.pem", asBytes(authority_->documentRoot().pem())).string() + "'";
        document_ = folder_.write("document", asBytes("text")).string();
    }
    /// A query by openssl and our answer to it; the answer's file.
    std::string answered(const std::string &options)
    {
        const auto query = folder_.path().string() + "/query.tsq";
        const auto made =
            runTool("openssl ts -query -data '" + document_ + "' " + options + " -out '" + query + "'");
        EXPECT_EQ(made.exitCode, 0) << made.output;
        const auto request = test::contentOf(query);
        const auto answer = answerTimeStampRequest(*authority_, asBytes(request)).value();
        return folder_.write("answer.tsr", answer).string();
    }
    std::string shown(const std::string &answer)
    {
        return runTool("openssl ts -reply -text -in '" + answer + "'").output;
    }

    test::TemporaryFolder folder_;
    ManualClock clock_{fromUnixSeconds(1795315560)};
    std::shared_ptr<Hsm> hsm_;
    std::unique_ptr<Authority> authority_;
    std::string root_;
    std::string document_;
};

TEST_F(TimeStampTest, openssl_accepts_the_answer_to_its_query)
{
    const auto answer = answered("-sha256 -cert");
    const auto run =
        runTool("openssl ts -verify -queryfile '" + folder_.path().string() + "/query.tsq' -in '" + answer +
                "' -CAfile " + root_ + " -attime " + std::to_string(toUnixSeconds(clock_.now())));
    EXPECT_EQ(run.exitCode, 0) << run.output;
    EXPECT_NE(run.output.find("Verification: OK"), std::string::npos) << run.output;
}

TEST_F(TimeStampTest, answer_says_policy_accuracy_and_nonce)
{
    const auto text = shown(answered("-sha256 -cert"));
    EXPECT_NE(text.find("Policy OID: 2.25.143101180956792524435852104843482400617.2"), std::string::npos)
        << text;
    EXPECT_NE(text.find("Accuracy: 0x01 seconds"), std::string::npos) << text;
    EXPECT_NE(text.find("Nonce: 0x"), std::string::npos) << text;
    EXPECT_NE(text.find("Nov 22 02:46:00 2026 GMT"), std::string::npos) << text;
}

TEST_F(TimeStampTest, query_without_nonce_gets_none)
{
    EXPECT_NE(shown(answered("-sha256 -cert -no_nonce")).find("Nonce: unspecified"), std::string::npos);
}

TEST_F(TimeStampTest, weak_digest_is_rejected)
{
    EXPECT_NE(shown(answered("-sha1 -cert")).find("Status: Rejected"), std::string::npos);
}

TEST_F(TimeStampTest, foreign_policy_is_rejected)
{
    EXPECT_NE(shown(answered("-sha256 -tspolicy 1.2.3.4")).find("Status: Rejected"), std::string::npos);
}

TEST_F(TimeStampTest, what_is_no_query_is_rejected)
{
    const auto answer = answerTimeStampRequest(*authority_, asBytes("nonsense")).value();
    EXPECT_NE(shown(folder_.write("answer.tsr", answer).string()).find("Status: Rejected"),
              std::string::npos);
}

TEST_F(TimeStampTest, token_of_ours_verifies_with_the_document_root)
{
    const auto imprint = crypto::sha256(asBytes("signature"));
    const Bytes nonce{0x80, 1, 2, 3};
    const auto token = makeTimeStamp(*authority_, imprint, nonce).value();
    const auto stamp = crypto::verifyTimeStamp(token, imprint, authority_->documentRoot());
    ASSERT_TRUE(stamp) << stamp.error().detail;
    EXPECT_EQ(stamp->time, clock_.now());
    EXPECT_EQ(stamp->nonce, nonce);
    EXPECT_FALSE(
        crypto::verifyTimeStamp(token, crypto::sha256(asBytes("other")), authority_->documentRoot()));
    EXPECT_FALSE(crypto::verifyTimeStamp(token, imprint, authority_->tlsRoot()));
}

} // namespace
} // namespace smartca::sandbox
