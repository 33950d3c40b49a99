// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Text in a role of the type scale. It wraps and never elides.
Text {
    id: label

    property TypeRole role: Tokens.body

    font.family: label.role.family
    font.pixelSize: label.role.size
    font.weight: label.role.weight
    lineHeightMode: Text.FixedHeight
    lineHeight: label.role.leading
    topPadding: label.role.lift
    bottomPadding: -label.role.lift
    color: Tokens.text
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: label.role.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: label.text
}
