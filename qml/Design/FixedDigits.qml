// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design

/// Digits of one width each, so that a counter does not dance: Qt 6.4 cannot ask the font for them.
Row {
    id: digits

    required property string text
    property TypeRole role: Tokens.body
    property color color: Tokens.text

    Accessible.role: Accessible.StaticText
    Accessible.name: digits.text
    Accessible.ignored: true

    Label {
        id: widest

        visible: false
        role: digits.role
        text: "0"
    }
    Repeater {
        model: digits.text.length

        Label {
            required property int index
            readonly property string letter: digits.text.charAt(index)

            width: letter >= "0" && letter <= "9" ? Math.ceil(widest.implicitWidth) + 1 : implicitWidth
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
            role: digits.role
            color: digits.color
            text: letter
            Accessible.ignored: true
        }
    }
}
