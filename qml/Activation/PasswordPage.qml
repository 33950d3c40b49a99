// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// A password is chosen.
JourneyPage {
    id: page

    readonly property PasswordViewModel password: activation.password

    //: Title of the page where the password is chosen
    title: qsTr("Đặt mật khẩu đăng nhập")
    //: Under the title of the password page
    subtitle: qsTr("Dùng để mở ứng dụng. Khi ký sẽ dùng mã PIN riêng ở bước sau.")

    Connections {
        target: page.password

        function onFirstMissing() {
            first.take(Qt.OtherFocusReason);
        }
        function onSecondMissing() {
            second.take(Qt.OtherFocusReason);
        }
    }

    PasswordEntryField {
        id: first

        width: parent.width
        focus: !first.hasScreenKeyboard
        //: Label of the field for the new password
        label: qsTr("Mật khẩu mới")
        entry: page.password.first
        onAccepted: page.password.submit()
    }
    FailureBanner {
        id: firstBanner

        width: parent.width
        visible: page.activation.failure.inlineNow && !page.password.secondRefused
        failure: page.activation.failure
        onAppeared: page.reveal(firstBanner)
    }
    Column {
        width: parent.width

        Repeater {
            model: page.password.rules

            ChecklistRow {
                required property string title
                required property int mark
                required property string spoken

                width: parent ? parent.width : 0
                text: title
                met: mark === Checklist.Done
                Accessible.name: spoken
            }
        }
    }
    PasswordEntryField {
        id: second

        width: parent.width
        //: Label of the field for the password once more
        label: qsTr("Nhập lại mật khẩu")
        entry: page.password.second
        onAccepted: page.password.submit()
    }
    Row {
        x: 2 // under the marks of the rules
        width: parent.width - x
        visible: page.password.equalText.length > 0
        spacing: 10

        CheckMark {
            id: equalMark

            size: Tokens.iconSize(24)
            phase: CheckMark.Done
        }
        Label {
            width: parent.width - equalMark.width - parent.spacing
            role: Tokens.list
            text: page.password.equalText
        }
    }
    FailureBanner {
        id: secondBanner

        width: parent.width
        visible: page.activation.failure.inlineNow && page.password.secondRefused
        failure: page.activation.failure
        onAppeared: page.reveal(secondBanner)
    }

    action: Button {
        width: parent.width
        text: page.password.continueText
        missing: page.password.continueText
        ready: page.password.canContinue
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.password.submit()
        onMissingWanted: page.password.submit()
    }
}
