// SPDX-License-Identifier: Apache-2.0
#include "fixtures/test_ca.h"
#include "protocol/service_profile.h"
#include "samples.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

ServiceProfile profile()
{
    auto root = [](const char *name) {
        fixtures::CertificateOptions options;
        options.commonName = name;
        options.role = fixtures::Role::Root;
        return fixtures::makeRoot(options).certificate;
    };
    return {.url = "https://127.0.0.1:8443",
            .serviceId = "sandbox-1",
            .sandbox = true,
            .hotline = "18001260",
            .tlsRoot = root("TLS"),
            .documentRoot = root("Documents"),
            .timeStampRoot = root("Time"),
            .samKey = fixedKey(5).publicKey()};
}

Json jsonOf(const ServiceProfile &what)
{
    return *parseJson(encode(what));
}

void expectRefused(const Json &json)
{
    const auto read = decodeServiceProfile(toText(json));
    ASSERT_FALSE(read) << toText(json);
    EXPECT_EQ(read.error().code, FailureCode::ProfileInvalid);
}

TEST(ServiceProfile, reads_back_as_it_was_written)
{
    const auto written = profile();
    const auto read = decodeServiceProfile(encode(written));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(encode(*read), encode(written));
    EXPECT_EQ(read->audience(), "urn:smartca:sam:sandbox-1");
    EXPECT_EQ(read->documentRoot.der(), written.documentRoot.der());
    EXPECT_TRUE(read->samKey == written.samKey);
}

TEST(ServiceProfile, without_any_of_its_members_is_refused)
{
    const auto whole = jsonOf(profile());
    for (const auto &[name, value] : whole.items()) {
        auto less = whole;
        less.erase(name);
        expectRefused(less);
    }
}

TEST(ServiceProfile, with_an_unknown_member_is_refused)
{
    auto more = jsonOf(profile());
    more["trustEverybody"] = true;
    expectRefused(more);
}

TEST(ServiceProfile, leads_only_to_https_and_to_no_path)
{
    for (const auto *url : {"http://127.0.0.1:8443", "https://", "https://host/path", "https://host?x",
                            "https://a@b", "ftp://host", "https://host#a", "https://ho st"}) {
        auto other = jsonOf(profile());
        other["url"] = url;
        expectRefused(other);
    }
}

TEST(ServiceProfile, with_an_anchor_that_is_no_certificate_is_refused)
{
    for (const auto *name : {"tlsRoot", "documentRoot", "timeStampRoot"}) {
        auto other = jsonOf(profile());
        other[name] = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
        expectRefused(other);
    }
}

TEST(ServiceProfile, with_another_kind_of_answer_key_is_refused)
{
    auto other = jsonOf(profile());
    other["samKey"]["crv"] = "P-384";
    expectRefused(other);
}

TEST(ServiceProfile, of_a_later_version_is_refused)
{
    auto later = jsonOf(profile());
    later["version"] = 2;
    expectRefused(later);
}

TEST(ServiceProfile, that_is_no_json_is_refused)
{
    EXPECT_FALSE(decodeServiceProfile(""));
    EXPECT_FALSE(decodeServiceProfile("url=https://127.0.0.1"));
}

} // namespace
} // namespace smartca::protocol
