// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// A password field over the vault: what is typed never becomes a text of this page.
PasswordField {
    id: field

    required property PasswordEntry entry
    readonly property alias input: input

    signal accepted

    function take(reason: int) {
        input.forceActiveFocus(reason);
    }

    active: input.activeFocus
    ok: field.entry.ok
    wrong: field.entry.wrong
    revealed: field.entry.revealed
    onRevealWanted: reveal => field.entry.revealed = reveal

    typing: PasswordInput {
        id: input

        anchors.fill: parent
        focus: true
        entry: field.entry
        color: Tokens.text
        caretColor: Tokens.primary
        font.family: Tokens.field.family
        font.pixelSize: Tokens.field.size
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.message
        onAccepted: field.accepted()
    }
}
