// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// An icon alone, 48 by 48: back, close, help, copy, show, hide. The name says it to those who cannot see it.
T.Button {
    id: button

    required property string name
    required property string iconName
    property color ink: Tokens.text
    property real iconSize: 26

    implicitWidth: Tokens.target
    implicitHeight: Tokens.target
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    Accessible.role: Accessible.Button
    Accessible.name: button.name
    Accessible.onPressAction: button.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            size: button.iconSize
            color: button.ink
        }
    }
    background: Rectangle {
        radius: Tokens.radiusField
        color: button.down ? Tokens.primaryTint : Tokens.none

        FocusRing {
            visible: button.visualFocus
            anchors.margins: 0
            around: Tokens.radiusField - 4
        }
    }
}
