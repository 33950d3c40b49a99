// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design

/// Time that runs out or a lock that ends: label, digits that do not dance, bar.
Item {
    id: bar

    required property string label
    /// "04:32".
    required property string timeText
    property int seconds: 0
    /// How much of the bar is filled.
    property real progress: 0
    /// A lock that ends is good news: it keeps its colour. Time that runs out turns.
    property bool runsOut: false
    readonly property color ink: !bar.runsOut ? Tokens.primary : bar.seconds <= 0 ? Tokens.err : bar.seconds < 60 ? Tokens.warn : Tokens.primary

    /// The digits stand at the right where both fit on a line, else under the label.
    readonly property bool beside: label.implicitWidth + 12 + digits.implicitWidth <= bar.width

    implicitHeight: words.height + 12
    Accessible.role: Accessible.ProgressBar
    Accessible.name: bar.label + " " + bar.timeText

    Item {
        id: words

        width: parent.width
        height: bar.beside ? label.implicitHeight : label.implicitHeight + digits.implicitHeight

        Label {
            id: label

            width: bar.beside ? implicitWidth : parent.width
            role: Tokens.small
            color: Tokens.text2
            text: bar.label
            Accessible.ignored: true
        }
        FixedDigits {
            id: digits

            x: bar.beside ? parent.width - implicitWidth : 0
            y: bar.beside ? 0 : label.implicitHeight
            role: Tokens.smallStrong
            color: bar.ink
            text: bar.timeText
        }
    }
    Rectangle {
        y: words.height + 6
        width: parent.width
        height: 6
        radius: 3
        color: Tokens.seg

        Rectangle {
            width: Math.max(0, Math.min(1, bar.progress)) * parent.width
            height: 6
            radius: 3
            color: bar.ink
        }
    }
}
