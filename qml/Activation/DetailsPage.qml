// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// Username and code, pasted, scanned or typed.
JourneyPage {
    id: page

    readonly property DetailsViewModel details: activation.details
    property bool mailSheetOpen: false

    //: Title of the page where username and code are entered; the line break keeps the halves together
    title: qsTr("Nhập thông tin\ntrong email kích hoạt")

    Connections {
        target: page.details

        function onUsernameMissing() {
            username.take(Qt.OtherFocusReason);
        }
        function onCodeMissing() {
            code.take(Qt.OtherFocusReason);
        }
    }

    Banner {
        width: parent.width
        visible: page.details.orderText.length > 0
        tone: Banner.Info
        //: Heading of the banner when a new activation code was asked for
        title: qsTr("Nhận mã mới")
        text: page.details.orderText
    }
    Grid {
        id: ways

        readonly property int shown: page.details.canScan ? 2 : 1
        readonly property bool side: shown === 2 && !Tokens.large
        readonly property real cell: side ? (width - columnSpacing) / 2 : width

        width: parent.width
        visible: !page.details.pasteInstead
        columns: side ? 2 : 1
        columnSpacing: 10
        rowSpacing: 10

        Button {
            width: ways.cell
            kind: Button.Secondary
            iconName: "paste"
            //: Button: takes username and code from the copied e-mail
            text: qsTr("Dán từ email")
            onActivated: page.details.paste()
        }
    }
    Item {
        width: parent.width
        visible: !page.details.pasteInstead
        height: or.implicitHeight

        Divider {
            anchors.verticalCenter: parent.verticalCenter
            width: or.x - 14
        }
        Label {
            id: or

            anchors.horizontalCenter: parent.horizontalCenter
            role: Tokens.small
            color: Tokens.text2
            //: Between the paste button and the fields
            text: qsTr("hoặc nhập tay")
        }
        Divider {
            anchors.verticalCenter: parent.verticalCenter
            x: or.x + or.width + 14
            width: parent.width - x
        }
    }
    TextField {
        id: username

        width: parent.width
        focus: !username.hasScreenKeyboard
        //: Label of the field for the username from the e-mail
        label: qsTr("Tên đăng nhập")
        text: page.details.username
        ok: page.details.usernameOk
        wrong: page.details.wrong
        digitsFirst: true
        onEdited: text => page.details.typeUsername(text)
        onAccepted: page.details.submit()
    }
    CodeField {
        id: code

        width: parent.width
        visible: !page.details.hasLink
        //: Label of the field for the activation code from the e-mail
        label: qsTr("Mã kích hoạt")
        //: Beside the label of the activation code: how long it is
        hint: qsTr("(8 ký tự)")
        code: page.details.code
        cells: page.details.cells
        spoken: page.details.codeSpoken
        wrong: page.details.wrong
        onEdited: text => page.details.typeCode(text)
        onAccepted: page.details.submit()
    }
    Banner {
        width: parent.width
        visible: page.details.hasLink
        tone: Banner.Ok
        //: Heading of the banner when a link or QR code brought the activation code
        title: qsTr("Đã nhận mã kích hoạt")
        text: page.details.linkText

        Button {
            x: -12
            kind: Button.Plain
            //: Button: type the code instead of using the one the link brought
            text: qsTr("Nhập mã bằng tay")
            width: Math.min(implicitWidth, parent.width + 24)
            alignment: Text.AlignLeft
            onActivated: page.details.typeInstead()
        }
    }
    Banner {
        width: parent.width
        visible: page.details.resentText.length > 0 && !page.mailSheetOpen
        tone: Banner.Ok
        //: Heading of the banner after the e-mail was sent again
        title: qsTr("Đã gửi yêu cầu")
        text: page.details.resentText
    }
    FailureBanner {
        id: banner

        width: parent.width
        failure: page.activation.failure
        onAppeared: page.reveal(banner)
    }
    Button {
        x: -12
        visible: !page.details.pasteInstead
        kind: Button.Plain
        //: Button: opens the sheet for those whose e-mail is not there
        text: qsTr("Chưa nhận được email?")
        width: Math.min(implicitWidth, parent.width + 24)
        alignment: Text.AlignLeft
        onActivated: page.mailSheetOpen = true
    }

    action: Button {
        width: parent.width
        text: page.details.continueText
        missing: page.details.continueText
        ready: page.details.canContinue || page.details.pasteInstead
        iconName: page.details.pasteInstead ? "paste" : ""
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.details.submit()
        onMissingWanted: page.details.submit()
    }
    furtherActions: [
        Button {
            width: parent.width
            visible: page.details.typingOffered
            kind: Button.Plain
            //: Button under "paste again" when the pasted text held nothing: back to the fields
            text: qsTr("Nhập tay")
            onActivated: page.details.typeByHand()
        },
        Button {
            width: parent.width
            visible: page.details.pasteInstead && !page.details.typingOffered
            kind: Button.Plain
            //: Button under "paste again": opens the sheet that sends the e-mail again
            text: qsTr("Gửi lại email kích hoạt")
            onActivated: page.mailSheetOpen = true
        }
    ]

    over: Repeater {
        model: page.mailSheetOpen ? 1 : 0
        delegate: Item {
            MissingMailSheet {
                activation: page.activation
                visible: true
                onDismissed: page.mailSheetOpen = false
            }
        }
    }
}
