// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// One key of the number pad: a digit, or an icon with its word.
T.Button {
    id: key

    property string digit: ""
    property string word: ""
    property string iconName: ""
    property bool locked: false
    readonly property bool bare: key.word.length > 0

    function pressOnce(event: var) {
        if (!event.isAutoRepeat) // held too long it is still one digit
            key.clicked();
    }

    implicitHeight: Math.max(56, content.implicitHeight + 8)
    focusPolicy: Qt.TabFocus
    enabled: !key.locked
    Keys.onReturnPressed: event => key.pressOnce(event)
    Keys.onEnterPressed: event => key.pressOnce(event)

    Accessible.role: Accessible.Button
    Accessible.name: key.bare ? key.word : key.digit
    Accessible.onPressAction: key.clicked()

    contentItem: Item {
        id: content

        implicitHeight: words.implicitHeight

        Label {
            anchors.centerIn: parent
            visible: !key.bare
            role: Tokens.key
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1
            topPadding: 0
            bottomPadding: 0
            color: key.locked ? Tokens.text3 : key.down ? Tokens.primary : Tokens.text
            text: key.digit
            Accessible.ignored: true
        }
        Column {
            id: words

            anchors.centerIn: parent
            width: parent.width
            visible: key.bare
            spacing: 1

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                size: 22
                name: key.iconName
                color: key.locked ? Tokens.text3 : key.down ? Tokens.primary : Tokens.text2
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                role: Tokens.keyLabel
                color: key.locked ? Tokens.text3 : key.down ? Tokens.primary : Tokens.text2
                text: key.word
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Tokens.radiusButton
        color: key.locked && !key.bare ? Tokens.sunken : key.down ? Tokens.primaryTint : key.bare ? Tokens.none : Tokens.surface
        border.width: key.bare && !key.down ? 0 : 1
        border.color: key.down ? Tokens.primaryLine : Tokens.line

        FocusRing {
            visible: key.visualFocus
            anchors.margins: -2
            around: Tokens.radiusButton - 2
        }
    }
}
