// SPDX-License-Identifier: Apache-2.0
#include "client/session.h"
#include "device/home_lock.h"
#include "tests/unit/device/scratch.h"
#include "ui/session_source.h"

#include <gtest/gtest.h>

namespace smartca::ui {
namespace {

TEST(SessionSource, home_in_use_is_said_and_trying_again_looks_again)
{
    const test::Scratch home;
    auto other = device::lockHome(home.path()).value();
    int asked = 0;
    SessionSource source({}, [&]() -> Result<std::unique_ptr<client::ActivationSession>> {
        ++asked;
        SMARTCA_TRY(const auto lock, device::lockHome(home.path()));
        return tl::unexpected(
            Failure{.code = FailureCode::KeyStoreUnusable, .detail = "further on", .facts = {}});
    });
    source.open();
    EXPECT_EQ(source.state().failure->code, FailureCode::HomeInUse);
    source.open();
    EXPECT_EQ(asked, 1) << "a second first frame opens nothing";
    source.submit(activation::RetryPressed{});
    EXPECT_EQ(source.state().failure->code, FailureCode::HomeInUse);
    other.reset();
    source.submit(activation::RetryPressed{});
    EXPECT_EQ(source.state().failure->code, FailureCode::KeyStoreUnusable);
}

} // namespace
} // namespace smartca::ui
