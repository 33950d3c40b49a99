// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/activation_view_model.h"
#include "ui/app_settings.h"
#include "ui/translation.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace smartca::app {

/// The app around one source of a journey: settings, texts, view models, window. The same for the live app,
/// the self-test, the pictures and the demo.
class Application : public QObject {
    Q_OBJECT

public:
    Application(ui::JourneySource &source, ui::AppSettings &settings, QObject *parent = nullptr);

    /// Makes the window. False when the QML cannot be loaded; it has said why.
    [[nodiscard]] bool load();
    [[nodiscard]] QQuickWindow *window() const { return window_; }
    [[nodiscard]] ui::ActivationViewModel &activation() { return activation_; }
    [[nodiscard]] ui::AppSettings &settings() { return settings_; }

private:
    ui::AppSettings &settings_;
    ui::Translation translation_;
    ui::ActivationViewModel activation_;
    QQmlApplicationEngine engine_;
    QQuickWindow *window_ = nullptr;
};

/// What QGuiApplication must be told before it is made.
void prepareProcess();

} // namespace smartca::app
