// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A fact: what it is, above, and its value.
Item {
    id: row

    required property string label
    required property string value
    property color valueColor: Tokens.text
    property string iconName: ""
    property color iconColor: Tokens.ok
    property bool divided: true
    /// A button at the right, for example "Hiện đủ số".
    property alias trailing: trailing.data
    property bool monospaced: false

    readonly property real trailingWidth: trailing.childrenRect.width > 0 ? trailing.childrenRect.width + 8
                                        : icon.visible ? icon.width + 12 : 0
    /// Under the value, where the text is large.
    readonly property bool stacked: Tokens.large && trailing.childrenRect.width > 0

    implicitHeight: Math.max(60, texts.implicitHeight + 20 + (row.stacked ? trailing.childrenRect.height : 0))

    Accessible.role: Accessible.StaticText
    Accessible.name: row.label + ": " + row.value

    Column {
        id: texts

        x: 16
        y: row.stacked ? 10 : Math.round((row.height - height) / 2)
        width: parent.width - 32 - (row.stacked ? 0 : row.trailingWidth)

        Label {
            width: parent.width
            role: Tokens.caption
            color: Tokens.text2
            text: row.label
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            role: Tokens.bodyStrong
            color: row.valueColor
            text: row.value
            font.letterSpacing: row.monospaced ? 0.6 : 0
            Accessible.ignored: true
        }
    }
    Icon {
        id: icon

        visible: row.iconName.length > 0 && !Tokens.large
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        name: row.iconName
        size: 26
        color: row.iconColor
    }
    Item {
        id: trailing

        x: row.stacked ? 4 : parent.width - width - 8
        y: row.stacked ? texts.y + texts.height : Math.round((row.height - height) / 2)
        width: childrenRect.width
        height: childrenRect.height
    }
    Divider {
        visible: row.divided
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 1
        anchors.rightMargin: 1
    }
}
