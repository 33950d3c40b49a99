// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design

/// Two groups of four cells under one invisible line of text. Takes a whole pasted e-mail as well: what is typed goes out by
/// edited(), what it comes to comes back by code and cells.
Column {
    id: field

    required property string label
    property string hint: ""
    property string code: ""
    property var cells: ["", "", "", "", "", "", "", ""]
    property bool wrong: false
    property string spoken: ""
    /// The place the next character goes to.
    readonly property int place: Math.min(7, input.length)
    readonly property bool twoRows: Tokens.large
    readonly property alias focused: input.activeFocus

    signal edited(string text)
    signal accepted

    function take(reason: int) {
        input.forceActiveFocus(reason);
    }

    spacing: 6
    onCodeChanged: input.settle()

    Flow {
        width: parent.width
        spacing: 6

        Label {
            width: Math.min(implicitWidth, parent.width)
            role: Tokens.smallStrong
            text: field.label
            Accessible.ignored: true
        }
        Label {
            width: Math.min(implicitWidth, parent.width)
            visible: text.length > 0
            role: Tokens.small
            color: Tokens.text2
            text: field.hint
            Accessible.ignored: true
        }
    }
    Item {
        id: box

        readonly property real gap: 5
        readonly property real dash: 12
        readonly property real cellWidth: field.twoRows ? (width - 3 * gap) / 4
                                        : (width - 8 * gap - dash) / 8
        readonly property real cellHeight: Math.max(56, Tokens.codeCell.size * 1.7)

        width: parent.width
        height: field.twoRows ? 2 * cellHeight + 12 : cellHeight

        Repeater {
            model: 8

            Rectangle {
                id: cell

                required property int index
                readonly property bool here: input.activeFocus && index === field.place && input.length < 8

                x: field.twoRows ? (index % 4) * (box.cellWidth + box.gap)
                                 : index * (box.cellWidth + box.gap) + (index >= 4 ? box.dash + box.gap : 0)
                y: field.twoRows && index >= 4 ? box.cellHeight + 12 : 0
                width: box.cellWidth
                height: box.cellHeight
                radius: Tokens.radiusCell
                color: Tokens.surface
                border.width: field.wrong || here ? 2 : 1
                border.color: field.wrong ? Tokens.err : here ? Tokens.primary : Tokens.lineStrong

                Label {
                    anchors.centerIn: parent
                    role: Tokens.codeCell
                    color: field.wrong ? Tokens.err : Tokens.text
                    text: field.cells[cell.index] ?? ""
                    lineHeightMode: Text.ProportionalHeight
                    lineHeight: 1
                    topPadding: 0
                    bottomPadding: 0
                    Accessible.ignored: true
                }
                Rectangle {
                    anchors.centerIn: parent
                    visible: cell.here
                    width: 2
                    height: Math.round(Tokens.codeCell.size * 1.05)
                    radius: 1
                    color: Tokens.primary
                }
            }
        }
        Rectangle {
            visible: !field.twoRows
            x: 4 * (box.cellWidth + box.gap)
            anchors.verticalCenter: parent.verticalCenter
            width: box.dash
            height: 2
            radius: 1
            color: Tokens.lineStrong
        }
        TextInput {
            id: input

            function settle() {
                if (input.text !== field.code)
                    input.text = field.code;
                input.cursorPosition = input.length;
            }

            anchors.fill: parent
            color: Tokens.none
            selectionColor: Tokens.none
            selectedTextColor: Tokens.none
            cursorDelegate: Item {}
            clip: true
            activeFocusOnTab: true
            inputMethodHints: Qt.ImhPreferUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            font.pixelSize: 16
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.spoken

            onTextEdited: {
                field.edited(input.text);
                input.settle();
            }
            onCursorPositionChanged: if (input.cursorPosition !== input.length) input.cursorPosition = input.length
            onAccepted: field.accepted()
        }
        FocusRing {
            visible: input.activeFocus && input.length === 8
            around: Tokens.radiusCell
        }
    }
}
