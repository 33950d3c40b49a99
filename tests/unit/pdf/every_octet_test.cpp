// SPDX-License-Identifier: Apache-2.0
// Whatever octet of a signed file is changed, the file is not valid; whatever octets are given to the
// readers, they answer.
#include "pdf/showable.h"
#include "unit/pdf/signed_pdf.h"
#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace smartca::pdf {
namespace {

struct Signed {
    Bytes prepared = testing::preparedPdf();
    SignatureSlot slot = findPreparedSlot(prepared).value();
    Bytes cms = testing::cmsFor(prepared, testing::world().subscriber, &testing::world().timeStampAuthority);
    Bytes file = fillSlot(prepared, slot, cms).value();

    [[nodiscard]] bool isValid(BytesView pdf) const { return verifySignedPdf(pdf, testing::anchors()).valid; }
};

/// How far from one octet to the next: samples under the label `unit`, every octet under `octets`.
std::size_t stride(std::size_t usual)
{
    return std::getenv("SMARTCA_EVERY_OCTET") != nullptr ? 1 : usual;
}

TEST(every_octet, of_the_cms_matters)
{
    const Signed world;
    ASSERT_TRUE(world.isValid(world.file));
    for (std::size_t at = 0; at < world.cms.size(); at += stride(23)) {
        auto cms = world.cms;
        cms[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
        EXPECT_FALSE(world.isValid(fillSlot(world.prepared, world.slot, cms).value())) << "octet " << at;
    }
}

TEST(every_octet, around_the_cms_matters)
{
    const Signed world;
    for (std::size_t at = 0; at < world.file.size(); at += stride(211)) {
        if (at == world.slot.contentsStart + 1)
            at = world.slot.contentsStart + 2 * world.cms.size() - 40; // the CMS had its own turn
        auto file = world.file;
        file[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
        EXPECT_FALSE(world.isValid(file)) << "octet " << at;
    }
}

TEST(every_octet, may_be_missing_from_the_end)
{
    const Signed world;
    for (std::size_t length = 0; length < world.file.size(); length += stride(997))
        EXPECT_FALSE(world.isValid(BytesView(world.file).first(length))) << "length " << length;
}

TEST(every_octet, may_be_anything_and_every_reader_answers)
{
    const Signed world;
    std::mt19937 random(20261122); // NOLINT(cert-msc51-cpp): the same files each time
    const auto below = [&random](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (int round = 0; round < 100; ++round) {
        auto file = world.file;
        for (std::size_t changes = 1 + below(20); changes > 0; --changes) {
            const auto from = below(file.size());
            const auto length = std::min(below(40), file.size() - from);
            const auto to = below(file.size() - length);
            std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(from), length,
                        file.begin() + static_cast<std::ptrdiff_t>(to));
        }
        if (file == world.file)
            continue;
        EXPECT_FALSE(world.isValid(file));
        EXPECT_FALSE(findPreparedSlot(file).has_value());
        EXPECT_FALSE(prepareForSigning(file, testing::recordOptions()).has_value());
        (void)checkShowable(file);
    }
}

} // namespace
} // namespace smartca::pdf
