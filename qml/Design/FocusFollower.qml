// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Keeps what has the focus in view: whoever goes by keyboard sees where they are.
Item {
    id: follower

    required property Flickable flickable

    /// Scrolls until the item, with a little room around it, is in view, or its beginning where it is taller than the view; nothing
    /// when it is not in what scrolls.
    function reveal(item: Item) {
        const flick = follower.flickable;
        let inside = false;
        for (let at = item; at; at = at.parent)
            inside = inside || at === flick.contentItem;
        if (!inside)
            return;
        const top = item.mapToItem(flick.contentItem, 0, 0).y;
        if (top - 12 < flick.contentY)
            flick.contentY = Math.max(0, top - 12);
        else if (top + item.height + 12 > flick.contentY + flick.height)
            flick.contentY = Math.min(flick.contentHeight - flick.height, top - 12, top + item.height + 12 - flick.height);
    }

    Connections {
        target: follower.Window.window

        function onActiveFocusItemChanged() {
            const item = follower?.Window.window?.activeFocusItem; // null while the page is taken down
            if (item)
                follower.reveal(item);
        }
    }
}
