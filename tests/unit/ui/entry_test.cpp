// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ui/desk.h"
#include "ui/pin_reveal.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>

namespace smartca::ui {
namespace {

using namespace activation;

TEST(Password, the_list_follows_every_character)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    auto &password = *desk.activation.password();
    const auto marks = [&] {
        QList<int> all;
        for (const auto &row : password.rules()->rows())
            all.append(row.mark);
        return all;
    };
    const int no = Checklist::Waiting;
    const int yes = Checklist::Done;
    EXPECT_EQ(marks(), (QList<int>{no, no, no, no, no}));
    password.first()->append(asBytes("hoasentrang"));
    EXPECT_EQ(marks(), (QList<int>{yes, no, yes, no, no}));
    password.first()->append(asBytes("H"));
    EXPECT_EQ(password.continueText().toStdString(), "Còn thiếu chữ số và ký tự đặc biệt");
    password.first()->append(asBytes("6!"));
    EXPECT_EQ(marks(), (QList<int>{yes, yes, yes, yes, yes}));
    password.first()->removeLast();
    EXPECT_EQ(marks(), (QList<int>{yes, yes, yes, yes, no}));
}

TEST(Password, marks_of_an_input_method_are_refused_with_the_way_out)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    auto &password = *desk.activation.password();
    password.first()->append(asBytes("Hoà-Bình-62"));
    const auto &failure = *desk.activation.failure();
    EXPECT_TRUE(failure.inlineNow());
    EXPECT_EQ(failure.failure()->code, FailureCode::PasswordNotAscii);
    EXPECT_TRUE(failure.text().contains(QStringLiteral("chuyển bàn phím sang tiếng Anh")));
    EXPECT_FALSE(password.secondRefused());
    EXPECT_TRUE(password.first()->wrong());
    EXPECT_FALSE(password.canContinue());
}

TEST(Password, space_is_refused_as_a_space_and_no_input_method_is_blamed)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    auto &password = *desk.activation.password();
    password.first()->append(asBytes("Hoa-Binh 62"));
    EXPECT_EQ(desk.activation.failure()->failure()->code, FailureCode::PasswordWeak);
    EXPECT_TRUE(desk.activation.failure()->text().contains(QStringLiteral("không có khoảng trắng")));
    EXPECT_EQ(password.continueText().toStdString(), "Bỏ khoảng trắng");
    EXPECT_FALSE(password.canContinue());
}

TEST(Password, one_erased_character_is_one_character_whatever_its_octets)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    auto &first = *desk.activation.password()->first();
    first.append(asBytes("aạ"));
    EXPECT_EQ(first.length(), 2);
    first.removeLast();
    EXPECT_EQ(first.utf8().text(), "a");
}

TEST(Password, nothing_goes_on_while_the_two_differ)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    auto &password = *desk.activation.password();
    QSignalSpy missing(&password, &PasswordViewModel::secondMissing);
    password.first()->append(asBytes("Sen-Trang-62"));
    password.second()->append(asBytes("Sen-Trang-63"));
    EXPECT_TRUE(password.second()->wrong());
    EXPECT_EQ(desk.activation.failure()->failure()->code, FailureCode::PasswordsUnequal);
    EXPECT_TRUE(desk.activation.failure()->inlineNow());
    EXPECT_TRUE(password.secondRefused());
    EXPECT_TRUE(desk.activation.announcement().contains(QStringLiteral("chưa giống nhau")));
    password.submit();
    EXPECT_EQ(missing.count(), 1);
    EXPECT_EQ(desk.times<PasswordChosen>(), 0);
    password.second()->removeLast();
    password.second()->append(asBytes("2"));
    EXPECT_FALSE(desk.activation.failure()->active());
    EXPECT_EQ(password.equalText().toStdString(), "Hai mật khẩu khớp nhau");
    password.submit();
    EXPECT_EQ(desk.times<PasswordChosen>(), 1);
}

TEST(Password, that_it_is_weak_is_said_when_the_button_is_pressed_and_not_while_typing)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    auto &password = *desk.activation.password();
    password.submit();
    EXPECT_FALSE(desk.activation.failure()->active()) << "an empty field is not weak: it is empty";
    password.first()->append(asBytes("hoasentrang"));
    EXPECT_FALSE(desk.activation.failure()->active());
    password.submit();
    ASSERT_TRUE(desk.activation.failure()->inlineNow());
    EXPECT_EQ(desk.activation.failure()->failure()->code, FailureCode::PasswordWeak);
    EXPECT_FALSE(password.secondRefused());
    password.first()->append(asBytes("H"));
    EXPECT_FALSE(desk.activation.failure()->active()) << "typing on ends the verdict";
    password.first()->append(asBytes("6!0123456789012345678901"));
    EXPECT_EQ(desk.activation.failure()->failure()->code, FailureCode::PasswordWeak)
        << "too long: typing on does not help";
    desk.at(ChoosingPin{});
    EXPECT_FALSE(desk.activation.failure()->active()) << "of another page";
}

TEST(Password, verdict_is_said_each_time_the_button_is_pressed_and_not_with_every_character)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    auto &password = *desk.activation.password();
    const Heard heard(desk.activation);
    password.first()->append(asBytes("Hoà"));
    password.first()->append(asBytes("B"));
    password.first()->append(asBytes("inh"));
    EXPECT_EQ(heard.times(desk.activation.failure()->title()), 1);
    password.first()->clear();
    password.first()->append(asBytes("hoasentrang"));
    password.submit();
    password.submit();
    EXPECT_EQ(desk.activation.failure()->failure()->code, FailureCode::PasswordWeak);
    EXPECT_EQ(heard.times(desk.activation.failure()->title()), 2);
}

TEST(Pin, weak_and_unequal_ones_come_with_code_and_words_beside_the_dots)
{
    Desk desk;
    for (const auto code : {FailureCode::PinWeak, FailureCode::PinsUnequal}) {
        desk.source.setState(stateWith(code));
        const auto &failure = *desk.activation.failure();
        EXPECT_TRUE(failure.inlineNow());
        EXPECT_EQ(failure.code().toStdString(), codeText(code));
        EXPECT_FALSE(failure.text().isEmpty());
    }
}

TEST(Pin, headphones_are_advised_once)
{
    Desk desk;
    int times = 0;
    QObject::connect(&desk.activation, &ActivationViewModel::announcementChanged, &desk.activation, [&] {
        times += desk.activation.announcement().contains(QStringLiteral("tai nghe")) ? 1 : 0;
    });
    desk.at(ChoosingPin{});
    EXPECT_EQ(times, 1);
    desk.at(RepeatingPin{});
    desk.at(ChoosingPin{});
    EXPECT_EQ(times, 1);
}

TEST(Pin, keys_fill_and_erase_and_a_seventh_is_ignored)
{
    Desk desk;
    desk.at(ChoosingPin{});
    auto &entry = *desk.activation.pin()->first();
    press(entry, {4, 8, 5, 9, 1, 3, 8});
    EXPECT_EQ(desk.source.vault().value(SecretSlot::NewPin).text(), "485913");
    entry.erase();
    EXPECT_EQ(entry.count(), 5);
    EXPECT_EQ(entry.confirmText().toStdString(), "Nhập thêm 1 số");
    EXPECT_EQ(entry.countText().toStdString(), "Đã nhập 5 trên 6 số");
    entry.press(10);
    entry.press(-1);
    EXPECT_EQ(entry.count(), 5);
}

TEST(Pin, a_keyboard_works_like_the_pad)
{
    Desk desk;
    desk.at(ChoosingPin{});
    auto &entry = *desk.activation.pin()->first();
    EXPECT_TRUE(entry.key(Qt::Key_2));
    EXPECT_TRUE(entry.key(Qt::Key_7));
    EXPECT_TRUE(entry.key(Qt::Key_Backspace));
    EXPECT_FALSE(entry.key(Qt::Key_A));
    EXPECT_EQ(entry.count(), 1);
    EXPECT_TRUE(entry.key(Qt::Key_Return)); // not complete: does nothing
    EXPECT_TRUE(desk.source.events().empty());
}

TEST(Pin, a_weak_one_is_rejected_with_its_rule_and_never_reaches_the_journey)
{
    Desk desk;
    desk.at(ChoosingPin{});
    auto &entry = *desk.activation.pin()->first();
    press(entry, {1, 2, 3, 4, 5, 6});
    entry.confirm();
    EXPECT_EQ(desk.times<PinChosen>(), 0);
    ASSERT_EQ(desk.times<PinRejected>(), 1);
    EXPECT_EQ(std::get<PinRejected>(desk.source.events().back()).rule, PinRule::Run);
}

TEST(Pin, the_first_key_after_a_refusal_begins_a_new_one)
{
    Desk desk;
    desk.at(ChoosingPin{});
    auto &entry = *desk.activation.pin()->first();
    press(entry, {1, 2, 3, 4, 5, 6});
    QSignalSpy rejected(&entry, &PinEntry::rejected);
    desk.source.setState(stateWith(FailureCode::PinWeak));
    EXPECT_EQ(rejected.count(), 1);
    EXPECT_EQ(entry.confirmText().toStdString(), "Chọn mã PIN khác");
    entry.press(9);
    EXPECT_EQ(entry.count(), 1);
    EXPECT_EQ(desk.times<FailureDismissed>(), 1);
}

TEST(Pin, unequal_ones_are_counted_and_another_is_offered)
{
    Desk desk;
    desk.source.setLive(true);
    desk.at(ChoosingPin{});
    auto &pin = *desk.activation.pin();
    press(*pin.first(), {4, 8, 5, 9, 1, 3});
    pin.first()->confirm();
    for (int mismatch = 1; mismatch <= 2; ++mismatch) {
        press(*pin.again(), {4, 8, 5, 9, 1, 6});
        pin.again()->confirm();
        EXPECT_EQ(pin.mismatches(), mismatch);
        EXPECT_EQ(pin.again()->count(), 0);
    }
    EXPECT_TRUE(pin.anotherIsPrimary());
    pin.chooseAnother();
    EXPECT_EQ(desk.activation.page(), ActivationViewModel::Page::Pin);
    EXPECT_EQ(pin.first()->count(), 0);
}

TEST(Pin, second_refusal_for_the_same_reason_is_said_again)
{
    Desk desk;
    desk.source.setLive(true);
    desk.at(ChoosingPin{});
    auto &pin = *desk.activation.pin();
    const Heard heard(desk.activation);
    for (int weak = 1; weak <= 2; ++weak) {
        press(*pin.first(), {1, 2, 3, 4, 5, 6});
        pin.first()->confirm();
        EXPECT_EQ(desk.activation.failure()->failure()->code, FailureCode::PinWeak);
        EXPECT_EQ(heard.times(desk.activation.failure()->title()), weak);
    }
    press(*pin.first(), {4, 8, 5, 9, 1, 3});
    pin.first()->confirm();
    for (int unequal = 1; unequal <= 2; ++unequal) {
        press(*pin.again(), {4, 8, 5, 9, 1, 6});
        pin.again()->confirm();
        EXPECT_EQ(desk.activation.failure()->failure()->code, FailureCode::PinsUnequal);
        EXPECT_EQ(heard.times(desk.activation.failure()->title()), unequal);
    }
}

QImage drawn(PinReveal &reveal)
{
    QImage image(240, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    reveal.paint(&painter);
    return image;
}

TEST(Pin, digits_shown_on_demand_are_hidden_again_after_three_seconds)
{
    Desk desk;
    desk.at(ChoosingPin{});
    auto &entry = *desk.activation.pin()->first();
    PinReveal reveal;
    reveal.setSize({240, 40});
    reveal.setEntry(&entry);
    press(entry, {4, 8, 5, 9, 1, 3});
    const auto hidden = drawn(reveal);
    entry.reveal();
    EXPECT_TRUE(entry.revealed());
    EXPECT_NE(drawn(reveal), hidden);
    const auto timers = QAbstractEventDispatcher::instance()->registeredTimers(&entry);
    ASSERT_EQ(timers.size(), 1);
    EXPECT_EQ(timers.front().interval, 3000);
    ring(entry);
    EXPECT_FALSE(entry.revealed());
    EXPECT_EQ(drawn(reveal), hidden);
    EXPECT_EQ(entry.count(), 6) << "hidden, not erased";
}

TEST(Pin, the_same_twice_goes_on)
{
    Desk desk;
    desk.source.setLive(true);
    desk.at(ChoosingPin{});
    auto &pin = *desk.activation.pin();
    press(*pin.first(), {4, 8, 5, 9, 1, 3});
    pin.first()->confirm();
    press(*pin.again(), {4, 8, 5, 9, 1, 3});
    pin.again()->confirm();
    EXPECT_EQ(desk.activation.page(), ActivationViewModel::Page::Biometric);
}

/// Typed, never confirmed, left alone: where the pad stands, and which slot it fills.
struct LeftAlone {
    Stage stage;
    PinEntry *(*entry)(ActivationViewModel &);
};

TEST(Pin, digits_left_alone_empty_the_pad_and_say_why_until_the_next_key)
{
    const LeftAlone pads[] = {
        {ChoosingPin{}, [](ActivationViewModel &model) { return model.pin()->first(); }},
        {RepeatingPin{}, [](ActivationViewModel &model) { return model.pin()->again(); }},
        {EnteringSigningPin{}, [](ActivationViewModel &model) { return model.signing()->entry(); }}};
    for (const auto &pad : pads) {
        Desk desk;
        desk.at(pad.stage);
        auto &entry = *pad.entry(desk.activation);
        press(entry, {4, 8, 5, 9, 1, 3});
        entry.reveal();
        Q_EMIT desk.source.pinExpired(entry.slot());
        EXPECT_EQ(entry.count(), 0) << nameOf(pad.stage);
        EXPECT_FALSE(entry.revealed());
        EXPECT_FALSE(entry.canConfirm());
        EXPECT_TRUE(entry.expiredText().contains(QStringLiteral("60 giây")));
        EXPECT_EQ(desk.activation.announcement(), entry.expiredText());
        entry.press(4);
        EXPECT_TRUE(entry.expiredText().isEmpty());
        EXPECT_EQ(entry.count(), 1);
    }
}

TEST(Pin, why_the_pad_is_empty_is_not_said_again_on_another_day)
{
    Desk desk;
    desk.at(EnteringSigningPin{});
    auto &entry = *desk.activation.signing()->entry();
    Q_EMIT desk.source.pinExpired(SecretSlot::NewPin);
    EXPECT_TRUE(entry.expiredText().isEmpty()) << "of another pad";
    Q_EMIT desk.source.pinExpired(SecretSlot::SigningPin);
    desk.at(ReadingRecord{true});
    desk.at(EnteringSigningPin{});
    EXPECT_TRUE(entry.expiredText().isEmpty());
}

TEST(Signing, no_key_is_taken_while_the_sheet_opens_or_works)
{
    Desk desk;
    auto &entry = *desk.activation.signing()->entry();
    const Stage stages[] = {OpeningPinSheet{}, Signing{}, Verifying{}};
    for (const auto &stage : stages) {
        desk.at(stage);
        press(entry, {1, 2});
        EXPECT_EQ(entry.count(), 0) << nameOf(stage);
    }
    desk.at(EnteringSigningPin{});
    press(entry, {1, 2});
    EXPECT_EQ(entry.count(), 2);
}

} // namespace
} // namespace smartca::ui
