// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/qr_image.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace smartca::sandbox {
namespace {

std::uint32_t bigEndian(const Bytes &bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bytes.at(at)) << 24 |
           static_cast<std::uint32_t>(bytes.at(at + 1)) << 16 |
           static_cast<std::uint32_t>(bytes.at(at + 2)) << 8 | bytes.at(at + 3);
}

TEST(QrImage, is_a_square_png_whose_checksums_are_right)
{
    const auto png = qrCodePng("https://127.0.0.1:8443/a#u=079162001418&t=AAAAAAAAAAAAAAAAAAAAAA", 4).value();
    ASSERT_EQ(asText(BytesView(png).subspan(1, 3)), "PNG");
    EXPECT_EQ(bigEndian(png, 16), bigEndian(png, 20));
    std::vector<std::string> types;
    for (std::size_t at = 8; at < png.size();) {
        const auto length = bigEndian(png, at);
        types.emplace_back(asText(BytesView(png).subspan(at + 4, 4)));
        EXPECT_EQ(bigEndian(png, at + 8 + length), crc32(0, png.data() + at + 4, length + 4));
        at += 12 + length;
    }
    EXPECT_EQ(types, (std::vector<std::string>{"IHDR", "IDAT", "IEND"}));
}

TEST(QrImage, has_a_quiet_zone_and_the_three_finders)
{
    const auto png = qrCodePng("SMARTCA", 1).value();
    const auto side = bigEndian(png, 16);
    const auto length = bigEndian(png, 33);
    const std::size_t stride = (side + 7) / 8 + 1;
    Bytes rows(stride * side);
    uLongf size = rows.size();
    ASSERT_EQ(uncompress(rows.data(), &size, png.data() + 41, length), Z_OK);
    const auto dark = [&](std::size_t x, std::size_t y) {
        return (rows.at(y * stride + 1 + x / 8) >> (7 - x % 8) & 1) == 0;
    };
    for (std::size_t at = 0; at < side; ++at)
        for (std::size_t edge = 0; edge < 4; ++edge) {
            EXPECT_FALSE(dark(at, edge) || dark(edge, at) || dark(at, side - 1 - edge) ||
                         dark(side - 1 - edge, at));
        }
    for (const auto &[x, y] : {std::pair{std::size_t{4}, std::size_t{4}}, {side - 11, 4}, {4, side - 11}}) {
        EXPECT_TRUE(dark(x, y) && dark(x + 6, y + 6) && dark(x + 3, y + 3));
        EXPECT_FALSE(dark(x + 1, y + 1));
    }
}

TEST(QrImage, refuses_a_text_that_fits_into_no_code)
{
    EXPECT_FALSE(qrCodePng(std::string(4000, 'a')));
}

} // namespace
} // namespace smartca::sandbox
