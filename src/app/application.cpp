// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "base/secret_bytes.h"

#include <QGuiApplication>

namespace smartca::app {

Application::Application(ui::JourneySource &source, ui::AppSettings &settings, QObject *parent)
    : QObject(parent), settings_(settings), translation_(settings), activation_(source, settings)
{
    translation_.follow(&engine_);
    // Qt 6.4 does not look there by itself; nothing outside the program and Qt's own modules is looked at.
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

bool Application::load()
{
    engine_.setInitialProperties({{QStringLiteral("activation"), QVariant::fromValue(&activation_)},
                                  {QStringLiteral("settings"), QVariant::fromValue(&settings_)}});
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Smartca/App/Main.qml")));
    if (engine_.rootObjects().isEmpty())
        return false;
    window_ = qobject_cast<QQuickWindow *>(engine_.rootObjects().constFirst());
    return window_ != nullptr;
}

void prepareProcess()
{
    // First of all: before anything could hold a secret.
    hardenProcess();
    QGuiApplication::setApplicationName(QStringLiteral("SmartCA"));
    QGuiApplication::setOrganizationName(QStringLiteral("SmartCA"));
    QGuiApplication::setApplicationVersion(QStringLiteral(SMARTCA_VERSION));
    // One look everywhere: flat shapes need no graphics card, and a locked-down desktop has none.
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND"))
        QQuickWindow::setSceneGraphBackend(QStringLiteral("software"));
}

} // namespace smartca::app
