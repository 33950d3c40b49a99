// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// Comes up from below over the page it belongs to; one at a time. Drag down, the cross and Escape cancel. Whether it is
/// open is the model's to say: bind `visible`, answer dismissed().
T.Popup {
    id: sheet

    property string title: ""
    property bool canClose: true
    default property alias body: body.data
    /// Fixed under the scrolling part.
    property alias lower: lower.data

    signal dismissed

    readonly property real windowWidth: parent ? parent.width : 390
    readonly property real windowHeight: parent ? parent.height : 844
    readonly property real panelWidth: Math.min(windowWidth, Tokens.column + 40)
    readonly property real tallest: windowHeight - 24
    readonly property real wanted: header.height + body.implicitHeight + lowerHolder.height + 8
    property real dragged: 0

    /// Brings an item of the scrolling part into view, also one that has just appeared.
    function reveal(item: Item) {
        for (const column of [item, item.parent])
            column.forceLayout?.();
        follower.reveal(item);
    }

    parent: T.Overlay.overlay
    x: Math.round((windowWidth - panelWidth) / 2)
    y: windowHeight - height + dragged
    width: panelWidth
    height: Math.min(tallest, wanted)
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.NoAutoClose

    T.Overlay.modal: Rectangle {
        color: Tokens.scrim

        Behavior on opacity {
            NumberAnimation { duration: Tokens.sheetIn; easing.type: Easing.OutCubic }
        }
    }
    enter: Transition {
        NumberAnimation { property: "dragged"; from: sheet.height; to: 0; duration: Tokens.sheetIn; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "dragged"; to: sheet.height; duration: Tokens.sheetOut; easing.type: Easing.InCubic }
    }
    onAboutToShow: sheet.dragged = 0
    // A page that comes with its sheet open takes the focus when it is loaded; keys belong to what lies on top.
    onOpened: focusSettled.restart()

    // By night the page under the scrim is as dark as the sheet: the line is the edge. Lower corners and line end below the window.
    background: Item {
        Rectangle {
            width: parent.width
            height: parent.height + Tokens.radiusSheet
            radius: Tokens.radiusSheet
            color: Tokens.bg
            border.width: 1
            border.color: Tokens.line
        }
    }
    contentItem: FocusScope {
        focus: true

        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title
        Keys.onEscapePressed: if (sheet.canClose) sheet.dismissed()
        Keys.onBackPressed: if (sheet.canClose) sheet.dismissed()
        Keys.onPressed: event => scrollKeys.scroll(event)

        Timer {
            id: focusSettled

            interval: 0
            onTriggered: if (sheet.opened) sheet.forceActiveFocus(Qt.PopupFocusReason)
        }
        Item {
            id: header

            width: parent.width
            height: Math.max(72, 24 + heading.implicitHeight + 8)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 8
                width: 40
                height: 5
                radius: 2.5
                color: Tokens.seg
                visible: sheet.canClose
            }
            Label {
                id: heading

                x: 20
                y: 20 + Math.max(0, (48 - implicitHeight) / 2)
                width: parent.width - 20 - 72
                role: Tokens.h2
                text: sheet.title
            }
            DragHandler {
                target: null
                xAxis.enabled: false
                enabled: sheet.canClose
                onActiveTranslationChanged: sheet.dragged = Math.max(0, activeTranslation.y)
                onActiveChanged: {
                    if (active)
                        return;
                    if (sheet.dragged > 80)
                        sheet.dismissed();
                    sheet.dragged = 0;
                }
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: 12
                y: 20
                visible: sheet.canClose
                iconName: "x"
                //: Name of the cross of a sheet, for screen readers
                name: qsTr("Đóng")
                onClicked: sheet.dismissed()
            }
        }
        Flickable {
            id: flick

            y: header.height
            width: parent.width
            height: parent.height - y - lowerHolder.height
            contentWidth: width
            contentHeight: body.implicitHeight + 8
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height + 8
            clip: true

            Column {
                id: body

                x: 20
                width: parent.width - 40
                spacing: 16
            }
        }
        FocusFollower {
            id: follower

            flickable: flick
        }
        ScrollKeys {
            id: scrollKeys

            flickable: flick
        }
        ScrollBar {
            flickable: flick
            visible: flick.interactive
        }
        Item {
            id: lowerHolder

            anchors.bottom: parent.bottom
            width: parent.width
            height: lower.implicitHeight > 0 ? lower.implicitHeight + 28 : 20

            Column {
                id: lower

                x: 20
                y: 8
                width: parent.width - 40
                spacing: 8
            }
        }
    }
}
