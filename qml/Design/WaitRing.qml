// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The one calm ring of a wait. Standing still when motion is reduced: the word beside it says it.
Item {
    id: ring

    property real size: 24
    property color color: Tokens.primary
    property color track: Tokens.primaryLine
    property bool running: visible
    property real stroke: 3

    width: size
    height: size
    Accessible.ignored: true

    StrokeIcon {
        anchors.fill: parent
        path: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0"
        stroke: ring.stroke
        color: ring.track
    }
    StrokeIcon {
        anchors.fill: parent
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
