// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"

#include <QQmlEngine>

namespace smartca::ui {

/// One password field (03): what is typed goes straight into the vault. QML sees its length, never its text.
class PasswordEntry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(int length READ length NOTIFY changed) ///< in characters
    Q_PROPERTY(bool empty READ empty NOTIFY changed)
    /// The eye: starts false, lasts until the page is left.
    Q_PROPERTY(bool revealed READ revealed WRITE setRevealed NOTIFY changed)
    /// Good as it stands (first: all rules met; second: equal): green border and tick.
    Q_PROPERTY(bool ok READ ok NOTIFY changed)
    /// Wrong as it stands (marks typed by Telex or VNI; unequal and as long as the first): error border.
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed)

public:
    PasswordEntry(JourneySource &source, activation::SecretSlot slot, QObject *parent);

    [[nodiscard]] int length() const;
    [[nodiscard]] bool empty() const { return length() == 0; }
    [[nodiscard]] bool revealed() const { return revealed_; }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool wrong() const { return wrong_; }
    void setRevealed(bool revealed);
    Q_INVOKABLE void clear();

    // for the view model and PasswordInput
    [[nodiscard]] const SecretBytes &utf8() const;
    void append(BytesView utf8);
    void removeLast();
    void setVerdict(bool ok, bool wrong);
    void refresh() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();
    void edited();

private:
    JourneySource &source_;
    activation::SecretSlot slot_;
    bool revealed_ = false;
    bool ok_ = false;
    bool wrong_ = false;
};

} // namespace smartca::ui
