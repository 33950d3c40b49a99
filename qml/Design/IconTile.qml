// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A tinted square that carries an icon at the head of a row. Gone where the text is large.
Rectangle {
    id: tile

    enum Tone { Info, Ok, Warn, Err, Neutral }

    required property string iconName
    property int tone: IconTile.Info
    property real size: 44

    width: size
    height: size
    radius: size < 60 ? 14 : 20
    color: [Tokens.primaryTint, Tokens.okTint, Tokens.warnTint, Tokens.errTint, Tokens.sunken][tone]
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: tile.iconName
        size: Math.round(tile.size * 0.52)
        color: [Tokens.primary, Tokens.ok, Tokens.warn, Tokens.err, Tokens.text2][tile.tone]
    }
}
