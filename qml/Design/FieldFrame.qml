// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Label above, frame, room for the typing part (which takes `focus: true`), a trailing mark or button, a message below.
FocusScope {
    id: field

    required property string label
    property string hint: ""
    property string message: ""
    property bool ok: false
    property bool wrong: false
    property bool active: false
    property bool locked: false
    property real trailingRoom: trailing.childrenRect.width
    property alias typing: typing.data
    property alias trailing: trailing.data
    /// A field that has the focus from the start would cover half of a phone's page with the keyboard.
    readonly property bool hasScreenKeyboard: Qt.platform.os === "android" || Qt.platform.os === "ios"

    implicitHeight: rows.implicitHeight

    Column {
        id: rows

        width: parent.width
        spacing: 6

        Flow {
            width: parent.width
            spacing: 6

            Label {
                width: Math.min(implicitWidth, parent.width)
                role: Tokens.smallStrong
                text: field.label
                Accessible.ignored: true
            }
            Label {
                width: Math.min(implicitWidth, parent.width)
                visible: text.length > 0
                role: Tokens.small
                color: Tokens.text2
                text: field.hint
                Accessible.ignored: true
            }
        }
        Rectangle {
            id: frame

            width: parent.width
            height: Math.max(56, Tokens.field.leading + 22)
            radius: Tokens.radiusField
            color: field.locked ? Tokens.sunken : Tokens.surface
            border.width: field.active || field.wrong ? 2 : 1
            border.color: field.wrong ? Tokens.err : field.active ? Tokens.primary
                        : field.locked ? Tokens.line : field.ok ? Tokens.ok : Tokens.lineStrong

            Item {
                id: typing

                x: 16
                width: parent.width - 16 - (field.trailingRoom > 0 ? field.trailingRoom + 8 : 16)
                height: parent.height
            }
            Item {
                id: trailing

                anchors.right: parent.right
                anchors.rightMargin: 4
                anchors.verticalCenter: parent.verticalCenter
                width: childrenRect.width
                height: childrenRect.height
            }
        }
        Row {
            visible: field.message.length > 0
            width: parent.width
            spacing: 8

            Icon {
                id: mark

                y: Math.round((Tokens.small.leading - height) / 2)
                size: Tokens.iconSize(20)
                name: field.wrong ? "alert" : "info"
                color: field.wrong ? Tokens.err : Tokens.text2
            }
            Label {
                width: parent.width - mark.width - parent.spacing
                role: Tokens.small
                color: field.wrong ? Tokens.err : Tokens.text2
                text: field.message
            }
        }
    }
}
