// SPDX-License-Identifier: Apache-2.0
#include "ui/pin_view_model.h"

#include <utility>

namespace smartca::ui {

using activation::SecretSlot;

PinViewModel::PinViewModel(JourneySource &source, QObject *parent)
    : QObject(parent),
      source_(source),
      first_(source, SecretSlot::NewPin, this),
      again_(source, SecretSlot::PinAgain, this)
{
    connect(&first_, &PinEntry::confirmed, this, &PinViewModel::firstEntered);
    connect(&again_, &PinEntry::confirmed, this, &PinViewModel::againEntered);
    const auto dismiss = [this] {
        if (source_.state().failure)
            source_.submit(activation::FailureDismissed{});
    };
    connect(&first_, &PinEntry::freshStarted, this, dismiss);
    connect(&again_, &PinEntry::freshStarted, this, dismiss);
}

void PinViewModel::firstEntered()
{
    if (const auto rule = source_.vault().judgePin())
        source_.submit(activation::PinRejected{*rule});
    else
        source_.submit(activation::PinChosen{});
}

void PinViewModel::againEntered()
{
    source_.submit(activation::PinRepeated{source_.vault().pinsEqual()});
}

int PinViewModel::mismatches() const
{
    const auto *repeating = std::get_if<activation::RepeatingPin>(&source_.state().stage);
    return repeating ? repeating->mismatches : 0;
}

QString PinViewModel::anotherText() const
{
    //: button after the two PINs differed: back to choosing one
    return tr("Tạo mã PIN khác");
}

void PinViewModel::chooseAnother()
{
    first_.clear();
    again_.clear();
    source_.submit(activation::AnotherPinWanted{});
}

void PinViewModel::refresh()
{
    const auto &failure = source_.state().failure;
    const bool choosing = std::holds_alternative<activation::ChoosingPin>(source_.state().stage);
    const bool repeating = std::holds_alternative<activation::RepeatingPin>(source_.state().stage);
    first_.setWrong(choosing && failure && failure->code == FailureCode::PinWeak);
    if (!choosing)
        first_.leave();
    if (!repeating)
        again_.leave();
    const bool unequal = repeating && failure && failure->code == FailureCode::PinsUnequal;
    if (unequal && !again_.wrong())
        again_.clear();
    again_.setWrong(unequal);
    first_.refresh();
    again_.refresh();
    Q_EMIT changed();
    if (choosing && !failure)
        adviseHeadphones();
}

/// Once: whoever comes back to the page has heard it.
void PinViewModel::adviseHeadphones()
{
    if (!std::exchange(advised_, true))
        //: said once by screen readers on the PIN page
        Q_EMIT announced(tr("Nên dùng tai nghe khi nhập mã PIN."));
}

} // namespace smartca::ui
