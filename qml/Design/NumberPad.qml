// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design

/// The app's own pad: no system keyboard learns the PIN. Sends the index of a key, keeps nothing.
Item {
    id: pad

    property bool locked: false
    property bool revealed: false
    readonly property real gap: 8
    readonly property real keyWidth: (pad.width - 2 * pad.gap) / 3
    property real keyHeight: Math.max(56, show.implicitHeight)

    signal digitPressed(int digit)
    signal erasePressed
    signal revealPressed

    implicitWidth: 350
    implicitHeight: 4 * pad.keyHeight + 3 * pad.gap

    // Tab goes from key to key as they stand here, so row by row.
    Repeater {
        model: 9

        PadKey {
            required property int index

            x: (index % 3) * (pad.keyWidth + pad.gap)
            y: Math.floor(index / 3) * (pad.keyHeight + pad.gap)
            width: pad.keyWidth
            height: pad.keyHeight
            digit: String(index + 1)
            locked: pad.locked
            onClicked: pad.digitPressed(index + 1)
        }
    }
    PadKey {
        id: show

        y: 3 * (pad.keyHeight + pad.gap)
        width: pad.keyWidth
        height: pad.keyHeight
        iconName: pad.revealed ? "eyeoff" : "eye"
        //: Key of the number pad: shows the digits for three seconds
        readonly property string showWord: qsTr("Hiện số")
        //: Key of the number pad: hides the digits again
        readonly property string hideWord: qsTr("Ẩn số")
        word: pad.revealed ? hideWord : showWord
        locked: pad.locked
        onClicked: pad.revealPressed()
    }
    PadKey {
        x: pad.keyWidth + pad.gap
        y: 3 * (pad.keyHeight + pad.gap)
        width: pad.keyWidth
        height: pad.keyHeight
        digit: "0"
        locked: pad.locked
        onClicked: pad.digitPressed(0)
    }
    PadKey {
        x: 2 * (pad.keyWidth + pad.gap)
        y: 3 * (pad.keyHeight + pad.gap)
        width: pad.keyWidth
        height: pad.keyHeight
        iconName: "del"
        //: Key of the number pad: takes the last digit away
        word: qsTr("Xoá")
        locked: pad.locked
        onClicked: pad.erasePressed()
    }
}
