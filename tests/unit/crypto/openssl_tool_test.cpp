// SPDX-License-Identifier: Apache-2.0
// The openssl tool as a foreign judge of what we build.
#include "crypto/certificate.h"
#include "crypto/cms.h"
#include "crypto/timestamp.h"
#include "fixtures/test_ca.h"
#include "octets.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace smartca::crypto {
namespace {

using fixtures::TestCa;
using fixtures::testNow;

class OpensslTool : public testing::Test {
protected:
    void SetUp() override
    {
        auto pattern = (std::filesystem::temp_directory_path() / "smartca-openssl-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    void write(std::string_view name, BytesView octets) const
    {
        std::ofstream file(folder / name, std::ios::binary);
        file.write(reinterpret_cast<const char *>(octets.data()),
                   static_cast<std::streamsize>(octets.size()));
    }
    [[nodiscard]] bool runs(const std::string &arguments) const
    {
        const auto command = "cd '" + folder.string() + "' && openssl " + arguments + " >out 2>&1";
        return std::system(command.c_str()) == 0;
    }
    [[nodiscard]] std::string read(std::string_view name) const
    {
        std::ifstream file(folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::string output() const { return read("out"); }

    std::filesystem::path folder;
    TestCa ca = TestCa::make();
    std::string at = " -attime " + std::to_string(toUnixSeconds(testNow));
};

TEST_F(OpensslTool, cms_verify_accepts_our_signed_data_and_refuses_another_document)
{
    for (const auto kind : {KeyKind::P256, KeyKind::Rsa3072}) {
        auto signer = fixtures::issue(ca.issuing, {.keyKind = kind});
        write("document", asBytes("the document"));
        write("other", asBytes("The document"));
        write("root.pem", asBytes(ca.root.certificate.pem()));
        write("cms", fixtures::signedData(signer, {ca.issuing.certificate}, sha256(asBytes("the document")),
                                          &ca.timeStampAuthority));
        const auto command =
            "cms -verify -binary -cades -inform DER -in cms -CAfile root.pem" + at + " -content ";
        EXPECT_TRUE(runs(command + "document")) << output();
        EXPECT_FALSE(runs(command + "other"));
    }
}

TEST_F(OpensslTool, reading_and_writing_our_signed_data_again_changes_no_octet)
{
    write("cms", fixtures::signedData(ca.subscriber, {ca.issuing.certificate}, sha256(asBytes("x")),
                                      &ca.timeStampAuthority));
    ASSERT_TRUE(runs("cms -cmsout -inform DER -in cms -outform DER -out again")) << output();
    EXPECT_EQ(read("again"), read("cms"));
}

TEST_F(OpensslTool, ts_verify_accepts_an_answer_to_our_request)
{
    const auto request = makeTimeStampRequest(sha256(asBytes("data")), hex("0123456789abcdef"));
    write("request", request);
    write("data", asBytes("data"));
    write("root.pem", asBytes(ca.timeStampRoot.certificate.pem()));
    write("response", fixtures::makeTimeStampResponse(ca.timeStampAuthority, {}, request, testNow));
    EXPECT_TRUE(runs("ts -verify -queryfile request -in response -CAfile root.pem" + at)) << output();
    EXPECT_TRUE(runs("ts -verify -data data -in response -CAfile root.pem" + at)) << output();
    write("token", ca.timeStamp(sha256(asBytes("data"))));
    EXPECT_TRUE(runs("ts -verify -data data -in token -token_in -CAfile root.pem" + at)) << output();
}

TEST_F(OpensslTool, req_verify_accepts_our_certification_request)
{
    for (const auto kind : {KeyKind::P256, KeyKind::Rsa2048}) {
        auto key = PrivateKey::generate(kind);
        write("request", makeCertificationRequest(key, "Nguyễn Văn An").value());
        EXPECT_TRUE(runs("req -verify -noout -inform DER -in request")) << output();
        EXPECT_NE(output().find("verify OK"), std::string::npos) << output();
    }
}

TEST_F(OpensslTool, verify_accepts_the_path_we_build)
{
    write("root.pem", asBytes(ca.root.certificate.pem()));
    write("issuing.pem", asBytes(ca.issuing.certificate.pem()));
    write("leaf.pem", asBytes(ca.subscriber.certificate.pem()));
    EXPECT_TRUE(runs("verify -x509_strict -CAfile root.pem -untrusted issuing.pem" + at + " leaf.pem"))
        << output();
}

} // namespace
} // namespace smartca::crypto
