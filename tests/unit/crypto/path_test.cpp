// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "fixtures/test_ca.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

namespace smartca::crypto {
namespace {

using fixtures::issue;
using fixtures::makeRoot;
using fixtures::Role;
using fixtures::testNow;
constexpr Seconds aDay{24 * 3600};

class PathTest : public testing::Test {
protected:
    fixtures::Identity root = makeRoot({.commonName = "Root"});
    fixtures::Identity issuing = issue(root, {.commonName = "Issuing", .role = Role::Intermediate});
    fixtures::Identity leaf = issue(issuing, {});

    [[nodiscard]] std::optional<PathProblem> problemOf(const Certificate &certificate,
                                                       PathPurpose purpose = PathPurpose::DocumentSigning,
                                                       UtcTime time = testNow) const
    {
        const auto path = buildPath(certificate, {issuing.certificate}, root.certificate, time, purpose);
        return path ? std::nullopt : std::optional(path.error());
    }
};

TEST_F(PathTest, leads_from_the_leaf_to_the_anchor)
{
    const auto path = buildPath(leaf.certificate, {issuing.certificate, root.certificate}, root.certificate,
                                testNow, PathPurpose::DocumentSigning);
    ASSERT_TRUE(path);
    ASSERT_EQ(path->size(), 3U);
    EXPECT_EQ((*path)[0].der(), leaf.certificate.der());
    EXPECT_EQ((*path)[1].der(), issuing.certificate.der());
    EXPECT_EQ((*path)[2].der(), root.certificate.der());
}

TEST_F(PathTest, missing_intermediate_is_no_path)
{
    const auto path =
        buildPath(leaf.certificate, {}, root.certificate, testNow, PathPurpose::DocumentSigning);
    EXPECT_EQ(path.error(), PathProblem::NoPath);
}

TEST_F(PathTest, foreign_root_of_the_same_name_is_no_path)
{
    const auto foreign = makeRoot({.commonName = "Root"});
    const auto foreignIssuing = issue(foreign, {.commonName = "Issuing", .role = Role::Intermediate});
    const auto foreignLeaf = issue(foreignIssuing, {});
    const auto path = buildPath(foreignLeaf.certificate, {foreignIssuing.certificate, foreign.certificate},
                                root.certificate, testNow, PathPurpose::DocumentSigning);
    EXPECT_EQ(path.error(), PathProblem::NoPath);
}

TEST_F(PathTest, issuer_is_who_signed_and_not_who_is_called_so)
{
    const auto root = makeRoot({.commonName = "Root"});
    const auto namesake = makeRoot({.commonName = "Root"});
    const auto leaf = issue(root, {});
    EXPECT_TRUE(isIssuedBy(leaf.certificate, root.certificate));
    EXPECT_TRUE(isIssuedBy(root.certificate, root.certificate));
    EXPECT_FALSE(isIssuedBy(leaf.certificate, namesake.certificate));
    EXPECT_FALSE(isIssuedBy(root.certificate, leaf.certificate));
}

TEST_F(PathTest, self_signed_leaf_is_no_path)
{
    EXPECT_EQ(problemOf(makeRoot({.keyUsage = "critical,nonRepudiation"}).certificate), PathProblem::NoPath);
}

TEST_F(PathTest, expired_and_not_yet_valid_are_told_apart_at_every_level)
{
    EXPECT_EQ(problemOf(issue(issuing, {.notAfter = testNow - Seconds(1)}).certificate),
              PathProblem::Expired);
    EXPECT_EQ(problemOf(issue(issuing, {.notBefore = testNow + Seconds(1)}).certificate),
              PathProblem::NotYetValid);
    EXPECT_EQ(problemOf(leaf.certificate, PathPurpose::DocumentSigning, testNow + 400 * aDay),
              PathProblem::Expired);
    EXPECT_EQ(problemOf(leaf.certificate, PathPurpose::DocumentSigning, testNow - 2 * aDay),
              PathProblem::NotYetValid);

    const auto old = issue(
        root, {.commonName = "Old issuing", .role = Role::Intermediate, .notAfter = testNow - aDay / 2});
    const auto path = buildPath(issue(old, {}).certificate, {old.certificate}, root.certificate, testNow,
                                PathPurpose::DocumentSigning);
    EXPECT_EQ(path.error(), PathProblem::Expired);
}

TEST_F(PathTest, documents_want_content_commitment)
{
    EXPECT_EQ(problemOf(issue(issuing, {.keyUsage = "critical,digitalSignature"}).certificate),
              PathProblem::WrongUsage);
    EXPECT_EQ(problemOf(issue(issuing, {.keyUsage = "critical,digitalSignature,nonRepudiation"}).certificate),
              std::nullopt);
    EXPECT_EQ(problemOf(issue(issuing, {.extendedKeyUsage = "timeStamping"}).certificate),
              PathProblem::WrongUsage);
    EXPECT_EQ(problemOf(issue(issuing, {.extendedKeyUsage = "serverAuth"}).certificate),
              PathProblem::WrongUsage);
    EXPECT_EQ(problemOf(issue(issuing, {.extendedKeyUsage = "emailProtection"}).certificate), std::nullopt);
    EXPECT_EQ(problemOf(issuing.certificate), PathProblem::WrongUsage) << "a CA signs no documents";
}

TEST_F(PathTest, time_stamps_want_a_critical_usage_of_their_own_alone)
{
    const auto with = [this](std::string usage) {
        return problemOf(
            issue(issuing, {.role = Role::TimeStampAuthority, .extendedKeyUsage = std::move(usage)})
                .certificate,
            PathPurpose::TimeStamping);
    };
    EXPECT_EQ(with("critical,timeStamping"), std::nullopt);
    EXPECT_EQ(with("timeStamping"), PathProblem::WrongUsage);
    EXPECT_EQ(with("critical,timeStamping,emailProtection"), PathProblem::WrongUsage);
    EXPECT_EQ(with("critical,emailProtection"), PathProblem::WrongUsage);
    EXPECT_EQ(problemOf(leaf.certificate, PathPurpose::TimeStamping), PathProblem::WrongUsage);
}

TEST_F(PathTest, subscribers_cannot_issue)
{
    const auto below = issue(leaf, {.commonName = "Below a leaf"});
    const auto path = buildPath(below.certificate, {leaf.certificate, issuing.certificate}, root.certificate,
                                testNow, PathPurpose::DocumentSigning);
    EXPECT_FALSE(path);
    EXPECT_EQ(path.error(), PathProblem::WrongUsage);
}

TEST_F(PathTest, sha1_and_short_keys_are_weak)
{
    EXPECT_EQ(problemOf(issue(issuing, {.digest = "SHA1"}).certificate), PathProblem::WeakAlgorithm);
    EXPECT_EQ(problemOf(issue(issuing, {.digest = "SHA224"}).certificate), PathProblem::WeakAlgorithm);
    EXPECT_EQ(problemOf(issue(issuing, {.digest = "SHA384"}).certificate), std::nullopt);
    const PublicKey shortKey(PkeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{1024})));
    EXPECT_EQ(problemOf(certify(issuing, shortKey, {})), PathProblem::WeakAlgorithm);
    const PublicKey shortCurve(PkeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-224")));
    EXPECT_EQ(problemOf(certify(issuing, shortCurve, {})), PathProblem::WeakAlgorithm);
}

TEST_F(PathTest, every_changed_octet_of_the_leaf_is_refused)
{
    const auto &der = leaf.certificate.der();
    for (std::size_t at = 0; at < der.size(); ++at) {
        auto changed = der;
        changed[at] ^= 0x01U;
        const auto certificate = Certificate::fromDer(changed);
        if (certificate) {
            EXPECT_TRUE(problemOf(*certificate)) << at;
        }
    }
}

} // namespace
} // namespace smartca::crypto
