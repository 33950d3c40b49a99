// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// "Chưa nhận được email?": where to look, and sending it again.
Sheet {
    id: sheet

    required property ActivationViewModel activation
    readonly property DetailsViewModel details: activation.details

    //: Title of the sheet for those whose activation e-mail is not there
    title: qsTr("Chưa nhận được email?")

    Label {
        width: parent.width
        //: Where to look for the activation e-mail; %1 is the hotline's number
        text: qsTr("Xem mục Thư rác và Quảng cáo, tìm chữ “SmartCA”. Đổi địa chỉ email thì gọi %1.").arg(sheet.activation.hotline)
    }
    Banner {
        id: resent

        width: parent.width
        visible: sheet.details.resentText.length > 0
        onVisibleChanged: if (resent.visible) sheet.reveal(resent)
        tone: Banner.Ok
        //: Heading of the banner after the e-mail was sent again
        title: qsTr("Đã gửi yêu cầu")
        text: sheet.details.resentText
    }

    lower: [
        Button {
            width: parent.width
            focus: true
            text: sheet.details.resendText
            missing: text
            ready: sheet.details.canResend
            busy: sheet.activation.busy
            busyText: sheet.activation.busyText
            onActivated: sheet.details.resend()
            onMissingWanted: {
                if (sheet.details.usernameOk)
                    return; // a minute has to pass
                sheet.dismissed();
                sheet.details.usernameMissing();
            }
        },
        Button {
            width: parent.width
            kind: Button.Plain
            iconName: Tokens.large ? "" : "phone"
            text: sheet.activation.hotlineText
            onActivated: sheet.activation.callHotline()
        },
        ByHandLine {
            activation: sheet.activation
        }
    ]
}
