// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Done, and only then: comes up as if it were pressed onto the paper, while its tick is drawn.
Artwork {
    id: seal

    function press() {
        if (seal.visible && Tokens.seal > 0)
            pressing.restart();
    }

    implicitWidth: 142
    implicitHeight: 142
    motif: Artwork.Seal
    ink: Tokens.ok
    paper: Tokens.okTint
    ground: Tokens.surface
    Accessible.ignored: true
    onVisibleChanged: seal.press()
    Component.onCompleted: seal.press()

    ParallelAnimation {
        id: pressing

        NumberAnimation { target: seal; property: "scale"; from: 0.92; to: 1; duration: Tokens.seal; easing.type: Easing.OutCubic }
        SequentialAnimation {
            PropertyAction { target: seal; property: "drawn"; value: 0 }
            PauseAnimation { duration: Math.max(0, Tokens.seal - Tokens.tick) }
            NumberAnimation { target: seal; property: "drawn"; to: 1; duration: Tokens.tick }
        }
    }
}
