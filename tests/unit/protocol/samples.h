// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"

#include <gtest/gtest.h>

#include <functional>

/// One of each message with fixed content, and how it is read and written: what the golden files hold.
namespace smartca::protocol {

struct Sample {
    std::string name; ///< of the golden file
    std::string text; ///< encoded
    /// Decodes and encodes again.
    std::function<Result<std::string>(std::string_view)> roundTrip;
    /// Members that may be left out.
    std::vector<std::string> optional;
};

[[nodiscard]] const std::vector<Sample> &samples();
/// Of the test for one sample: its name without hyphens, which GoogleTest would refuse.
[[nodiscard]] std::string testName(const ::testing::TestParamInfo<Sample> &info);
[[nodiscard]] std::string readFixture(const std::string &path);

/// Keys that are the same in every run.
[[nodiscard]] crypto::PrivateKey fixedKey(std::uint8_t seed);
[[nodiscard]] Registration sampleRegistration(crypto::Signer &device, crypto::Signer &pin,
                                              crypto::Signer *biometric);
[[nodiscard]] Sad sampleSad();
[[nodiscard]] EnrolAnswer sampleEnrolAnswer();
[[nodiscard]] Receipt sampleReceipt();

} // namespace smartca::protocol
