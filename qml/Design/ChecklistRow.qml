// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A rule of a live list: met or not yet.
Item {
    id: row

    required property string text
    property bool met: false

    implicitHeight: Math.max(32, label.implicitHeight + 6)
    Accessible.role: Accessible.StaticText
    //: Said by screen readers for a rule that is met; %1 is the rule, for example "Có chữ hoa"
    readonly property string metName: qsTr("%1: đạt").arg(row.text)
    //: Said by screen readers for a rule that is not met yet; %1 is the rule
    readonly property string openName: qsTr("%1: chưa đạt").arg(row.text)
    Accessible.name: row.met ? row.metName : row.openName

    CheckMark {
        id: mark

        x: 2
        y: label.y + Math.round((Tokens.list.leading - height) / 2)
        size: Tokens.iconSize(24)
        phase: row.met ? CheckMark.Done : CheckMark.Waiting
    }
    Label {
        id: label

        x: mark.x + mark.width + 10
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x
        role: Tokens.list
        color: row.met ? Tokens.text : Tokens.text2
        text: row.text
        Accessible.ignored: true
    }
}
