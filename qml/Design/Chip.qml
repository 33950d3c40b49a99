// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A state in a word, always with an icon.
Rectangle {
    id: chip

    enum Tone { Ok, Warn, Info, Error, Neutral, Gold }

    required property string text
    required property string iconName
    property int tone: Chip.Info
    property color fill: [Tokens.okTint, Tokens.warnTint, Tokens.primaryTint, Tokens.errTint, Tokens.sunken, Tokens.goldTint][chip.tone]
    property color ink: [Tokens.ok, Tokens.warn, Tokens.primary, Tokens.err, Tokens.text2, Tokens.goldText][chip.tone]
    property real widest: 10000

    implicitWidth: label.x + label.width + 12
    implicitHeight: Math.max(28, label.implicitHeight + 6)
    radius: 14
    color: chip.fill
    Accessible.role: Accessible.StaticText
    Accessible.name: chip.text

    Icon {
        id: icon

        x: 10
        anchors.verticalCenter: parent.verticalCenter
        size: Tokens.iconSize(17)
        stroke: 2
        name: chip.iconName
        color: chip.ink
    }
    Label {
        id: label

        x: icon.x + icon.width + 6
        y: 3
        width: Math.min(Math.ceil(implicitWidth), chip.widest - x - 12)
        role: Tokens.captionStrong
        text: chip.text
        color: chip.ink
        Accessible.ignored: true
    }
}
