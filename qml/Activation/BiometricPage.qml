// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// A finger or a face joins the PIN, or is not ready yet.
JourneyPage {
    id: page

    readonly property BiometricViewModel biometric: activation.biometric
    /// Pairs of title and detail.
    readonly property int pairs: Math.floor(biometric.lines.length / 2)

    barTitle: ""
    wordyHelp: true
    step: 0
    centred: true
    title: page.biometric.title
    subtitle: page.biometric.text
    Component.onCompleted: page.biometric.look()

    head: [
        BiometricArt {
            anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
            visible: !Tokens.large
            width: implicitWidth
            height: implicitHeight
            face: page.biometric.face
            available: page.biometric.available
            addable: page.biometric.reason === BiometricViewModel.NoneEnrolled
        },
        Item {
            width: 1
            height: 20
        }
    ]

    Column {
        width: parent.width
        visible: page.biometric.available
        spacing: 18

        Repeater {
            model: page.biometric.available ? page.pairs : 0

            Item {
                id: reason

                required property int index

                width: parent ? parent.width : 0
                height: Math.max(tile.visible ? 44 : 0, words.implicitHeight)

                IconTile {
                    id: tile

                    visible: !Tokens.large
                    iconName: ["device", "lock", page.biometric.face ? "face" : "finger"][reason.index % 3]
                }
                Column {
                    id: words

                    x: tile.visible ? 58 : 0
                    y: tile.visible ? Math.max(0, (44 - height) / 2) : 0
                    width: parent.width - x

                    Label {
                        width: parent.width
                        role: Tokens.listStrong
                        text: page.biometric.lines[reason.index * 2] ?? ""
                    }
                    Label {
                        width: parent.width
                        visible: text.length > 0
                        role: Tokens.small
                        color: Tokens.text2
                        text: page.biometric.lines[reason.index * 2 + 1] ?? ""
                    }
                }
            }
        }
    }
    Card {
        width: parent.width
        visible: !page.biometric.available && page.pairs > 0
        sidePadding: 16
        endPadding: 16
        spacing: 16

        Repeater {
            model: page.biometric.available ? 0 : page.pairs

            Item {
                id: way

                required property int index

                width: parent ? parent.width : 0
                height: Math.max(disc.height, doing.implicitHeight)

                Rectangle {
                    id: disc

                    width: Math.max(32, Tokens.smallStrong.size * 1.7)
                    height: width
                    radius: width / 2
                    color: Tokens.primaryTint

                    Label {
                        anchors.centerIn: parent
                        role: Tokens.smallStrong
                        color: Tokens.primary
                        text: String(way.index + 1)
                    }
                }
                Column {
                    id: doing

                    x: disc.width + 14
                    y: Math.max(0, Math.round((disc.height - Tokens.body.leading) / 2))
                    width: parent.width - x

                    Label {
                        width: parent.width
                        text: page.biometric.lines[way.index * 2] ?? ""
                    }
                    Label {
                        width: parent.width
                        visible: text.length > 0
                        role: Tokens.small
                        color: Tokens.text2
                        text: page.biometric.lines[way.index * 2 + 1] ?? ""
                    }
                }
            }
        }
    }
    HotlineCard {
        width: parent.width
        visible: !page.biometric.available
        hotline: page.activation.hotline
        onCallWanted: page.activation.callHotline()
    }
    Label {
        width: parent.width
        visible: !page.biometric.available
        horizontalAlignment: Text.AlignHCenter
        role: Tokens.caption
        color: Tokens.text2
        text: page.biometric.code + " · " + page.activation.versionText
    }
    Banner {
        width: parent.width
        visible: page.biometric.warning.length > 0 && !page.activation.failure.inlineNow
        tone: Banner.Warn
        title: ""
        text: page.biometric.warning
    }
    FailureBanner {
        id: banner

        width: parent.width
        failure: page.activation.failure
        onAppeared: page.reveal(banner)
    }

    lower: Label {
        //: Over the button of the biometric page: what the phone will do then, with a face
        readonly property string face: qsTr("Bấm xong, điện thoại sẽ yêu cầu quét khuôn mặt.")
        //: Over the button of the biometric page: what the phone will do then, with a finger
        readonly property string finger: qsTr("Bấm xong, điện thoại sẽ yêu cầu chạm vân tay.")

        width: parent.width
        visible: page.biometric.available
        horizontalAlignment: Text.AlignHCenter
        role: Tokens.small
        color: Tokens.text2
        text: page.biometric.face ? face : finger
    }

    action: Button {
        width: parent.width
        focus: true
        text: page.biometric.primaryText
        busy: page.biometric.asking || page.activation.busy
        busyText: page.biometric.asking ? page.biometric.askingText : page.activation.busyText
        onActivated: page.biometric.primary()
    }
    furtherActions: [
        ByHandLine {
            activation: page.activation
        },
        Button {
            width: parent.width
            visible: page.biometric.secondaryText.length > 0
            kind: Button.Plain
            text: page.biometric.secondaryText
            onActivated: page.biometric.skip()
        }
    ]
}
