// SPDX-License-Identifier: Apache-2.0
#include "ui/design/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace smartca::ui::design {

void Clipboard::copy(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace smartca::ui::design
