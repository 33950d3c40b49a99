// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design

/// Where the subscriber is among the five steps.
Item {
    id: indicator

    required property int step
    property int steps: 5
    required property string name
    /// The name of the next step; dropped whole where it does not fit.
    property string next: ""

    /// "Bước 2/5".
    required property string counter
    /// One sentence for the screen reader.
    required property string spoken

    implicitHeight: bars.y + bars.height
    Accessible.role: Accessible.StaticText
    Accessible.name: indicator.spoken

    Label {
        id: here

        readonly property bool alone: !ahead.visible

        width: alone ? parent.width : implicitWidth
        role: Tokens.smallStrong
        textFormat: Text.StyledText
        text: "<font color=\"" + Tokens.primary + "\">" + indicator.counter + "</font> · " + indicator.name
        Accessible.ignored: true
    }
    Label {
        id: ahead

        anchors.right: parent.right
        role: Tokens.small
        wrapMode: Text.NoWrap
        color: Tokens.text2
        text: indicator.next
        visible: text.length > 0 && here.implicitWidth + 16 + implicitWidth <= indicator.width
        Accessible.ignored: true
    }
    Row {
        id: bars

        readonly property real unit: (indicator.width - spacing * (indicator.steps - 1)) / (indicator.steps - 1 + 1.9)

        y: here.height + 8
        height: 6
        spacing: 5

        Repeater {
            model: indicator.steps

            Rectangle {
                required property int index

                width: bars.unit * (index + 1 === indicator.step ? 1.9 : 1)
                height: 6
                radius: 3
                color: index < indicator.step ? Tokens.primary : Tokens.seg
            }
        }
    }
}
