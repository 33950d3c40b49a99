// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// A row that is on or off; the whole row presses.
T.Switch {
    id: row

    property string title: ""
    property string iconName: ""
    property bool on: false

    /// The person wants it the other way.
    signal wanted(bool on)

    implicitHeight: Math.max(60, label.implicitHeight + 20)
    focusPolicy: Qt.StrongFocus
    checkable: false
    onClicked: row.wanted(!row.on)
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    Accessible.role: Accessible.CheckBox
    Accessible.name: row.title
    Accessible.checkable: true
    Accessible.checked: row.on
    Accessible.onPressAction: row.clicked()
    Accessible.onToggleAction: row.clicked()

    contentItem: Item {
        Icon {
            id: icon

            x: 16
            anchors.verticalCenter: parent.verticalCenter
            size: Tokens.iconSize(24)
            visible: row.iconName.length > 0
            name: row.iconName
        }
        Label {
            id: label

            x: icon.visible ? icon.x + icon.width + 14 : 16
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 16 - 56 - 12
            role: Tokens.list
            text: row.title
            Accessible.ignored: true
        }
    }
    indicator: Rectangle {
        x: row.width - width - 16
        y: (row.height - height) / 2
        width: 56
        height: 32
        radius: 16
        color: row.on ? Tokens.primary : Tokens.lineStrong

        Rectangle {
            x: row.on ? parent.width - width - 3 : 3
            y: 3
            width: 26
            height: 26
            radius: 13
            color: row.on ? Tokens.primaryInk : Tokens.surface

            Behavior on x {
                NumberAnimation { duration: Tokens.fast; easing.type: Easing.OutCubic }
            }
        }
    }
    background: Rectangle {
        radius: Tokens.radiusCard
        color: row.down ? Tokens.primaryTint : Tokens.none

        FocusRing {
            visible: row.visualFocus
            anchors.margins: 2
            around: Tokens.radiusCard - 6
        }
    }
}
