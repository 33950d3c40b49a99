// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// A row that leads somewhere: icon or tile, title, detail, value or chevron.
T.Button {
    id: row

    property string title: ""
    property string detail: ""
    property string value: ""
    property string iconName: ""
    property bool tile: false
    property bool strong: false
    property bool chevron: true
    /// One of several to choose from.
    property bool choice: false
    property bool chosen: false
    property bool divided: false
    /// Value beside the title where both fit, else under it.
    readonly property bool valueBelow: row.value.length > 0
        && titleLabel.implicitWidth + valueLabel.implicitWidth + 16 > texts.width

    implicitHeight: Math.max(60, texts.implicitHeight + 20)
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    Accessible.role: row.choice ? Accessible.RadioButton : Accessible.Button
    Accessible.name: Tokens.joined([row.title, row.value, row.detail], ", ")
    Accessible.checkable: row.choice
    Accessible.checked: row.chosen
    Accessible.onPressAction: row.clicked()

    contentItem: Item {
        IconTile {
            id: tileItem

            visible: row.tile && !Tokens.large
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            iconName: row.tile ? row.iconName : ""
        }
        Icon {
            id: icon

            visible: !row.tile && row.iconName.length > 0
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            size: Tokens.iconSize(24)
            name: row.tile ? "" : row.iconName
        }
        Column {
            id: texts

            readonly property real start: tileItem.visible ? 16 + tileItem.width + 14
                                        : icon.visible ? 16 + icon.width + 14 : 16

            x: start
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - start - (mark.visible ? mark.width + mark.anchors.rightMargin + 10 : 16)

            Item {
                width: parent.width
                height: titleLabel.height + (row.valueBelow ? valueLabel.height : 0)

                Label {
                    id: titleLabel

                    width: row.value.length > 0 && !row.valueBelow ? implicitWidth : parent.width
                    role: row.strong ? Tokens.listStrong : Tokens.list
                    text: row.title
                    Accessible.ignored: true
                }
                Label {
                    id: valueLabel

                    x: row.valueBelow ? 0 : parent.width - width
                    y: row.valueBelow ? titleLabel.height : 0
                    width: row.valueBelow ? parent.width : implicitWidth
                    visible: row.value.length > 0
                    role: Tokens.list
                    color: Tokens.text2
                    text: row.value
                    Accessible.ignored: true
                }
            }
            Label {
                width: parent.width
                visible: row.detail.length > 0
                role: Tokens.small
                color: Tokens.text2
                text: row.detail
                Accessible.ignored: true
            }
        }
        Icon {
            id: mark

            visible: row.choice || row.chevron
            anchors.right: parent.right
            // The ring of a choice is wider than its tick and ends where the text begins on the other side.
            anchors.rightMargin: row.choice ? 19 : 14
            anchors.verticalCenter: parent.verticalCenter
            size: 22
            name: row.choice ? (row.chosen ? "check" : "") : "chev"
            color: row.choice ? Tokens.primaryInk : Tokens.text3

            Rectangle {
                z: -1
                anchors.fill: parent
                anchors.margins: -3
                visible: row.choice
                radius: width / 2
                color: row.chosen ? Tokens.primary : Tokens.none
                border.width: row.chosen ? 0 : 2
                border.color: Tokens.lineStrong
            }
        }
    }
    background: Rectangle {
        radius: Tokens.radiusCard
        color: row.down ? Tokens.primaryTint : Tokens.none

        Divider {
            visible: row.divided
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: 1
            anchors.rightMargin: 1
        }
        FocusRing {
            visible: row.visualFocus
            anchors.margins: 2
            around: Tokens.radiusCard - 6
        }
    }
}
