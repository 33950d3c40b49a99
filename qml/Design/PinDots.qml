// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design

/// How many digits are there; never which.
Item {
    id: dots

    property int count: 0
    property int length: 6
    property bool wrong: false
    /// Digits are drawn over the dots by somebody else.
    property bool covered: false
    property string spoken: ""
    readonly property real cell: 20
    readonly property real gap: 20
    default property alias cover: cover.data

    /// Once, when the PIN was refused.
    function shake() {
        if (Tokens.shakeStep > 0)
            shaking.restart();
    }

    implicitWidth: dots.length * dots.cell + (dots.length - 1) * dots.gap
    implicitHeight: 28
    Accessible.role: Accessible.StaticText
    Accessible.name: dots.spoken

    Row {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        spacing: dots.gap

        Repeater {
            model: dots.length

            Rectangle {
                id: dot

                required property int index
                readonly property bool filled: index < dots.count

                opacity: dots.covered && dot.filled ? 0 : 1
                width: dots.cell
                height: dots.cell
                radius: dots.cell / 2
                color: Tokens.surface
                border.width: 2
                border.color: dots.wrong ? Tokens.err : dot.filled ? Tokens.primary : Tokens.lineStrong

                Rectangle {
                    anchors.fill: parent
                    radius: width / 2
                    color: dots.wrong ? Tokens.err : Tokens.primary
                    visible: dot.filled
                    scale: dot.filled ? 1 : 0.6

                    Behavior on scale {
                        NumberAnimation { duration: Tokens.fast; easing.type: Easing.OutCubic }
                    }
                }
            }
        }
    }
    Item {
        id: cover

        anchors.fill: row
    }
    SequentialAnimation {
        id: shaking

        loops: 3

        NumberAnimation { target: row; property: "x"; to: 6; duration: Tokens.shakeStep / 2; easing.type: Easing.InOutSine }
        NumberAnimation { target: row; property: "x"; to: -6; duration: Tokens.shakeStep / 2; easing.type: Easing.InOutSine }
        onFinished: row.x = 0
    }
}
