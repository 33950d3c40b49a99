// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Nothing here, and why that is fine.
Column {
    id: empty

    required property string title
    required property string text

    spacing: 6

    Artwork {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 118
        height: 118
        motif: Artwork.EmptyTray
        ink: Tokens.primary
        gold: Tokens.gold
        paper: Tokens.surface
        line: Tokens.lineStrong
        faint: Tokens.seg
        Accessible.ignored: true
    }
    Item {
        width: 1
        height: 8
    }
    Label {
        width: parent.width
        role: Tokens.h2
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
    }
    Label {
        width: parent.width
        color: Tokens.text2
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
    }
}
