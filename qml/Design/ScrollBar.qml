// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Where one is on a page that is longer than the window. Shows, does not take presses.
Rectangle {
    required property Flickable flickable

    anchors.right: parent ? parent.right : undefined
    anchors.rightMargin: 4
    visible: flickable.contentHeight > flickable.height + 1
    width: 4
    radius: 2
    color: Tokens.lineStrong
    opacity: 0.7
    y: flickable.y + 4 + flickable.visibleArea.yPosition * (flickable.height - 8)
    height: Math.max(24, flickable.visibleArea.heightRatio * (flickable.height - 8))
    Accessible.ignored: true
}
