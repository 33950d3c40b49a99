// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// Any problem that needs a page of its own. What happened, why, what to do, the code, the hotline.
JourneyPage {
    id: page

    readonly property FailureViewModel failure: activation.failure
    readonly property SigningViewModel signing: activation.signing
    readonly property OutcomeViewModel outcome: activation.outcome
    property bool asking: false
    readonly property string iconName: {
        switch (page.failure.icon) {
        case "network":
            return "globe";
        case "clock":
            return "clock";
        case "lock":
            return "lock";
        case "fingerprint":
            return "finger";
        case "certificate":
            return "cert";
        case "document":
            return "doc";
        case "update":
            return "download";
        case "device":
            return "device";
        case "mail":
            return "mail";
        }
        return "warn";
    }

    readonly property string keepText: {
        if (page.failure.secondaryForgetsPin)
            //: Button: keeps the activation while the PIN is locked for some minutes
            return qsTr("Đợi hết thời gian khoá");
        //: Button: keeps the activation, the problem page stays
        return qsTr("Giữ lại");
    }

    barTitle: ""
    step: 0
    hasHelp: true
    title: page.failure.title
    bodySpacing: 14

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
                    iconName: page.iconName
                    tone: page.failure.mild ? IconTile.Warn : IconTile.Err
                }
            }
            Item {
                width: code.implicitWidth
                height: Math.max(code.implicitHeight, Tokens.large ? 0 : 60)

                FailureCode {
                    id: code

                    anchors.verticalCenter: parent.verticalCenter
                    code: page.failure.code
                }
            }
        },
        Item {
            width: 1
            height: 20
        }
    ]

    CountdownBar {
        width: parent.width
        visible: page.failure.countdownText.length > 0
        //: Before a countdown such as 04:32: how long the lock lasts
        label: qsTr("Mở lại sau")
        timeText: page.failure.countdownText
        seconds: page.failure.countdownSeconds
        progress: page.failure.countdownProgress
    }
    Card {
        width: parent.width
        visible: page.failure.why.length > 0 || page.failure.action.length > 0

        Column {
            width: parent.width
            visible: page.failure.why.length > 0
            topPadding: 14
            bottomPadding: 14

            Label {
                x: 18
                width: parent.width - 36
                role: Tokens.smallStrong
                color: Tokens.text2
                //: Heading on a problem page: why it happened
                text: qsTr("Vì sao")
            }
            Label {
                x: 18
                width: parent.width - 36
                text: Tokens.withoutOrphan(page.failure.why)
                Accessible.name: page.failure.why
            }
        }
        Divider {
            width: parent.width
            visible: page.failure.why.length > 0 && page.failure.action.length > 0
        }
        Column {
            width: parent.width
            visible: page.failure.action.length > 0
            topPadding: 14
            bottomPadding: 14

            Label {
                x: 18
                width: parent.width - 36
                role: Tokens.smallStrong
                color: Tokens.text2
                //: Heading on a problem page: what to do
                text: qsTr("Cần làm gì")
            }
            Label {
                x: 18
                width: parent.width - 36
                text: Tokens.withoutOrphan(page.failure.action)
                Accessible.name: page.failure.action
            }
        }
    }
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
        text: page.failure.primaryText
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.failure.primary()
    }
    furtherActions: [
        ByHandLine {
            activation: page.activation
        },
        Button {
            width: parent.width
            visible: page.failure.secondaryText.length > 0
            kind: Button.Secondary
            text: page.failure.secondaryText
            onActivated: {
                if (page.failure.secondaryGivesUp)
                    page.asking = true;
                else
                    page.failure.secondary();
            }
        }
    ]

    over: Repeater {
        model: page.asking && page.failure.secondaryGivesUp ? 1 : 0
        delegate: Item {
            Sheet {
                visible: true
                //: Title of the sheet that asks before an activation that may still be good is given up
                title: page.failure.secondaryForgetsPin ? page.signing.forgotTitle : qsTr("Kích hoạt lại từ đầu?")
                onDismissed: page.asking = false

                Label {
                    width: parent.width
                    text: page.failure.secondaryForgetsPin ? page.signing.forgotWarning : page.outcome.startOverWarning
                }

                lower: [
                    Button {
                        width: parent.width
                        focus: true
                        text: page.keepText
                        onActivated: page.asking = false
                    },
                    Button {
                        width: parent.width
                        kind: Button.PlainDanger
                        text: page.failure.secondaryForgetsPin ? page.signing.forgotConfirmText : page.failure.secondaryText
                        onActivated: page.failure.secondary()
                    }
                ]
            }
        }
    }
}
