// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Account
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// The active account: nothing to sign yet, and the settings.
FocusScope {
    id: page

    required property ActivationViewModel activation
    required property AppSettings settings
    property int place: 0

    readonly property CertificateViewModel certificate: activation.certificate

    // From the bar at the bottom, too.
    Keys.onPressed: event => (page.place === 0 ? home : settingsPage).scroll(event)

    JourneyPage {
        id: home

        width: parent.width
        height: parent.height - nav.height
        visible: page.place === 0
        focus: visible
        activation: page.activation
        settings: page.settings
        hasBar: false
        canGoBack: false
        step: 0
        bodySpacing: 20

        Column {
            width: parent.width
            visible: page.certificate.name.length > 0

            Label {
                width: parent.width
                role: Tokens.small
                color: Tokens.text2
                //: On the home page, over the subscriber's name
                text: qsTr("Kính gửi Quý khách")
            }
            Label {
                width: parent.width
                role: Tokens.h2
                text: page.certificate.name
            }
        }
        CertificateCard {
            width: parent.width
            //: On the certificate card of the home page
            caption: qsTr("Chứng thư số cá nhân")
            name: page.certificate.name
            //: On the certificate card: before the last day of validity
            validLabel: qsTr("Có hiệu lực đến")
            validTo: page.certificate.validTo
            statusText: page.certificate.statusText
            standing: page.certificate.validity
        }
        SandboxChip {
            width: parent.width
            activation: page.activation
        }

        middle: EmptyState {
            width: parent.width
            //: Home page with nothing to sign
            title: qsTr("Không có gì chờ ký")
            //: Home page with nothing to sign: what will appear here
            text: qsTr("Khi có đơn vị gửi tài liệu cần ký, yêu cầu sẽ hiện ở đây.")
        }
    }
    JourneyPage {
        id: settingsPage

        width: parent.width
        height: parent.height - nav.height
        visible: page.place === 1
        focus: visible
        activation: page.activation
        settings: page.settings
        hasBar: false
        canGoBack: false
        step: 0
        //: Title of the settings
        title: qsTr("Cài đặt")

        SettingsPanel {
            width: parent.width
            settings: page.settings
            hotline: page.activation.hotline
            version: page.activation.version
            onCallWanted: page.activation.callHotline()
        }
        ByHandLine {
            id: byHand

            activation: page.activation
        }
        // Once the page has made room for it.
        Timer {
            interval: 0
            running: byHand.visible
            onTriggered: settingsPage.reveal(byHand)
        }
    }
    NavBar {
        id: nav

        anchors.bottom: parent.bottom
        width: parent.width
        current: page.place
        places: [
            {
                //: Place in the bar at the bottom
                text: qsTr("Trang chủ"),
                icon: "home"
            },
            {
                //: Place in the bar at the bottom
                text: qsTr("Cài đặt"),
                icon: "gear"
            }
        ]
        onWanted: index => page.place = index
    }
}
