// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The mark at the head of a checklist row: waiting, running, done, failed.
Item {
    id: mark

    enum Phase { Waiting, Running, Done, Failed }

    property int phase: CheckMark.Waiting
    property real size: 24

    width: size
    height: size
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        visible: mark.phase === CheckMark.Waiting
        width: mark.size >= 30 ? mark.size : mark.size * 0.75
        height: width
        radius: width / 2
        color: Tokens.bg
        border.width: mark.size >= 30 ? 2 : 1.5
        border.color: Tokens.lineStrong
    }
    WaitRing {
        anchors.fill: parent
        visible: mark.phase === CheckMark.Running
        size: mark.size
        hasWords: true
    }
    Rectangle {
        anchors.fill: parent
        visible: mark.phase === CheckMark.Done || mark.phase === CheckMark.Failed
        radius: width / 2
        color: mark.phase === CheckMark.Failed ? Tokens.err : Tokens.ok

        Icon {
            anchors.centerIn: parent
            size: mark.size * 0.68
            stroke: 2.4
            name: mark.phase === CheckMark.Failed ? "x" : "check"
            color: Tokens.surface
        }
    }
}
