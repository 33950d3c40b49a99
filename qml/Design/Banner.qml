// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design

/// Said next to the thing it explains. The focus moves here when it appears; an error stays until it is settled.
Rectangle {
    id: banner

    enum Tone { Info, Ok, Warn, Error }

    property int tone: Banner.Info
    required property string title
    property string text: ""
    property string iconName: ["info", "shieldok", "warn", "alert"][banner.tone]
    /// Drawn as dots; the text has the number.
    property int triesLeft: -1
    property int triesInAll: 5
    /// Said when it appears; not where the window says the same.
    property bool announced: banner.tone >= Banner.Warn
    default property alias content: extra.data

    readonly property color ink: [Tokens.primary, Tokens.ok, Tokens.warn, Tokens.err][banner.tone]

    implicitHeight: Math.max(icon.height + 28, texts.y + texts.implicitHeight + 14)
    radius: Tokens.radiusButton
    color: [Tokens.primaryTint, Tokens.okTint, Tokens.warnTint, Tokens.errTint][banner.tone]
    border.width: 1
    border.color: [Tokens.primaryLine, Tokens.okLine, Tokens.warnLine, Tokens.errLine][banner.tone]

    Accessible.role: Accessible.AlertMessage
    Accessible.name: Tokens.joined([banner.title, banner.text], ". ")

    Announcement {
        text: banner.visible && banner.announced ? banner.Accessible.name : ""
    }
    Icon {
        id: icon

        x: 16
        y: 14
        size: Tokens.iconSize(24)
        name: banner.iconName
        color: banner.ink
    }
    Column {
        id: texts

        /// At large sizes the text begins under the icon; where a title stands beside the icon, under that.
        readonly property bool under: Tokens.large

        x: under ? 16 : icon.x + icon.width + 14
        y: under && banner.title.length === 0 ? icon.y + icon.height + 6 : 14
        width: parent.width - x - 14
        spacing: 2

        Label {
            width: parent.width
            visible: text.length > 0
            leftPadding: texts.under ? icon.width + 10 : 0
            role: Tokens.bannerTitle
            color: banner.ink
            text: banner.title
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: text.length > 0
            role: Tokens.small
            text: Tokens.withoutOrphan(banner.text)
            Accessible.ignored: true
        }
        Row {
            topPadding: 6
            bottomPadding: 4
            spacing: 5
            visible: banner.triesLeft >= 0

            Repeater {
                model: banner.triesLeft >= 0 ? banner.triesInAll : 0

                Rectangle {
                    required property int index

                    width: 10
                    height: 10
                    radius: 5
                    color: index < banner.triesLeft ? banner.ink : Tokens.none
                    border.width: 1
                    border.color: banner.ink
                }
            }
        }
        Column {
            id: extra

            width: parent.width
        }
    }
}
