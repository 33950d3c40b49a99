// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// "Thông tin nào chưa đúng?"
JourneyPage {
    id: page

    readonly property CertificateViewModel certificate: activation.certificate

    //: Title of the page where the subscriber says what is wrong on the certificate
    title: qsTr("Thông tin nào chưa đúng?")
    //: Under that title: what happens then
    subtitle: qsTr("Báo xong, kích hoạt dừng lại và chứng thư này bị thu hồi. Tổng đài sẽ sửa thông tin rồi gửi mã mới.")

    Card {
        width: parent.width

        Repeater {
            id: choices

            model: page.certificate.wrongChoices

            ListRow {
                required property int index
                required property string modelData

                width: parent ? parent.width : 0
                choice: true
                chosen: page.certificate.wrongChoice === index
                title: modelData
                divided: index + 1 < page.certificate.wrongChoices.length
                onClicked: page.certificate.wrongChoice = index
            }
        }
    }
    FailureBanner {
        id: banner

        width: parent.width
        failure: page.activation.failure
        onAppeared: page.reveal(banner)
    }

    action: Button {
        width: parent.width
        //: Button: tells the service which data is wrong and stops
        text: qsTr("Báo thông tin chưa đúng")
        //: The same button before anything was chosen
        missing: qsTr("Chọn một mục")
        ready: page.certificate.wrongChoice >= 0
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.certificate.sendWrong()
        onMissingWanted: choices.itemAt(0).forceActiveFocus(Qt.ShortcutFocusReason)
    }
    furtherActions: Button {
        width: parent.width
        kind: Button.Plain
        enabled: !page.activation.busy
        //: Button: back to the certificate
        text: qsTr("Xem lại chứng thư")
        onActivated: page.activation.back()
    }
}
