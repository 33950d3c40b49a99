// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Where the keyboard is: 2 px, 2 px away from the control.
Rectangle {
    property real around: Tokens.radiusButton

    anchors.fill: parent
    anchors.margins: -4
    radius: around + 4
    color: Tokens.none
    border.color: Tokens.primary
    border.width: 2
    Accessible.ignored: true
}
