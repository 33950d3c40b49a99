// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include <memory>

class QSettings;

namespace smartca::ui {

/// Language, theme and text size: what picture 15 sets. Kept as settings.ini in the home folder; nothing
/// secret, nothing personal.
class AppSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("handed in by the app")
    /// "vi" or "en". Setting it retranslates everything at once.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool english READ english NOTIFY languageChanged)
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged)
    /// What `theme` comes to now: bind Design's dark switch to this.
    Q_PROPERTY(bool dark READ dark NOTIFY themeChanged)
    /// The factor on every size of text, 0.85 to 2.0: bind Design's text size to this.
    Q_PROPERTY(qreal textSize READ textSize WRITE setTextSize NOTIFY textSizeChanged)
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged)

public:
    enum class Theme { System, Light, Dark };
    Q_ENUM(Theme)

    /// Without a home nothing is kept (self-test).
    explicit AppSettings(const QString &home = {}, QObject *parent = nullptr);
    ~AppSettings() override;

    [[nodiscard]] QString language() const { return language_; }
    [[nodiscard]] bool english() const;
    [[nodiscard]] Theme theme() const { return theme_; }
    [[nodiscard]] bool dark() const;
    [[nodiscard]] qreal textSize() const { return textSize_; }
    [[nodiscard]] bool reduceMotion() const { return reduceMotion_; }

    void setLanguage(const QString &language);
    void setTheme(Theme theme);
    /// "light", "dark" or "system", as on the command line.
    void setThemeName(const QString &name);
    void setTextSize(qreal textSize);
    void setReduceMotion(bool reduce);

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void textSizeChanged();
    void reduceMotionChanged();

private:
    void keep(const QString &name, const QVariant &value);

    std::unique_ptr<QSettings> store_;
    QString language_ = QStringLiteral("vi");
    Theme theme_ = Theme::System;
    qreal textSize_ = 1.0;
    bool reduceMotion_ = false;
};

} // namespace smartca::ui
