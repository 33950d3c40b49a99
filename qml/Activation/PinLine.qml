// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// The dots of one PIN; for three seconds, on demand, its digits over them, drawn out of the vault.
Item {
    id: pinLine

    required property PinEntry entry

    implicitHeight: dots.implicitHeight + (expired.visible ? 12 + expired.implicitHeight : 0)

    Connections {
        target: pinLine.entry

        function onRejected() {
            dots.shake();
        }
    }
    PinDots {
        id: dots

        anchors.horizontalCenter: parent.horizontalCenter
        width: implicitWidth
        height: implicitHeight
        count: pinLine.entry.count
        length: pinLine.entry.length
        wrong: pinLine.entry.wrong
        covered: pinLine.entry.revealed
        spoken: pinLine.entry.countText

        PinReveal {
            anchors.fill: parent
            anchors.topMargin: -6
            anchors.bottomMargin: -6
            entry: pinLine.entry
            cell: dots.cell
            spacing: dots.gap
            color: Tokens.text
            font.family: Tokens.key.family
            font.pixelSize: 26
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
    Label {
        id: expired

        anchors.top: dots.bottom
        anchors.topMargin: 12
        width: parent.width
        visible: text.length > 0
        horizontalAlignment: Text.AlignHCenter
        role: Tokens.small
        color: Tokens.text2
        text: Tokens.withoutOrphan(pinLine.entry.expiredText)
        Accessible.name: pinLine.entry.expiredText
    }
    // That the digits are gone is said by the window: the count would cut it short.
    Announcement {
        text: pinLine.entry.expiredText.length > 0 ? "" : pinLine.entry.countText
    }
}
