// SPDX-License-Identifier: Apache-2.0
#include "ui/app_settings.h"

#include "base/text.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

#include <algorithm>

namespace smartca::ui {
namespace {

constexpr qreal smallestText = 0.85;
constexpr qreal largestText = 2.0;

AppSettings::Theme themeFrom(const QString &name)
{
    if (name == QLatin1String("light"))
        return AppSettings::Theme::Light;
    return name == QLatin1String("dark") ? AppSettings::Theme::Dark : AppSettings::Theme::System;
}

QString nameOf(AppSettings::Theme theme)
{
    switch (theme) {
    case AppSettings::Theme::Light:
        return QStringLiteral("light");
    case AppSettings::Theme::Dark:
        return QStringLiteral("dark");
    case AppSettings::Theme::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace

AppSettings::AppSettings(const QString &home, QObject *parent) : QObject(parent)
{
    if (home.isEmpty())
        return;
    store_ = std::make_unique<QSettings>(home + QStringLiteral("/settings.ini"), QSettings::IniFormat);
    // What the file says is judged like any input from outside.
    language_ = store_->value(QStringLiteral("language")).toString() == QLatin1String("en")
                    ? QStringLiteral("en")
                    : QStringLiteral("vi");
    theme_ = themeFrom(store_->value(QStringLiteral("theme")).toString());
    const qreal size = store_->value(QStringLiteral("textSize"), 1.0).toDouble();
    textSize_ = size >= smallestText && size <= largestText ? size : 1.0;
    reduceMotion_ = store_->value(QStringLiteral("reduceMotion")).toBool();
}

AppSettings::~AppSettings() = default;

bool AppSettings::english() const
{
    return languageFromTag(language_.toStdString()) == Language::English;
}

bool AppSettings::dark() const
{
    if (theme_ != Theme::System)
        return theme_ == Theme::Dark;
    // Qt 6.4 has no QStyleHints::colorScheme: a dark desktop shows in its palette.
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void AppSettings::setLanguage(const QString &language)
{
    const auto tag = tagOf(languageFromTag(language.toStdString()));
    const auto wanted = QString::fromLatin1(tag.data(), static_cast<qsizetype>(tag.size()));
    if (wanted == language_)
        return;
    language_ = wanted;
    keep(QStringLiteral("language"), wanted);
    Q_EMIT languageChanged();
}

void AppSettings::setTheme(Theme theme)
{
    if (theme == theme_)
        return;
    theme_ = theme;
    keep(QStringLiteral("theme"), nameOf(theme));
    Q_EMIT themeChanged();
}

void AppSettings::setThemeName(const QString &name)
{
    setTheme(themeFrom(name));
}

void AppSettings::setTextSize(qreal textSize)
{
    const qreal wanted = std::clamp(textSize, smallestText, largestText);
    if (qFuzzyCompare(wanted, textSize_))
        return;
    textSize_ = wanted;
    keep(QStringLiteral("textSize"), wanted);
    Q_EMIT textSizeChanged();
}

void AppSettings::setReduceMotion(bool reduce)
{
    if (reduce == reduceMotion_)
        return;
    reduceMotion_ = reduce;
    keep(QStringLiteral("reduceMotion"), reduce);
    Q_EMIT reduceMotionChanged();
}

void AppSettings::keep(const QString &name, const QVariant &value)
{
    if (store_)
        store_->setValue(name, value);
}

} // namespace smartca::ui
