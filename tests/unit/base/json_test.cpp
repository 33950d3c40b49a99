// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <gtest/gtest.h>

namespace smartca {
namespace {

FailureCode codeOf(const Result<Json> &result)
{
    return result ? FailureCode::ServiceError : result.error().code;
}

TEST(StrictJson, refuses_a_field_that_appears_twice)
{
    EXPECT_EQ(codeOf(parseJson(R"({"hash":"A","hash":"B"})")), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson(R"({"a":{"x":1,"x":1}})")), FailureCode::JsonMalformed);
    EXPECT_TRUE(parseJson(R"({"a":{"x":1},"b":{"x":1}})"));
}

TEST(StrictJson, refuses_nesting_deeper_than_sixteen)
{
    const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parseJson(nested(16)));
    EXPECT_EQ(codeOf(parseJson(nested(17))), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson(nested(100000))), FailureCode::JsonMalformed);
}

TEST(StrictJson, refuses_an_object_of_more_fields_than_any_message_has)
{
    const auto fields = [](std::size_t count) {
        std::string text = "{";
        for (std::size_t i = 0; i < count; ++i)
            text.append(i > 0 ? ",\"" : "\"").append(std::to_string(i)).append("\":0");
        return text + "}";
    };
    EXPECT_TRUE(parseJson(fields(128)));
    EXPECT_EQ(codeOf(parseJson(fields(129))), FailureCode::JsonMalformed);
    EXPECT_TRUE(parseJson("[" + fields(128) + "," + fields(128) + "]"));
}

TEST(StrictJson, refuses_more_than_256_kib_before_reading_it)
{
    EXPECT_EQ(codeOf(parseJson('"' + std::string(jsonMaxBytes, 'a') + '"')), FailureCode::BodyTooLarge);
}

TEST(StrictJson, refuses_numbers_that_are_not_64_bit_integers)
{
    EXPECT_EQ(codeOf(parseJson("[1.5]")), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson("[1e3]")), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson("[18446744073709551615]")), FailureCode::JsonMalformed);
    EXPECT_EQ(parseJson("[9223372036854775807]")->at(0).get<std::int64_t>(),
              std::numeric_limits<std::int64_t>::max());
}

TEST(StrictJson, refuses_text_that_is_not_utf8_and_trailing_text)
{
    EXPECT_EQ(codeOf(parseJson("\"\xC3\x28\"")), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson("{} {}")), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson("// c\n{}")), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson("")), FailureCode::JsonMalformed);
}

TEST(StrictJson, refuses_a_byte_order_mark_and_a_text_with_nul)
{
    EXPECT_EQ(codeOf(parseJson("\xEF\xBB\xBF{}")), FailureCode::JsonMalformed);
    EXPECT_EQ(codeOf(parseJson(R"({"a":"x\u0000y"})")), FailureCode::JsonMalformed);
    EXPECT_TRUE(parseJson(R"({"a":"x\u0001y"})"));
}

TEST(StrictJson, keeps_values_and_their_order)
{
    const auto json = parseJson(R"({"z":[1,{"k":"v"},null,true],"a":{"m":[]}})");
    ASSERT_TRUE(json);
    EXPECT_EQ(toText(*json), R"({"z":[1,{"k":"v"},null,true],"a":{"m":[]}})");
}

struct Point {
    std::int64_t x, y;
};
Result<Point> decodePoint(std::string_view text)
{
    auto json = parseJson(text);
    if (!json)
        return tl::unexpected(json.error());
    JsonObject object(*json, "point");
    const Point point{object.integer("x", 0, 10), object.integer("y", 0, 10)};
    return object.finish(point);
}

TEST(StrictJson, an_object_reader_refuses_unknown_missing_and_wrong_fields)
{
    EXPECT_EQ(decodePoint(R"({"x":1,"y":2})")->y, 2);
    for (const auto *text :
         {R"({"x":1})", R"({"x":1,"y":2,"z":3})", R"({"x":"1","y":2})", R"({"x":1,"y":11})", R"([1,2])"}) {
        const auto point = decodePoint(text);
        ASSERT_FALSE(point) << text;
        EXPECT_EQ(point.error().code, FailureCode::FieldInvalid) << text;
    }
}

} // namespace
} // namespace smartca
