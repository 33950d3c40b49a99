// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// Is this me?
JourneyPage {
    id: page

    readonly property CertificateViewModel certificate: activation.certificate

    //: Title of the page where the subscriber checks the certificate; the line break keeps the halves together
    title: qsTr("Kiểm tra thông tin\ntrên chứng thư số")
    bodySpacing: 14

    Rectangle {
        width: parent.width
        height: card.implicitHeight
        radius: Tokens.radiusCard
        color: Tokens.surface
        border.width: 1
        border.color: Tokens.line

        Column {
            id: card

            width: parent.width

            CertificateCard {
                width: parent.width
                openBelow: true
                //: On the certificate, above the holder's name
                caption: qsTr("Chứng thư số cá nhân của")
                name: page.certificate.name
            }
            FactRow {
                width: parent.width
                label: page.certificate.idNumberLabel
                value: page.certificate.idNumber
                monospaced: true
                trailing: Button {
                    x: Tokens.large ? 0 : 4 // its words end where the tag below ends
                    kind: Button.Plain
                    text: page.certificate.numberButtonText
                    onActivated: page.certificate.fullNumber = !page.certificate.fullNumber
                }
            }
            FactRow {
                width: parent.width
                visible: page.certificate.birthday.length > 0
                //: On the certificate page: the holder's birthday
                label: qsTr("Ngày sinh")
                value: page.certificate.birthday
            }
            FactRow {
                width: parent.width
                //: On the certificate page: who issued it
                label: qsTr("Tổ chức cấp")
                value: page.certificate.issuer
                trailing: SandboxChip {
                    width: chipWidth
                    room: page.columnWidth - 48
                    height: implicitHeight
                    activation: page.activation
                }
            }
            FactRow {
                width: parent.width
                //: On the certificate page: the certificate's serial number
                label: qsTr("Số sê-ri")
                value: page.certificate.serial
                monospaced: true
            }
            Grid {
                id: validity

                readonly property bool side: !Tokens.large && from.neededWidth <= width / 2 && to.neededWidth <= width / 2

                width: parent.width
                columns: side ? 2 : 1

                FactRow {
                    id: from

                    readonly property real neededWidth: 32 + Tokens.bodyStrong.size * 6

                    width: validity.side ? parent.width / 2 : parent.width
                    divided: !validity.side
                    //: On the certificate page: first day of validity
                    label: qsTr("Có hiệu lực từ")
                    value: page.certificate.validFrom
                }
                FactRow {
                    id: to

                    readonly property real neededWidth: 32 + Tokens.bodyStrong.size * 6

                    width: validity.side ? parent.width / 2 : parent.width
                    divided: false
                    //: On the certificate page: last day of validity
                    label: qsTr("Đến hết")
                    value: page.certificate.validTo

                    Rectangle {
                        visible: validity.side
                        y: 12
                        width: 1
                        height: parent.height - 24
                        color: Tokens.line
                    }
                }
            }
        }
    }
    Label {
        width: parent.width
        role: Tokens.small
        color: Tokens.text2
        //: Under the certificate: what to compare it with
        text: qsTr("Hãy đối chiếu họ tên và số căn cước với giấy tờ của Quý khách.")
    }
    FailureBanner {
        id: banner

        width: parent.width
        failure: page.activation.failure
        onAppeared: page.reveal(banner)
    }

    action: Button {
        width: parent.width
        focus: true
        //: Button: the data on the certificate is right
        text: qsTr("Thông tin đúng")
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.certificate.confirmRight()
    }
    furtherActions: Button {
        width: parent.width
        kind: Button.Secondary
        enabled: !page.activation.busy
        //: Button: some of the data on the certificate is wrong
        text: qsTr("Thông tin chưa đúng")
        onActivated: page.certificate.sayWrong()
    }
}
