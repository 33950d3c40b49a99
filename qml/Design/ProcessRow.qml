// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A part of a longer wait, joined to the next by a line.
Item {
    id: row

    required property string title
    required property string detail
    property int phase: CheckMark.Waiting
    required property bool last

    readonly property string spokenPhase: {
        switch (row.phase) {
        case CheckMark.Done:
            //: State of a part of the wait, said by screen readers
            return qsTr("Xong");
        case CheckMark.Running:
            //: State of a part of the wait, said by screen readers
            return qsTr("Đang làm");
        case CheckMark.Failed:
            //: State of a part of the wait, said by screen readers
            return qsTr("Chưa được");
        }
        //: State of a part of the wait, said by screen readers
        return qsTr("Chưa tới");
    }

    implicitHeight: Math.max(mark.height, texts.implicitHeight) + (row.last ? 0 : 16)
    Accessible.role: Accessible.StaticText
    Accessible.name: Tokens.joined([row.title, row.spokenPhase, row.detail], ", ")

    CheckMark {
        id: mark

        size: 36
        phase: row.phase
    }
    Rectangle {
        visible: !row.last
        x: mark.x + mark.width / 2 - 1
        y: mark.height + 4
        width: 2
        height: parent.height - mark.height - 8
        color: row.phase === CheckMark.Done ? Tokens.ok : Tokens.line
    }
    Column {
        id: texts

        x: mark.width + 16
        y: Math.max(0, (mark.height - Tokens.bodyStrong.leading - (detail.visible ? Tokens.small.leading : 0)) / 2)
        width: parent.width - x

        Label {
            width: parent.width
            role: row.phase === CheckMark.Waiting ? Tokens.body : Tokens.bodyStrong
            color: row.phase === CheckMark.Waiting ? Tokens.text2 : Tokens.text
            text: row.title
            Accessible.ignored: true
        }
        Label {
            id: detail

            width: parent.width
            visible: text.length > 0
            role: row.phase === CheckMark.Running ? Tokens.smallStrong : Tokens.small
            color: row.phase === CheckMark.Running ? Tokens.primary : row.phase === CheckMark.Failed ? Tokens.err : Tokens.text2
            text: row.detail
            Accessible.ignored: true
        }
    }
}
