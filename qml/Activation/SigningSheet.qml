// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Ui

/// What is being signed, then the PIN.
Sheet {
    id: sheet

    required property ActivationViewModel activation
    readonly property SigningViewModel signing: activation.signing
    readonly property PinEntry entry: signing.entry
    property bool forgetting: false
    readonly property bool waiting: sheet.signing.opening || sheet.signing.working
    readonly property bool asking: !sheet.forgetting && !sheet.waiting

    //: Title of the sheet where the PIN is entered to sign
    readonly property string pinTitle: qsTr("Nhập mã PIN để ký")
    //: Title of the same sheet once the PIN is in and the record is being signed
    readonly property string workTitle: qsTr("Ký biên bản")
    title: sheet.forgetting ? sheet.signing.forgotTitle : sheet.signing.working ? sheet.workTitle : sheet.pinTitle
    canClose: sheet.signing.canClose
    onDismissed: sheet.forgetting ? sheet.forgetting = false : sheet.signing.close()
    contentItem.Keys.onPressed: event => {
        if (sheet.asking && sheet.entry.key(event.key))
            event.accepted = true;
    }

    Row {
        width: parent.width
        visible: !sheet.forgetting
        spacing: 12

        IconTile {
            id: tile

            visible: !Tokens.large
            iconName: "doc"
        }
        Column {
            width: parent.width - (tile.visible ? tile.width + parent.spacing : 0)

            Label {
                width: parent.width
                role: Tokens.listStrong
                text: sheet.activation.record.documentName
            }
            Label {
                width: parent.width
                role: Tokens.small
                color: Tokens.text2
                //: Under the document's name on the PIN sheet: %1 pages, %2 the document's check code, shortened
                text: qsTr("%1 trang · Mã đối chiếu %2").arg(sheet.activation.record.pageCount).arg(sheet.activation.record.fingerprintShort)
            }
        }
    }
    Column {
        width: parent.width
        visible: sheet.waiting && !sheet.forgetting
        spacing: 16
        topPadding: 40
        bottomPadding: 40

        WaitRing {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 44
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: sheet.signing.workText
        }
    }
    PinLine {
        width: parent.width
        visible: sheet.asking
        entry: sheet.entry
    }
    Column {
        width: parent.width
        visible: sheet.asking
        spacing: 4

        Row {
            id: wrong

            readonly property string words: Tokens.joined([sheet.activation.failure.inlineNow ? sheet.activation.failure.title : "",
                                             sheet.signing.triesText], ". ")

            anchors.horizontalCenter: parent.horizontalCenter
            visible: words.length > 0
            spacing: 8

            Icon {
                id: mark

                size: Tokens.iconSize(22)
                y: (Tokens.smallStrong.leading - height) / 2
                name: "alert"
                color: Tokens.err
            }
            Label {
                width: Math.min(implicitWidth, sheet.panelWidth - 40 - mark.width - wrong.spacing)
                role: Tokens.smallStrong
                color: Tokens.err
                text: Tokens.withoutOrphan(wrong.words)
                Accessible.name: wrong.words
            }
        }
        Label {
            width: parent.width
            visible: wrong.visible && sheet.activation.failure.inlineNow
            horizontalAlignment: Text.AlignHCenter
            role: Tokens.captionStrong
            color: Tokens.text2
            text: sheet.activation.failure.code
        }
        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            kind: Button.Plain
            text: sheet.signing.forgotText
            onActivated: sheet.forgetting = true
        }
    }
    PinPad {
        width: parent.width
        visible: sheet.asking
        entry: sheet.entry
    }
    Label {
        width: parent.width
        visible: sheet.forgetting
        text: sheet.signing.forgotWarning
    }

    lower: [
        Button {
            width: parent.width
            visible: sheet.asking
            text: sheet.entry.confirmText
            missing: sheet.entry.confirmText
            ready: sheet.entry.canConfirm
            busy: sheet.activation.busy
            busyText: sheet.activation.busyText
            onActivated: sheet.entry.confirm()
        },
        Button {
            width: parent.width
            visible: sheet.forgetting
            //: Button: back to entering the PIN
            text: qsTr("Nhập lại mã PIN")
            onActivated: sheet.forgetting = false
        },
        Button {
            width: parent.width
            visible: sheet.forgetting
            kind: Button.PlainDanger
            text: sheet.signing.forgotConfirmText
            onActivated: sheet.signing.forgotPin()
        }
    ]
}
