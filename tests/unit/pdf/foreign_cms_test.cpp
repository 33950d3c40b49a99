// SPDX-License-Identifier: Apache-2.0
// Signatures that other software could make: right by their own standards, not what we accept.
#include "unit/pdf/signed_pdf.h"
#include "unit/pdf/small_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/cms.h>

namespace smartca::pdf {
namespace {

using ::testing::ElementsAre;
using testing::world;
using enum SignatureProblem;

class foreign_cms : public ::testing::Test {
protected:
    foreign_cms() : prepared_(testing::preparedPdf()), slot_(findPreparedSlot(prepared_).value())
    {
        covered_.assign(prepared_.begin(),
                        prepared_.begin() + static_cast<std::ptrdiff_t>(slot_.contentsStart));
        covered_.insert(covered_.end(), prepared_.begin() + static_cast<std::ptrdiff_t>(slot_.contentsEnd),
                        prepared_.end());
    }

    struct Signer {
        fixtures::Identity *identity;
        const EVP_MD *digest;
    };

    /// Made by OpenSSL, detached, DER.
    Bytes openSslCms(const std::vector<Signer> &signers, unsigned flags)
    {
        flags |= CMS_BINARY | CMS_DETACHED;
        BIO *const content = BIO_new_mem_buf(covered_.data(), static_cast<int>(covered_.size()));
        CMS_ContentInfo *const cms = CMS_sign(nullptr, nullptr, nullptr, content, flags | CMS_PARTIAL);
        for (const auto &[identity, digest] : signers)
            EXPECT_NE(
                CMS_add1_signer(cms, identity->certificate.handle(), identity->key.handle(), digest, flags),
                nullptr);
        EXPECT_EQ(CMS_final(cms, content, nullptr, flags), signers.empty() ? 0 : 1);
        std::uint8_t *der = nullptr;
        const int length = i2d_CMS_ContentInfo(cms, &der);
        Bytes octets(der, der + length);
        OPENSSL_free(der);
        CMS_ContentInfo_free(cms);
        BIO_free(content);
        return octets;
    }

    std::vector<SignatureProblem> problemsWith(const Bytes &cms)
    {
        return testing::problemsOf(fillSlot(prepared_, slot_, cms).value());
    }

    Bytes prepared_;
    SignatureSlot slot_;
    Bytes covered_;
};

constexpr unsigned likeOurs = CMS_CADES | CMS_NOSMIMECAP;

TEST_F(foreign_cms, of_two_signers_is_refused)
{
    auto second = fixtures::issue(world().issuing, {.commonName = "Second signer"});
    EXPECT_THAT(
        problemsWith(openSslCms({{&world().subscriber, EVP_sha256()}, {&second, EVP_sha256()}}, likeOurs)),
        ElementsAre(MalformedCms));
}

TEST_F(foreign_cms, of_no_signer_is_refused)
{
    EXPECT_THAT(problemsWith(openSslCms({}, likeOurs)), ElementsAre(MalformedCms));
}

TEST_F(foreign_cms, with_sha1_is_refused)
{
    EXPECT_THAT(problemsWith(openSslCms({{&world().subscriber, EVP_sha1()}}, likeOurs)),
                ElementsAre(MalformedCms));
}

TEST_F(foreign_cms, with_a_time_of_its_own_is_refused)
{
    // PAdES keeps the claimed time in /M and the proven one in the token (ETSI EN 319 142-1 §5.3).
    EXPECT_THAT(problemsWith(openSslCms({{&world().subscriber, EVP_sha256()}}, likeOurs)),
                ElementsAre(MalformedCms));
}

TEST_F(foreign_cms, without_signed_attributes_is_refused)
{
    EXPECT_THAT(problemsWith(openSslCms({{&world().subscriber, EVP_sha256()}}, CMS_NOATTR)),
                ElementsAre(MalformedCms));
}

TEST_F(foreign_cms, without_the_certificate_is_refused)
{
    EXPECT_THAT(problemsWith(openSslCms({{&world().subscriber, EVP_sha256()}}, likeOurs | CMS_NOCERTS)),
                ElementsAre(MalformedCms));
}

TEST_F(foreign_cms, that_is_no_signed_data_is_refused)
{
    const Bytes emptyData{0x30, 0x0b, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01};
    EXPECT_THAT(problemsWith(emptyData), ElementsAre(MalformedCms));
}

} // namespace
} // namespace smartca::pdf
