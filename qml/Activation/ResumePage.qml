// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// "Tiếp tục kích hoạt": the app was closed on the way.
JourneyPage {
    id: page

    readonly property OutcomeViewModel outcome: activation.outcome
    property bool asking: false

    barTitle: ""
    step: 0
    centred: true
    //: Title of the page that offers to go on with an activation
    title: qsTr("Tiếp tục kích hoạt")
    subtitle: page.outcome.resumeText

    head: [
        AppMark {
            anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
            size: 64
        },
        Item {
            width: 1
            height: 20
        }
    ]

    Row {
        id: bars

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 5

        Repeater {
            model: page.activation.stepCount

            Rectangle {
                required property int index

                width: (page.columnWidth - (page.activation.stepCount - 1) * bars.spacing) / page.activation.stepCount
                height: 6
                radius: 3
                color: index < page.outcome.resumeStepsDone ? Tokens.primary : Tokens.seg
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
        focus: true
        //: Primary button: goes on with the activation where it stopped
        text: qsTr("Tiếp tục")
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.outcome.resume()
    }
    furtherActions: Button {
        width: parent.width
        kind: Button.Plain
        //: Button: gives up this activation; a sheet asks before
        text: qsTr("Bắt đầu lại")
        onActivated: page.asking = true
    }

    over: Repeater {
        model: page.asking ? 1 : 0
        delegate: Item {
            Sheet {
                visible: true
                //: Title of the sheet that asks before everything starts over
                title: qsTr("Bắt đầu lại từ đầu?")
                onDismissed: page.asking = false

                Label {
                    width: parent.width
                    text: page.outcome.startOverWarning
                }

                lower: [
                    Button {
                        width: parent.width
                        focus: true
                        //: Button: keeps the activation
                        text: qsTr("Giữ lại và tiếp tục")
                        onActivated: page.outcome.resume()
                    },
                    Button {
                        width: parent.width
                        kind: Button.PlainDanger
                        //: Button: gives up the activation for good
                        text: qsTr("Bắt đầu lại")
                        onActivated: page.outcome.startOver()
                    }
                ]
            }
        }
    }
}
