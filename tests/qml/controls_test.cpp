// SPDX-License-Identifier: Apache-2.0
// Runs tst_controls.qml; any warning of the engine fails it.
#include <QQmlEngine>
#include <QtQuickTest>

class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        QObject::connect(engine, &QQmlEngine::warnings, this, [](const QList<QQmlError> &errors) {
            for (const auto &error : errors)
                qFatal("%s", qPrintable(error.toString()));
        });
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "controls_test.moc"
