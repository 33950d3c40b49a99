// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A page of a document on its tray: outline and ring while it loads, then the page that comes from outside.
Rectangle {
    id: paper

    property bool loading: false
    /// Said by screen readers, for example "Trang 1".
    required property string name
    default property alias content: holder.data

    radius: Tokens.radiusPage
    color: Tokens.page
    border.width: 1
    border.color: Tokens.line
    Accessible.role: Accessible.Graphic
    Accessible.name: paper.name

    Item {
        id: holder

        anchors.fill: parent
        anchors.margins: 1
    }
    WaitRing {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.min(120, (parent.height - height) / 2)
        visible: paper.loading
        size: 36
        color: Tokens.markFill
        track: Tokens.pageLine
    }
}
