// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"

#include <QQmlEngine>

namespace smartca::ui {

/// Page 06 in all its shapes: ready (fingerprint or face), asking, and why it cannot be used.
class BiometricViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(bool face READ face NOTIFY changed) ///< face instead of finger: icon and words
    Q_PROPERTY(bool available READ available NOTIFY changed)
    Q_PROPERTY(Reason reason READ reason NOTIFY changed)          ///< why not
    Q_PROPERTY(QString code READ code NOTIFY changed)             ///< of the reason, for support; else empty
    Q_PROPERTY(bool asking READ asking NOTIFY changed)            ///< the system's prompt is open
    Q_PROPERTY(QString askingText READ askingText NOTIFY changed) ///< on the button while it is open
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    /// Reassuring lines under the title when available (three), the steps to take when not (numbered). Pairs
    /// of title and detail; detail may be empty.
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed)
    Q_PROPERTY(QString warning READ warning NOTIFY changed) ///< “Mọi vân tay đã lưu trong máy đều dùng được…”
    Q_PROPERTY(QString primaryText READ primaryText NOTIFY changed)
    /// “Để sau”: only where the policy makes it optional; else empty (hide the button).
    Q_PROPERTY(QString secondaryText READ secondaryText NOTIFY changed)

public:
    enum class Reason { None, NoHardware, NoneEnrolled, NoScreenLock, LockedOut, ServiceMissing, WeakOnly };
    Q_ENUM(Reason)

    BiometricViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] bool face() const;
    [[nodiscard]] bool available() const { return reason() == Reason::None; }
    [[nodiscard]] Reason reason() const;
    [[nodiscard]] QString code() const;
    [[nodiscard]] bool asking() const;
    [[nodiscard]] QString askingText() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QString warning() const;
    [[nodiscard]] QString primaryText() const;
    [[nodiscard]] QString secondaryText() const;

    /// Opens the system's prompt, its settings, or skips: whatever primaryText says.
    Q_INVOKABLE void primary();
    Q_INVOKABLE void skip();
    /// Looks again: when the page appears and when the window becomes active. On no other step, and not while
    /// the prompt is open: asking takes time, and nothing else can be done meanwhile.
    Q_INVOKABLE void look();
    void refresh();

Q_SIGNALS:
    void changed();
    void settingsNotOpened();

private:
    [[nodiscard]] bool optional() const;
    /// At the step, or at a problem that lies over it.
    [[nodiscard]] bool isHere() const;

    JourneySource &source_;
    BiometricFacts facts_;
    bool looked_ = false;
};

} // namespace smartca::ui
