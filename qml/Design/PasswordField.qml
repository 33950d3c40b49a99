// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The frame of a password field: the typing part comes from outside, so that no text of it is kept here.
FieldFrame {
    id: field

    property bool revealed: false
    property bool eye: true

    signal revealWanted(bool reveal)

    trailingRoom: 48 + (tick.visible ? 28 : 0)
    trailing: Row {
        Icon {
            id: tick

            visible: field.ok && !field.wrong
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            name: "check"
            stroke: 2.2
            color: Tokens.ok
        }
        IconButton {
            visible: field.eye
            iconName: field.revealed ? "eyeoff" : "eye"
            iconSize: 24
            ink: Tokens.text2
            //: Button in a password field, for screen readers; %1 is the field's label
            readonly property string hideName: qsTr("Ẩn: %1").arg(field.label)
            //: Button in a password field, for screen readers; %1 is the field's label
            readonly property string showName: qsTr("Hiện: %1").arg(field.label)
            name: field.revealed ? hideName : showName
            onClicked: field.revealWanted(!field.revealed)
        }
    }
}
