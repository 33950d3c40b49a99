// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ui/desk.h"
#include "ui/password_input.h"
#include "ui/pin_reveal.h"

#include <QMetaProperty>
#include <QSet>

namespace smartca::ui {
namespace {

using namespace activation;

/// Everything QML could read from `object` on: texts of all properties, of objects and models behind them.
void collect(const QObject *object, QStringList &texts, QSet<const QObject *> &seen)
{
    if (!object || seen.contains(object))
        return;
    seen.insert(object);
    for (int i = 0; i < object->metaObject()->propertyCount(); ++i) {
        const auto value = object->metaObject()->property(i).read(object);
        if (auto *child = value.value<QObject *>())
            collect(child, texts, seen);
        texts.append(value.toString());
        texts.append(value.toStringList());
    }
    if (const auto *model = qobject_cast<const QAbstractItemModel *>(object))
        for (int row = 0; row < model->rowCount(); ++row)
            for (const int role : model->roleNames().keys())
                texts.append(model->data(model->index(row, 0), role).toString());
}

QStringList readable(const QObject &object)
{
    QStringList texts;
    QSet<const QObject *> seen;
    collect(&object, texts, seen);
    return texts;
}

TEST(Secrets, no_property_or_model_holds_the_pin)
{
    Desk desk;
    desk.at(ChoosingPin{});
    press(*desk.activation.pin()->first(), {4, 8, 5, 9, 1, 3});
    desk.activation.pin()->first()->reveal();
    desk.at(EnteringSigningPin{});
    press(*desk.activation.signing()->entry(), {4, 8, 5, 9, 1, 3});
    ASSERT_EQ(desk.source.vault().value(SecretSlot::NewPin).text(), "485913");
    ASSERT_EQ(desk.source.vault().value(SecretSlot::SigningPin).text(), "485913");
    for (const auto &text : readable(desk.activation))
        EXPECT_FALSE(text.contains(QLatin1String("485913"))) << text.toStdString();
}

TEST(Secrets, no_property_or_model_holds_a_password)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    desk.activation.password()->first()->append(asBytes("Sen-Trang-62"));
    desk.activation.password()->first()->setRevealed(true);
    desk.activation.password()->second()->append(asBytes("Sen-Trang-62"));
    for (const auto &text : readable(desk.activation))
        EXPECT_FALSE(text.contains(QLatin1String("Sen-Trang"))) << text.toStdString();
}

TEST(Secrets, nothing_that_takes_a_secret_gives_texts_or_bytes_to_qml)
{
    for (const auto *meta : {&PinEntry::staticMetaObject, &PasswordEntry::staticMetaObject,
                             &PasswordInput::staticMetaObject, &PinReveal::staticMetaObject}) {
        for (int i = meta->methodOffset(); i < meta->methodCount(); ++i) {
            const auto method = meta->method(i);
            EXPECT_TRUE(method.returnMetaType() == QMetaType::fromType<void>() ||
                        method.returnMetaType() == QMetaType::fromType<bool>())
                << meta->className() << "::" << method.methodSignature().toStdString();
            for (int p = 0; p < method.parameterCount() && method.methodType() == QMetaMethod::Signal; ++p)
                ADD_FAILURE() << "a signal carries something: " << method.methodSignature().toStdString();
        }
        for (int i = meta->propertyOffset(); i < meta->propertyCount(); ++i) {
            const QString name = QString::fromLatin1(meta->property(i).name());
            const bool isText = meta->property(i).metaType() == QMetaType::fromType<QString>();
            EXPECT_TRUE(!isText || name == QLatin1String("countText") ||
                        name == QLatin1String("confirmText") || name == QLatin1String("expiredText"))
                << meta->className() << "::" << name.toStdString();
        }
    }
}

TEST(Secrets, digits_are_shown_only_while_revealed_and_never_when_locked)
{
    Desk desk;
    desk.at(ChoosingPin{});
    auto &entry = *desk.activation.pin()->first();
    entry.reveal();
    EXPECT_FALSE(entry.revealed()); // nothing to show
    entry.press(1);
    entry.reveal();
    EXPECT_TRUE(entry.revealed());
    entry.setLocked(true);
    EXPECT_FALSE(entry.revealed());
}

TEST(Secrets, a_password_is_hidden_again_when_its_page_is_left)
{
    Desk desk;
    desk.at(ChoosingPassword{});
    desk.activation.password()->first()->setRevealed(true);
    desk.at(ChoosingPin{});
    EXPECT_FALSE(desk.activation.password()->first()->revealed());
}

} // namespace
} // namespace smartca::ui
