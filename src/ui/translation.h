// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/app_settings.h"

#include <QTranslator>

namespace smartca::ui {

/// Keeps the program's texts in the language of the settings. Sources are Vietnamese; English comes from
/// i18n/smartca_en.ts. Made before the view models, so that they say the new texts when they are told.
class Translation : public QObject {
    Q_OBJECT

public:
    explicit Translation(AppSettings &settings, QObject *parent = nullptr);
    ~Translation() override;
    /// Texts of QML follow too.
    void follow(QQmlEngine *engine) { engine_ = engine; }

private:
    void apply();

    AppSettings &settings_;
    QTranslator english_;
    QQmlEngine *engine_ = nullptr;
    bool installed_ = false;
};

} // namespace smartca::ui
