// SPDX-License-Identifier: Apache-2.0
#include "ui/design/typeface.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <initializer_list>

namespace smartca::ui::design {

namespace {

QString firstInstalled(std::initializer_list<const char *> families)
{
    for (const char *family : families) {
        if (QFontDatabase::hasFamily(QString::fromLatin1(family)))
            return QString::fromLatin1(family);
    }
    return QGuiApplication::font().family();
}

} // namespace

Typeface::Typeface(QObject *parent)
    : QObject(parent),
      textFamily(firstInstalled({"Inter", "Roboto", "Noto Sans"})),
      displayFamily(firstInstalled({"Inter Display", "Inter", "Roboto", "Noto Sans"}))
{}

} // namespace smartca::ui::design
