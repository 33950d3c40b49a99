// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pin_entry.h"

namespace smartca::ui {

/// Pages 04 and 05: `first` on Pin, `again` on PinRepeat. A weak PIN or unequal ones come as the inline
/// failure (activation.failure).
class PinViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(smartca::ui::PinEntry *first READ first CONSTANT)
    Q_PROPERTY(smartca::ui::PinEntry *again READ again CONSTANT)
    /// “Tạo mã PIN khác” as text button after one mismatch, as primary after two.
    Q_PROPERTY(bool anotherOffered READ anotherOffered NOTIFY changed)
    Q_PROPERTY(bool anotherIsPrimary READ anotherIsPrimary NOTIFY changed)
    Q_PROPERTY(QString anotherText READ anotherText NOTIFY changed)

public:
    PinViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] PinEntry *first() { return &first_; }
    [[nodiscard]] PinEntry *again() { return &again_; }
    [[nodiscard]] int mismatches() const; ///< times the repetition did not match
    [[nodiscard]] bool anotherOffered() const { return mismatches() > 0; }
    [[nodiscard]] bool anotherIsPrimary() const { return mismatches() >= 2; }
    [[nodiscard]] QString anotherText() const;

    /// “Tạo mã PIN khác”: back to page 04, both empty.
    Q_INVOKABLE void chooseAnother();
    void refresh();

Q_SIGNALS:
    void changed();
    void announced(const QString &text);

private:
    void firstEntered();
    void againEntered();
    void adviseHeadphones();

    JourneySource &source_;
    PinEntry first_;
    PinEntry again_;
    bool advised_ = false;
};

} // namespace smartca::ui
