// SPDX-License-Identifier: Apache-2.0
#include "protocol/secret_json.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

TEST(SecretJsonWriter, escapes_as_the_ordinary_writer_does)
{
    std::string every;
    for (int c = 1; c < 0x80; ++c)
        every.push_back(static_cast<char>(c));
    every += "Hoà ế 😀";
    SecretJsonWriter writer(8);
    writer.text("mật \"khẩu\"", every);
    writer.text("rỗng", "");
    EXPECT_EQ(std::move(writer).finish().text(), toText(Json{{"mật \"khẩu\"", every}, {"rỗng", ""}}));
}

TEST(SecretJsonWriter, writes_an_empty_object)
{
    EXPECT_EQ(SecretJsonWriter(2).finish().text(), "{}");
}

TEST(SecretJsonWriter, keeps_members_that_are_json_already)
{
    SecretJsonWriter writer(64);
    writer.json("device", R"({"platform":"linux"})");
    EXPECT_EQ(std::move(writer).finish().text(), R"({"device":{"platform":"linux"}})");
}

TEST(TakeSecret, wipes_what_the_parser_held)
{
    auto json = *parseJson(R"({"password":"Sen-Hoa-2026!-rat-dai"})");
    JsonObject object(json, "test");
    EXPECT_EQ(takeSecret(object, "password", 1, 64).text(), "Sen-Hoa-2026!-rat-dai");
    EXPECT_EQ(json["password"].get<std::string>(), std::string(21, '\0'));
}

} // namespace
} // namespace smartca::protocol
