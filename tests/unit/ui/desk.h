// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/app_settings.h"
#include "ui/fixtures/fixtures.h"
#include "ui/translation.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTimerEvent>

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

/// What the window says to a screen reader from now on. It says what changes: a sentence like the one before
/// counts only when there was silence between the two.
class Heard {
public:
    explicit Heard(const ActivationViewModel &activation) : last_(activation.announcement())
    {
        QObject::connect(&activation, &ActivationViewModel::announcementChanged, &listener_,
                         [this, &activation] { note(activation.announcement()); });
    }
    [[nodiscard]] const QStringList &sentences() const { return sentences_; }
    [[nodiscard]] qsizetype times(const QString &words) const { return sentences_.filter(words).size(); }

private:
    void note(const QString &sentence)
    {
        if (std::exchange(last_, sentence) != sentence && !sentence.isEmpty())
            sentences_.append(sentence);
    }

    QObject listener_;
    QString last_;
    QStringList sentences_;
};

/// As if the time of its timers were over.
inline void ring(QObject &object)
{
    for (const auto &timer : QAbstractEventDispatcher::instance()->registeredTimers(&object)) {
        QTimerEvent over(timer.timerId);
        QCoreApplication::sendEvent(&object, &over);
    }
}

inline void press(PinEntry &entry, std::initializer_list<int> digits)
{
    for (const int digit : digits)
        entry.press(digit);
}

} // namespace smartca::ui
