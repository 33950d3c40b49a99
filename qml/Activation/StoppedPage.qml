// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// "Đã dừng kích hoạt": the subscriber said that the data is wrong.
JourneyPage {
    id: page

    readonly property OutcomeViewModel outcome: activation.outcome

    barTitle: ""
    step: 0
    title: page.outcome.stoppedTitle
    subtitle: page.outcome.stoppedText

    head: [
        IconTile {
            visible: !Tokens.large
            size: 60
            tone: IconTile.Ok
            iconName: "shieldok"
        },
        Item {
            width: 1
            height: 20
        }
    ]

    HotlineCard {
        width: parent.width
        hotline: page.activation.hotline
        onCallWanted: page.activation.callHotline()
    }

    action: Button {
        width: parent.width
        focus: true
        //: Button: to the fields, for the code of a new e-mail
        text: qsTr("Nhập mã mới")
        onActivated: page.outcome.reactivate()
    }
}
