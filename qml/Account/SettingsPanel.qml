// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// How the app looks, where help is, what version this is.
Column {
    id: panel

    required property AppSettings settings
    required property string hotline
    required property string version

    signal callWanted

    spacing: 20

    component Heading: Label {
        width: parent ? parent.width : 0
        role: Tokens.smallStrong
        color: Tokens.text2
    }

    DisplaySettings {
        width: parent.width
        settings: panel.settings
    }
    Column {
        width: parent.width
        spacing: 8

        Heading {
            //: Heading in the settings: help
            text: qsTr("Trợ giúp")
        }
        Card {
            width: parent.width

            ListRow {
                width: parent.width
                iconName: "phone"
                //: Row in the settings: calls the hotline
                title: qsTr("Gọi hỗ trợ")
                value: panel.hotline
                onClicked: panel.callWanted()
            }
        }
    }
    Column {
        width: parent.width
        spacing: 8

        Heading {
            //: Heading in the settings: about the app
            text: qsTr("Giới thiệu")
        }
        Card {
            width: parent.width

            FactRow {
                width: parent.width
                divided: false
                //: Row in the settings: which version of the app this is
                label: qsTr("Phiên bản")
                value: panel.version
            }
        }
    }
}
