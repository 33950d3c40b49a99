// SPDX-License-Identifier: Apache-2.0
// Every page in every state: no text is cut, no control is without a name, no control is smaller than a
// finger, no bottom bar takes the page, and the engine has nothing to say.
#include "tests/qml/stage.h"

#include <QAccessible>
#include <QQuickItem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

using namespace smartca::ui;

namespace {

std::string describe(const QQuickItem &item)
{
    const QString text = item.property("text").toString();
    return std::string(item.metaObject()->className()) + " \"" + text.toStdString() + "\"";
}

/// Text that is elided, or whose lines are wider than the window.
std::vector<std::string> cutTexts(QQuickItem &root, qreal width)
{
    std::vector<std::string> found;
    walkVisible(&root, [&](QQuickItem &item) {
        if (!item.inherits("QQuickText") || item.property("text").toString().isEmpty())
            return;
        const QRectF place = item.mapRectToItem(&root, QRectF(0, 0, item.width(), item.height()));
        const bool spills = item.property("contentWidth").toReal() > item.width() + 1;
        const bool outside =
            place.left() < -1 || place.left() + item.property("contentWidth").toReal() > width + 1;
        if (item.property("truncated").toBool() || spills || outside)
            found.push_back(describe(item));
    });
    return found;
}

std::vector<std::string> unnamedControls(QQuickItem &root)
{
    std::vector<std::string> found;
    walkVisible(&root, [&](QQuickItem &item) {
        if (!isControl(item))
            return;
        const auto *accessible = QAccessible::queryAccessibleInterface(&item);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            found.push_back(describe(item));
    });
    return found;
}

std::vector<std::string> smallTargets(QQuickItem &root)
{
    std::vector<std::string> found;
    walkVisible(&root, [&](QQuickItem &item) {
        if (item.inherits("QQuickAbstractButton") && (item.height() < 48 || item.width() < 48))
            found.push_back(describe(item));
    });
    return found;
}

/// Pages whose fixed lower part takes more than 40 % of their height.
std::vector<std::string> tallBars(QQuickItem &root)
{
    std::vector<std::string> found;
    walkVisible(&root, [&](QQuickItem &item) {
        const auto *scrolled = item.property("flickable").value<QQuickItem *>();
        if (!scrolled || scrolled->parentItem() != &item)
            return; // no page
        const qreal bar = item.height() - scrolled->y() - scrolled->height();
        if (bar > item.height() * 0.4)
            found.push_back(std::to_string(bar) + " of " + std::to_string(item.height()));
    });
    return found;
}

struct NamedLook {
    const char *name;
    Look look;
};

class Pages : public testing::TestWithParam<NamedLook> {
protected:
    void forEveryScene(const std::function<std::vector<std::string>(Stage &)> &complaints)
    {
        Stage stage(GetParam().look);
        for (const Scene &scene : allScenes()) {
            ASSERT_NE(stage.show(scene), nullptr) << scene.name.toStdString();
            EXPECT_THAT(complaints(stage), testing::IsEmpty()) << scene.name.toStdString();
        }
    }
};

std::vector<std::string> everythingWrong(Stage &stage)
{
    QQuickItem &root = *stage.window().contentItem();
    std::vector<std::string> all;
    const auto add = [&all](const char *what, const std::vector<std::string> &found) {
        for (const auto &one : found)
            all.push_back(std::string(what) + ": " + one);
    };
    // Of the large view of a document only the bar is text; its pages may be wider than the window.
    add("cut", cutTexts(root, stage.window().width()));
    add("without a name", unnamedControls(root));
    add("too small to press", smallTargets(root));
    add("bottom bar too tall", tallBars(root));
    for (const QString &warning : stage.warnings())
        all.push_back(warning.toStdString());
    return all;
}

TEST_P(Pages, cut_no_text_name_every_control_and_make_the_engine_say_nothing)
{
    forEveryScene(everythingWrong);
}

INSTANTIATE_TEST_SUITE_P(
    looks, Pages,
    testing::Values(NamedLook{"vi_100", {}}, NamedLook{"vi_100_dark", {.dark = true}},
                    NamedLook{"en_100", {.english = true}},
                    NamedLook{"en_100_dark", {.english = true, .dark = true}},
                    NamedLook{"vi_200", {.textSize = 2}},
                    NamedLook{"vi_200_dark", {.dark = true, .textSize = 2}},
                    NamedLook{"en_200_dark", {.english = true, .dark = true, .textSize = 2}},
                    NamedLook{"vi_small_phone_200", {.textSize = 2, .window = {360, 640}}},
                    NamedLook{"en_200", {.english = true, .textSize = 2}},
                    NamedLook{"vi_small_phone", {.window = {360, 640}}},
                    NamedLook{"vi_desktop", {.window = {1280, 800}}}),
    [](const auto &info) { return std::string(info.param.name); });

// ---- passwords
// --------------------------------------------------------------------------------------------------------------------

/// All that a screen reader can have of an item.
QString saidOf(QQuickItem &item)
{
    auto *accessible = QAccessible::queryAccessibleInterface(&item);
    if (!accessible)
        return {};
    QString said;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                            QAccessible::Help, QAccessible::Accelerator})
        said += accessible->text(kind) + u'\n';
    if (auto *text = accessible->textInterface())
        said += text->text(0, text->characterCount());
    return said;
}

TEST(Passwords, are_entered_in_fields_with_a_name_and_never_said)
{
    Stage stage({});
    for (const Scene &scene : allScenes()) {
        if (!scene.name.startsWith(QLatin1String("03-password")))
            continue;
        SCOPED_TRACE(scene.name.toStdString());
        ASSERT_NE(stage.show(scene), nullptr);
        const auto &password = stage.model().password()->first()->utf8();
        const auto secret =
            QString::fromUtf8(password.text().data(), static_cast<qsizetype>(password.size()));
        int fields = 0;
        walkVisible(stage.window().contentItem(), [&](QQuickItem &item) {
            EXPECT_TRUE(secret.isEmpty() || !saidOf(item).contains(secret)) << describe(item);
            if (!item.inherits("smartca::ui::PasswordInput"))
                return;
            ++fields;
            const auto *accessible = QAccessible::queryAccessibleInterface(&item);
            ASSERT_TRUE(accessible);
            EXPECT_EQ(accessible->role(), QAccessible::EditableText);
            EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty());
            EXPECT_EQ(accessible->text(QAccessible::Value), QString());
        });
        EXPECT_EQ(fields, 2);
    }
}

// ---- tokens
// --------------------------------------------------------------------------------------------------------------------

/// WCAG 2.x relative luminance.
double luminance(const QColor &color)
{
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Pair {
    const char *ink;
    const char *ground;
    double light;
    double dark;
};

/// The measured table of the design, whole.
constexpr Pair pairs[] = {
    {"text", "bg", 15.81, 16.82},
    {"text", "surface", 17.25, 15.16},
    {"text2", "bg", 7.24, 9.91},
    {"text2", "surface", 7.89, 8.93},
    {"text2", "sunken", 6.55, 7.72},
    {"text3", "bg", 5.55, 7.11},
    {"text3", "surface", 6.06, 6.41},
    {"text3", "sunken", 5.03, 5.54},
    {"primary", "bg", 9.82, 9.95},
    {"primary", "surface", 10.72, 8.97},
    {"primary", "primaryTint", 9.08, 7.59},
    {"primaryInk", "primary", 10.72, 9.18},
    {"primaryInk", "primaryPress", 13.56, 11.53},
    {"ok", "bg", 6.41, 11.08},
    {"ok", "surface", 7.00, 9.99},
    {"ok", "okTint", 6.00, 8.42},
    {"surface", "ok", 7.00, 9.99},
    {"warn", "warnTint", 6.74, 9.19},
    {"warn", "surface", 7.48, 10.77},
    {"err", "bg", 6.74, 10.04},
    {"err", "surface", 7.36, 9.05},
    {"err", "errTint", 6.42, 8.34},
    {"text", "errTint", 15.05, 13.96},
    {"text", "warnTint", 15.54, 12.94},
    {"text", "primaryTint", 14.61, 12.83},
    {"text", "okTint", 14.80, 12.79},
    {"goldText", "goldTint", 6.16, 9.92},
    {"pageText", "page", 17.22, 14.97},
    {"lineStrong", "bg", 3.52, 4.79},
    {"lineStrong", "surface", 3.84, 4.32},
    {"primary", "seg", 7.02, 5.40},
};

TEST(Tokens, keep_the_measured_contrast_in_light_and_dark)
{
    for (const bool dark : {false, true}) {
        Stage stage({.dark = dark});
        for (const Pair &pair : pairs) {
            const double measured =
                contrast(stage.token(pair.ink).value<QColor>(), stage.token(pair.ground).value<QColor>());
            EXPECT_NEAR(measured, dark ? pair.dark : pair.light, 0.011) << pair.ink << " on " << pair.ground;
        }
    }
}

} // namespace
