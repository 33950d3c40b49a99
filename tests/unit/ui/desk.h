// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/app_settings.h"
#include "ui/fixtures/fixtures.h"
#include "ui/translation.h"

#include <gtest/gtest.h>

namespace smartca::ui {

/// The view models over a state that stands still.
struct Desk {
    FixtureSource source;
    AppSettings settings;
    Translation translation{settings};
    ActivationViewModel activation{source, settings};

    void at(activation::Stage stage, std::optional<Failure> failure = std::nullopt)
    {
        source.setState(
            {.facts = source.state().facts, .stage = std::move(stage), .failure = std::move(failure)});
    }
    template<class Event>
    [[nodiscard]] int times() const
    {
        return static_cast<int>(std::ranges::count_if(
            source.events(), [](const auto &event) { return std::holds_alternative<Event>(event); }));
    }
};

inline void press(PinEntry &entry, std::initializer_list<int> digits)
{
    for (const int digit : digits)
        entry.press(digit);
}

} // namespace smartca::ui
