// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// One line of text with its label above.
FieldFrame {
    id: field

    property string text: ""
    property string placeholder: ""
    /// Mostly digits: the phone's keyboard opens with them, and a button brings the letters.
    property bool digitsFirst: false
    property bool letters: false
    readonly property bool switchesKeyboard: field.digitsFirst && field.hasScreenKeyboard

    /// The person changed the text.
    signal edited(string text)
    signal accepted

    function take(reason: int) {
        input.forceActiveFocus(reason);
    }

    active: input.activeFocus
    onTextChanged: if (input.text !== field.text) input.text = field.text

    typing: T.TextField {
        id: input

        anchors.fill: parent
        focus: true
        font.family: Tokens.field.family
        font.pixelSize: Tokens.field.size
        color: field.locked ? Tokens.text3 : Tokens.text
        selectionColor: Tokens.primary
        selectedTextColor: Tokens.primaryInk
        placeholderTextColor: Tokens.text3
        verticalAlignment: TextInput.AlignVCenter
        readOnly: field.locked
        selectByMouse: true
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                          | (field.digitsFirst && !field.letters ? Qt.ImhPreferNumbers : Qt.ImhNone)
        activeFocusOnTab: true
        cursorDelegate: Rectangle {
            width: 2
            radius: 1
            color: Tokens.primary
            visible: input.cursorVisible
        }
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.message

        onTextEdited: {
            field.edited(input.text);
            if (input.text !== field.text)
                input.text = field.text;
        }
        onAccepted: field.accepted()

        Label {
            anchors.fill: parent
            visible: input.length === 0 && input.preeditText.length === 0
            role: Tokens.field
            color: Tokens.text3
            text: field.placeholder
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }
    trailing: Row {
        Item {
            width: tick.visible ? 48 : 0
            height: 48

            Icon {
                id: tick

                anchors.centerIn: parent
                visible: field.ok && !field.wrong
                name: "check"
                stroke: 2.2
                color: Tokens.ok
            }
        }
        Button {
            visible: field.switchesKeyboard
            kind: Button.Plain
            text: field.letters ? "123" : "ABC"
            onActivated: field.letters = !field.letters
        }
    }
}
