// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// A button with a verb and an object. What cannot be done yet is not disabled: its label says what is missing and a
/// press leads there.
T.Button {
    id: button

    enum Kind { Primary, Secondary, Plain, Danger, PlainDanger }

    property int kind: Button.Primary
    property string iconName: ""
    property bool ready: true
    /// A pill that floats over what scrolls.
    property bool round: false
    /// Said instead of the text while not ready.
    property string missing: ""
    property bool busy: false
    property string busyText: ""
    /// Of words that take more than one line.
    property int alignment: Text.AlignHCenter

    /// Pressed while ready and not busy.
    signal activated
    /// Pressed while something is missing.
    signal missingWanted

    readonly property bool quiet: !button.ready || !button.enabled
    readonly property bool plain: button.kind === Button.Plain || button.kind === Button.PlainDanger
    readonly property bool danger: button.kind === Button.Danger || button.kind === Button.PlainDanger
    readonly property string shownText: button.busy ? button.busyText
                                      : !button.ready && button.missing.length > 0 ? button.missing : button.text
    readonly property color ink: button.quiet ? Tokens.text3 : button.danger ? Tokens.err
                               : button.kind === Button.Primary ? Tokens.primaryInk : Tokens.primary
    readonly property color fill: {
        if (button.plain)
            return !button.down || button.quiet ? Tokens.none : button.danger ? Tokens.errTint : Tokens.primaryTint;
        if (button.quiet)
            return Tokens.sunken;
        if (button.kind === Button.Primary)
            return button.down && !button.busy ? Tokens.primaryPress : Tokens.primary;
        return !button.down ? Tokens.surface : button.danger ? Tokens.errTint : Tokens.primaryTint;
    }

    function press() {
        if (button.busy)
            return;
        if (button.ready)
            button.activated();
        else
            button.missingWanted();
    }

    function isHeldSpace(event: var): bool {
        return event.isAutoRepeat && event.key === Qt.Key_Space;
    }

    implicitWidth: Math.max(Tokens.target, content.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(button.plain || button.round ? Tokens.target : 56, content.implicitHeight + topPadding + bottomPadding)
    topPadding: button.plain || button.round ? 8 : 12
    bottomPadding: topPadding
    leftPadding: button.plain ? 12 : button.round ? 16 : 10
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    onClicked: button.press()

    // A key that is held would go on through the next page's button, which has the focus by then.
    Keys.onPressed: event => {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        event.accepted = enter || button.isHeldSpace(event);
        if (enter && !event.isAutoRepeat)
            button.press();
    }
    Keys.onReleased: event => event.accepted = button.isHeldSpace(event)

    Accessible.role: Accessible.Button
    Accessible.name: button.shownText
    Accessible.onPressAction: button.press()

    contentItem: Item {
        id: content

        implicitWidth: row.spacing * (row.visibleMarks ? 1 : 0) + (row.visibleMarks ? row.markSize : 0) + label.implicitWidth
        implicitHeight: Math.max(label.implicitHeight, row.visibleMarks ? row.markSize : 0)

        Row {
            id: row

            readonly property bool visibleMarks: button.busy || button.iconName.length > 0
            readonly property real markSize: Tokens.iconSize(button.plain ? 22 : 24)

            anchors.centerIn: parent
            spacing: 10

            WaitRing {
                visible: button.busy
                size: row.markSize
                hasWords: true
                color: button.ink
                track: button.kind === Button.Primary ? Tokens.markLine : Tokens.primaryLine
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon {
                visible: !button.busy && button.iconName.length > 0
                name: button.iconName
                size: row.markSize
                color: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: label

                width: Math.min(Math.ceil(implicitWidth),
                                content.width - (row.visibleMarks ? row.markSize + row.spacing : 0))
                role: Tokens.button
                text: button.shownText
                color: button.ink
                horizontalAlignment: button.alignment
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: button.round ? height / 2 : button.plain ? Tokens.radiusField : Tokens.radiusButton
        color: button.fill
        border.width: button.kind === Button.Secondary || button.kind === Button.Danger ? (button.quiet ? 0 : 1) : 0
        border.color: button.danger ? Tokens.err : Tokens.lineStrong

        Behavior on color {
            ColorAnimation { duration: Tokens.fast; easing.type: Easing.OutCubic }
        }
        FocusRing {
            visible: button.visualFocus
            around: parent.radius
        }
    }
}
