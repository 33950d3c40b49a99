// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The first page: what this is for, and where to begin.
JourneyPage {
    id: page

    hasBar: false
    canGoBack: false
    step: 0
    bodySpacing: 0

    Flow {
        width: parent.width
        spacing: 12

        Row {
            height: Math.max(mark.height, language.implicitHeight)
            width: Math.max(implicitWidth, page.columnWidth - language.implicitWidth - 12 - 1)
            spacing: 12

            AppMark {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                role: Tokens.name
                text: "SmartCA"
                wrapMode: Text.NoWrap
            }
        }
        Segmented {
            id: language

            //: Name of the language switch, for screen readers
            name: qsTr("Ngôn ngữ")
            choices: ["Tiếng Việt", "English"]
            current: page.settings.english ? 1 : 0
            onChosen: index => page.settings.language = index === 1 ? "en" : "vi"
        }
    }

    middle: Column {
        width: parent.width

        Artwork {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !Tokens.large
            width: Math.min(306, parent.width, page.height < 700 ? page.height * 0.29 : page.height * 0.37)
            height: visible ? width : 0
            motif: Artwork.SignedDocument
            ink: Tokens.primary
            gold: Tokens.gold
            paper: Tokens.surface
            ground: Tokens.bg
            line: Tokens.line
            faint: Tokens.seg
            Accessible.ignored: true
        }
        Item {
            width: 1
            height: Tokens.large ? 0 : 20
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            role: Tokens.h1
            //: Title of the first page; the line break keeps the two halves together
            text: qsTr("Ký tài liệu bằng\nđiện thoại của Quý khách")
        }
        Item {
            width: 1
            height: 8
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Tokens.text2
            //: Under the title of the first page
            text: qsTr("Ký tài liệu từ xa,\nbảo vệ bằng mã PIN riêng.")
        }
        Item {
            width: 1
            height: 14
            visible: page.activation.sandbox
        }
        SandboxChip {
            width: parent.width
            centred: true
            activation: page.activation
        }
    }

    action: Button {
        width: parent.width
        //: Primary button of the first page
        text: qsTr("Kích hoạt tài khoản")
        focus: true
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.activation.start()
    }
    furtherActions: Button {
        width: parent.width
        kind: Button.Plain
        iconName: Tokens.large ? "" : "phone" // leaves the number and its word a line
        text: page.activation.hotlineText
        onActivated: page.helpOpen = true
    }
}
