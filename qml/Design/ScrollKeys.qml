// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// What the keys do to a column that scrolls, where no control has taken them.
QtObject {
    id: keys

    required property Flickable flickable

    function scroll(event: var) {
        const flick = keys.flickable;
        const page = flick.height * 0.8;
        switch (event.key) {
        case Qt.Key_Up:
            keys.go(flick.contentY - 60);
            break;
        case Qt.Key_Down:
            keys.go(flick.contentY + 60);
            break;
        case Qt.Key_PageUp:
            keys.go(flick.contentY - page);
            break;
        case Qt.Key_PageDown:
            keys.go(flick.contentY + page);
            break;
        case Qt.Key_Home:
            keys.go(0);
            break;
        case Qt.Key_End:
            keys.go(flick.contentHeight);
            break;
        default:
            return;
        }
        event.accepted = true;
    }
    function go(place: real) {
        const flick = keys.flickable;
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, place));
    }
}
