// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The finger or face of picture 06: on a gold rosette where it works, tinted as a warning where it does not.
Item {
    id: art

    property bool face: false
    property bool available: true
    property bool addable: false

    implicitWidth: 178
    implicitHeight: art.available ? 178 : 134
    Accessible.ignored: true

    Artwork {
        anchors.centerIn: parent
        visible: art.available
        width: 178
        height: 178
        motif: Artwork.Halo
        gold: Tokens.gold
        paper: Tokens.primaryTint
        line: Tokens.primaryLine
        Accessible.ignored: true
    }
    Rectangle {
        anchors.centerIn: parent
        visible: !art.available
        width: 120
        height: 120
        radius: 60
        color: Tokens.warnTint
        border.width: 1
        border.color: Tokens.warnLine
    }
    Icon {
        anchors.centerIn: parent
        size: 72
        name: art.face ? "face" : "finger"
        color: art.available ? Tokens.primary : Tokens.warn
    }
    Rectangle {
        visible: !art.available && art.addable
        x: parent.width / 2 + 28
        y: parent.height / 2 + 18
        width: 42
        height: 42
        radius: 21
        color: Tokens.warn
        border.width: 3
        border.color: Tokens.bg

        Icon {
            anchors.centerIn: parent
            size: 24
            stroke: 2.4
            name: "plus"
            color: Tokens.bg
        }
    }
}
