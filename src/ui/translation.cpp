// SPDX-License-Identifier: Apache-2.0
#include "ui/translation.h"

#include <QCoreApplication>

namespace smartca::ui {

Translation::Translation(AppSettings &settings, QObject *parent) : QObject(parent), settings_(settings)
{
    connect(&settings_, &AppSettings::languageChanged, this, &Translation::apply);
    apply();
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&english_);
}

void Translation::apply()
{
    if (settings_.english() == installed_)
        return;
    if (english_.isEmpty() && !english_.load(QStringLiteral(":/i18n/smartca_en.qm")))
        qWarning("the English texts are missing");
    installed_ = settings_.english();
    if (installed_)
        QCoreApplication::installTranslator(&english_);
    else
        QCoreApplication::removeTranslator(&english_);
    if (engine_)
        engine_->retranslate();
}

} // namespace smartca::ui
