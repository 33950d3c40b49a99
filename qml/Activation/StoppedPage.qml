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
        Flow {
            width: parent ? parent.width : 0
            spacing: 12

            Item {
                width: Math.max(60, parent.width - code.implicitWidth - parent.spacing - 1)
                height: 60
                visible: !Tokens.large

                IconTile {
                    size: 60
                    tone: IconTile.Ok
                    iconName: "shieldok"
                }
            }
            Item {
                width: code.implicitWidth
                height: Math.max(code.implicitHeight, Tokens.large ? 0 : 60)

                FailureCode {
                    id: code

                    anchors.verticalCenter: parent.verticalCenter
                    code: page.activation.failure.code
                }
            }
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
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        role: Tokens.caption
        color: Tokens.text2
        text: page.activation.versionText
    }

    action: Button {
        width: parent.width
        focus: true
        //: Button: to the fields, for the code of a new e-mail
        text: qsTr("Nhập mã mới")
        onActivated: page.outcome.reactivate()
    }
    furtherActions: ByHandLine {
        activation: page.activation
    }
}
