// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// Language, text size, theme and motion: changed at once, on the spot.
Column {
    id: display

    required property AppSettings settings

    readonly property var sizes: [1, 1.25, 1.5, 2]
    readonly property int currentSize: {
        let nearest = 0;
        for (let i = 1; i < sizes.length; ++i) {
            if (Math.abs(sizes[i] - settings.textSize) < Math.abs(sizes[nearest] - settings.textSize))
                nearest = i;
        }
        return nearest;
    }

    spacing: 16

    Column {
        width: parent.width
        spacing: 6

        Label {
            id: languageLabel

            width: parent.width
            role: Tokens.smallStrong
            color: Tokens.text2
            //: Heading over the choice between Vietnamese and English
            text: qsTr("Ngôn ngữ")
        }
        Segmented {
            width: parent.width
            room: parent.width
            name: languageLabel.text
            choices: ["Tiếng Việt", "English"]
            current: display.settings.english ? 1 : 0
            onChosen: index => display.settings.language = index === 1 ? "en" : "vi"
        }
    }
    Column {
        width: parent.width
        spacing: 6

        Label {
            id: sizeLabel

            width: parent.width
            role: Tokens.smallStrong
            color: Tokens.text2
            //: Heading over the choice of the text size
            text: qsTr("Cỡ chữ")
        }
        Segmented {
            width: parent.width
            room: parent.width
            name: sizeLabel.text
            choices: ["100%", "125%", "150%", "200%"]
            current: display.currentSize
            onChosen: index => display.settings.textSize = display.sizes[index]
        }
    }
    Column {
        width: parent.width
        spacing: 6

        Label {
            id: themeLabel

            width: parent.width
            role: Tokens.smallStrong
            color: Tokens.text2
            //: Heading over the choice between light and dark
            text: qsTr("Giao diện")
        }
        Segmented {
            width: parent.width
            room: parent.width
            name: themeLabel.text
            choices: [
                //: Theme: as the system has it
                qsTr("Theo máy"),
                //: Theme: light
                qsTr("Sáng"),
                //: Theme: dark
                qsTr("Tối")
            ]
            current: display.settings.theme
            onChosen: index => display.settings.theme = index
        }
    }
    Card {
        width: parent.width

        Switch {
            width: parent.width
            //: Switch: no moving parts on the screen
            title: qsTr("Giảm chuyển động")
            iconName: "pause"
            on: display.settings.reduceMotion
            onWanted: on => display.settings.reduceMotion = on
        }
    }
}
