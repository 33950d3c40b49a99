// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickPaintedItem>

namespace smartca::ui {

/// What setting the entry of an item that draws one comes to: from now on it draws `entry`, anew whenever
/// that changes, and `shown` no more.
template<class Item, class Entry>
void showEntry(Item &item, Entry *&shown, Entry *entry)
{
    if (entry == shown)
        return;
    if (shown)
        shown->disconnect(&item);
    shown = entry;
    if (shown)
        QObject::connect(shown, &Entry::changed, &item, [&item] { item.update(); });
    Q_EMIT item.entryChanged();
    item.update();
}

} // namespace smartca::ui
