// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The one calm ring of a wait. Where nothing shall move it is a word instead.
Item {
    id: ring

    property real size: 24
    property color color: Tokens.primary
    property color track: Tokens.primaryLine
    property bool running: visible
    property real stroke: 3
    /// Part of a line whose words say what is waited for: it stands still where nothing shall move.
    property bool hasWords: false
    readonly property bool asWord: Tokens.reduceMotion && !ring.hasWords

    width: ring.asWord ? word.implicitWidth : ring.size
    height: ring.asWord ? word.implicitHeight : ring.size
    Accessible.ignored: true

    Label {
        id: word

        visible: ring.asWord
        role: Tokens.smallStrong
        color: ring.color
        //: In place of the ring of a wait, where nothing shall move
        text: qsTr("Đang chờ")
        Accessible.ignored: true
    }
    StrokeIcon {
        anchors.fill: parent
        visible: !ring.asWord
        path: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0"
        stroke: ring.stroke
        color: ring.track
    }
    StrokeIcon {
        anchors.fill: parent
        visible: !ring.asWord
        path: "M12 3A9 9 0 0 1 20.46 15.08"
        stroke: ring.stroke
        color: ring.color

        RotationAnimator on rotation {
            running: ring.running && !Tokens.reduceMotion
            from: 0
            to: 360
            duration: Tokens.turn
            loops: Animation.Infinite
        }
    }
}
