// SPDX-License-Identifier: Apache-2.0
#include "sandbox/admin/listen_address.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

TEST(ListenAddress, of_this_machine_alone_is_recognised)
{
    for (const auto *text : {"127.0.0.1:8443", "127.9.9.9:1", "localhost:0", "[::1]:8443"})
        EXPECT_TRUE(parseListenAddress(text)->loopback) << text;
    for (const auto *text : {"0.0.0.0:8443", "192.168.1.2:8443", "[::]:8443", "[fe80::1]:8443"})
        EXPECT_FALSE(parseListenAddress(text)->loopback) << text;
    EXPECT_TRUE(parseListenAddress("0.0.0.0:1")->any);
    EXPECT_TRUE(parseListenAddress("[::]:1")->any);
}

TEST(ListenAddress, that_is_none_is_refused)
{
    for (const auto *text : {"", "8443", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:-1",
                             "example.vn:8443", "::1:8443", "127.0.0.1:8443x", "127.1:80", "[127.0.0.1]:80"})
        EXPECT_FALSE(parseListenAddress(text)) << text;
}

TEST(ListenAddress, becomes_a_url_with_the_port_that_was_picked)
{
    EXPECT_EQ(parseListenAddress("localhost:0")->url(1234), "https://127.0.0.1:1234");
    EXPECT_EQ(parseListenAddress("[::1]:0")->url(1234), "https://[::1]:1234");
}

TEST(PublicUrl, names_a_host_and_nothing_else)
{
    EXPECT_EQ(*hostOfPublicUrl("https://sign.example.vn"), "sign.example.vn");
    EXPECT_EQ(*hostOfPublicUrl("https://sign.example.vn:8443"), "sign.example.vn");
    EXPECT_EQ(*hostOfPublicUrl("https://[::1]:8443"), "::1");
    for (const auto *text :
         {"https://a.b:0", "https://a.b:", "https://a.b:65536", "https://a.b:x", "https://:8443",
          "https://[::1]8443", "https://[]:1", "https://a.b:1:2", "https://a.b:080"})
        EXPECT_FALSE(hostOfPublicUrl(text)) << text;
    for (const auto *text : {"", "http://sign.example.vn", "https://", "https://a/b", "https://a?b",
                             "https://user@a", "https://a#b", "https://a b", "https://[::1"})
        EXPECT_FALSE(hostOfPublicUrl(text)) << text;
}

} // namespace
} // namespace smartca::sandbox
