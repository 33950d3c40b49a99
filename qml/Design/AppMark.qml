// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The app's mark: a signature that ends as a tick.
Rectangle {
    id: mark

    property real size: 42

    width: size
    height: size
    radius: size * 13 / 48
    color: Tokens.markFill
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: mark.size * 4 / 48
        radius: mark.size * 9 / 48
        color: Tokens.none
        border.color: Tokens.markLine
        border.width: 1
    }
    StrokeIcon {
        anchors.fill: parent
        grid: 48
        stroke: 3
        color: Tokens.markInk
        path: "M11 30.5C15.5 26 21.5 16.5 18.8 13.2C16.2 10.2 12.3 19.5 15 26.5C16.7 31 20.2 30.3 22.3 26.6L26.3 32.5L37.5 15.5"
    }
}
