// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// The stable code of a problem, to read out or to copy.
T.Button {
    id: pill

    required property string code
    property bool copied: false
    //: Name of the button with a failure code, for screen readers; %1 is the code, for example ACT-203
    readonly property string copyName: qsTr("Mã lỗi %1, bấm để sao chép").arg(pill.code)
    //: Said by screen readers after the failure code was copied
    readonly property string copiedName: qsTr("Đã sao chép mã lỗi")

    implicitWidth: label.implicitWidth + 16 + 10 + 22 + 16
    implicitHeight: Math.max(Tokens.target, label.implicitHeight + 16)
    focusPolicy: Qt.StrongFocus
    onClicked: {
        Clipboard.copy(pill.code);
        pill.copied = true;
    }
    Keys.onReturnPressed: pill.clicked()
    Keys.onEnterPressed: pill.clicked()

    Accessible.role: Accessible.Button
    Accessible.name: pill.copyName
    Accessible.onPressAction: pill.clicked()

    contentItem: Item {
        Label {
            id: label

            x: 16
            anchors.verticalCenter: parent.verticalCenter
            role: Tokens.smallStrong
            font.letterSpacing: 0.6
            wrapMode: Text.NoWrap
            text: pill.code
            Accessible.ignored: true
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            size: 22
            name: pill.copied ? "check" : "copy"
            color: pill.copied ? Tokens.ok : Tokens.primary
        }
        Announcement {
            text: pill.copied ? pill.copiedName : ""
        }
    }
    background: Rectangle {
        radius: height / 2
        color: pill.down ? Tokens.primaryTint : Tokens.surface
        border.width: 1
        border.color: Tokens.lineStrong

        FocusRing {
            visible: pill.visualFocus
            around: parent.radius
        }
    }
}
