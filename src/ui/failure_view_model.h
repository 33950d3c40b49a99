// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"
#include "ui/problem_ways.h"

#include <QBasicTimer>
#include <QQmlEngine>

namespace smartca::ui {

/// What went wrong, ready to show: a banner on the page it happened on (`inlineNow`), or the problem page 14
/// (ActivationViewModel.page is Problem then). All texts come from the failure catalogue.
class FailureViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(bool active READ active NOTIFY changed)
    Q_PROPERTY(bool inlineNow READ inlineNow NOTIFY changed) ///< show the banner next to what it explains
    Q_PROPERTY(QString code READ code NOTIFY changed)        ///< "ACT-104"; shown small on every problem
    Q_PROPERTY(QString title READ title NOTIFY changed)      ///< what happened
    Q_PROPERTY(QString why READ why NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed) ///< what to do
    Q_PROPERTY(QString text READ text NOTIFY changed)     ///< why and action as one paragraph
    /// Of the primary button, by the remedy: “Thử lại”, “Gửi mã mới”, “Gọi 1800 1260”…
    Q_PROPERTY(QString primaryText READ primaryText NOTIFY changed)
    /// Of the button under it; empty when there is none (hide the button).
    Q_PROPERTY(QString secondaryText READ secondaryText NOTIFY changed)
    /// The second button gives up an activation that may still be good: a sheet asks first, with the texts of
    /// SigningViewModel::forgotWarning when it is for a forgotten PIN, else
    /// OutcomeViewModel::startOverWarning.
    Q_PROPERTY(bool secondaryGivesUp READ secondaryGivesUp NOTIFY changed)
    Q_PROPERTY(bool secondaryForgetsPin READ secondaryForgetsPin NOTIFY changed)
    /// Dots under the text, which has the number; triesTotal 0: none.
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY changed)
    Q_PROPERTY(int triesTotal READ triesTotal NOTIFY changed)
    /// A lock that ends: “04:32”, empty when there is none, and how much of it is over (0–1).
    Q_PROPERTY(QString countdownText READ countdownText NOTIFY countdownChanged)
    Q_PROPERTY(int countdownSeconds READ countdownSeconds NOTIFY countdownChanged)
    Q_PROPERTY(qreal countdownProgress READ countdownProgress NOTIFY countdownChanged)
    /// Icon of the problem page: "network", "clock", "lock", "fingerprint", "certificate", "document",
    /// "update", "device", "service", "mail".
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    /// Warning rather than error colours (waiting helps; nothing is lost).
    Q_PROPERTY(bool mild READ mild NOTIFY changed)

public:
    FailureViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] bool active() const { return failure().has_value(); }
    [[nodiscard]] bool inlineNow() const;
    [[nodiscard]] bool pageNow() const;
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString primaryText() const;
    [[nodiscard]] QString secondaryText() const;
    [[nodiscard]] bool secondaryGivesUp() const;
    [[nodiscard]] bool secondaryForgetsPin() const;
    [[nodiscard]] int triesLeft() const;
    [[nodiscard]] int triesTotal() const;
    [[nodiscard]] QString countdownText() const;
    [[nodiscard]] int countdownSeconds() const;
    [[nodiscard]] qreal countdownProgress() const;
    [[nodiscard]] QString icon() const;
    [[nodiscard]] bool mild() const;

    /// The primary button: what the remedy says.
    Q_INVOKABLE void primary();
    Q_INVOKABLE void secondary();

    /// What stands on this side of the journey (two passwords that differ); shown inline until the next edit.
    /// Said when it comes, not as long as it stays.
    void setLocal(std::optional<Failure> failure);
    /// The same, as the answer to something the person did (nothing in the pasted text): said every time.
    void answerLocal(Failure failure);
    [[nodiscard]] const std::optional<Failure> &failure() const;
    void setLanguage(Language language);
    void refresh();

Q_SIGNALS:
    void changed();
    void countdownChanged();
    void pasteWanted();
    void closeWanted();
    void hotlineWanted();
    void settingsNotOpened();
    void storeNotOpened();
    void localChanged();
    void newCodeWanted(); ///< this activation is given up for a new code
    void announced(const QString &text);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] FailureText describeNow() const;
    [[nodiscard]] Remedy remedy() const;
    [[nodiscard]] SecondWay secondWay() const;
    void openSettings();
    void follow(const activation::Event &event);
    void putLocal(std::optional<Failure> failure);
    void watchCountdown();
    void sayLeft(int left);

    JourneySource &source_;
    Language language_ = Language::Vietnamese;
    std::optional<Failure> local_;
    std::optional<Failure> announced_;
    std::optional<UtcTime> until_;
    Seconds lockedFor_{};
    int leastLeft_ = 0; ///< seconds at the last tick; a clock that is put back does not make it more
    QBasicTimer tick_;
};

} // namespace smartca::ui
