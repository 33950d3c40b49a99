// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A page: bar, step, a column that scrolls, and the action at the bottom where the thumb is. The fixed part takes at most
/// 40 % of the height; what does not fit there (the further actions first) goes to the end of the column.
FocusScope {
    id: page

    // ---- where am I ----------------------------------------------------------------------------------------
    property string barTitle: ""
    property bool hasBar: true
    property bool canGoBack: true
    property bool closes: false
    property bool hasHelp: true
    property bool wordyHelp: false
    property int step: 0
    property int steps: 5
    property string stepCounter: ""
    property string stepName: ""
    property string stepNext: ""
    property string stepSpoken: ""

    // ---- what is asked and why -----------------------------------------------------------------------------
    property string title: ""
    property string subtitle: ""
    property bool centred: false

    /// Under title and subtitle, from the top.
    default property alias content: body.data
    /// Before the title, for example an illustration.
    property alias head: head.data
    /// In the middle of what is left between the column and the lower part.
    property alias middle: middle.data
    /// At the bottom of the column, above the fixed bar: the number pad.
    property alias lower: lower.data
    /// Fixed at the bottom.
    property alias action: primary.data
    /// Under the action, where there is room; else at the end of the column.
    property alias furtherActions: further.data
    /// The column stands on a document tray, the fixed bar on a surface.
    property bool tray: false
    /// Sheets and other things that lie over the page.
    property alias over: over.data
    /// Lies over the lower right corner of the tray.
    property alias floating: floating.data
    readonly property alias flickable: flick
    readonly property real sideMargin: Tokens.margin(page.width)
    readonly property real columnWidth: page.width - 2 * page.sideMargin
    property real bodySpacing: 16

    signal backPressed
    signal helpPressed

    /// Brings an item of the column into view. One that has just appeared is given its place first: the columns would do that only before
    /// the next picture.
    function reveal(item: Item) {
        for (const column of [item, body, top])
            column.forceLayout?.();
        follower.reveal(item);
    }
    function scroll(event: var) {
        scrollKeys.scroll(event);
    }

    Keys.onEscapePressed: if (page.canGoBack) page.backPressed()
    Keys.onBackPressed: if (page.canGoBack) page.backPressed()
    Keys.onPressed: event => page.scroll(event)

    FocusFollower {
        id: follower

        flickable: flick
    }
    ScrollKeys {
        id: scrollKeys

        flickable: flick
    }
    /// A sheet takes the focus with it when it goes; it belongs to where it was on this page.
    Timer {
        id: focusSettled

        interval: 0
        onTriggered: {
            const window = page.Window.window;
            if (window && window.activeFocusItem === window.contentItem)
                page.forceActiveFocus(Qt.PopupFocusReason);
        }
    }
    Connections {
        target: page.Window.window

        function onActiveFocusItemChanged() {
            focusSettled.restart();
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Tokens.bg
    }
    TopBar {
        id: bar

        visible: page.hasBar
        width: parent.width
        height: visible ? implicitHeight : 0
        title: page.barTitle
        canGoBack: page.canGoBack
        closes: page.closes
        hasHelp: page.hasHelp
        wordyHelp: page.wordyHelp
        onBackPressed: page.backPressed()
        onHelpPressed: page.helpPressed()
    }
    Rectangle {
        visible: page.tray
        y: bar.height + trayHeader.height
        width: parent.width
        height: actions.y - y
        color: Tokens.sunken

        Divider {
            width: parent.width
        }
    }
    Item {
        id: trayHeader

        readonly property bool used: page.tray && page.step > 0 && !Tokens.large

        x: page.sideMargin
        y: bar.height
        width: page.columnWidth
        height: used ? trayStep.implicitHeight + 18 : 0

        StepIndicator {
            id: trayStep

            y: 2
            width: parent.width
            visible: trayHeader.used
            step: page.step
            steps: page.steps
            counter: page.stepCounter
            name: page.stepName
            next: page.stepNext
            spoken: page.stepSpoken
        }
    }
    Flickable {
        id: flick

        y: bar.height + trayHeader.height
        width: parent.width
        height: Math.max(0, actions.y - y)
        contentWidth: width
        contentHeight: stack.neededHeight > height ? stack.neededHeight : height
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.VerticalFlick
        interactive: contentHeight > height
        clip: true

        Item {
            id: stack

            readonly property real topEnd: top.y + top.implicitHeight
            readonly property real middleRoom: middle.implicitHeight > 0 ? middle.implicitHeight + 32 : 0
            readonly property real lowerRoom: lower.implicitHeight > 0 ? lower.implicitHeight + 12 : 0
            readonly property real neededHeight: topEnd + middleRoom + lowerRoom + 12
            readonly property real lowerStart: Math.max(topEnd + middleRoom + 12, flick.height - lower.implicitHeight - 4)

            x: page.sideMargin
            width: page.columnWidth
            height: flick.contentHeight

            Column {
                id: top

                y: page.hasBar ? 2 : 12
                width: parent.width

                StepIndicator {
                    width: parent.width
                    visible: page.step > 0 && !trayHeader.used
                    step: page.step
                    steps: page.steps
                    counter: page.stepCounter
                    name: page.stepName
                    next: page.stepNext
                    spoken: page.stepSpoken
                }
                Item {
                    width: 1
                    height: trayHeader.used ? 14 : page.step > 0 ? 22 : 0
                }
                Column {
                    id: head

                    width: parent.width
                }
                Label {
                    width: parent.width
                    visible: text.length > 0
                    role: Tokens.h1
                    horizontalAlignment: page.centred ? Text.AlignHCenter : Text.AlignLeft
                    text: Tokens.withoutOrphan(page.title)
                    Accessible.name: page.title
                }
                Item {
                    width: 1
                    height: subtitle.visible ? 8 : 0
                }
                Label {
                    id: subtitle

                    width: parent.width
                    visible: text.length > 0
                    color: Tokens.text2
                    horizontalAlignment: page.centred ? Text.AlignHCenter : Text.AlignLeft
                    text: Tokens.withoutOrphan(page.subtitle)
                    Accessible.name: page.subtitle
                }
                Item {
                    width: 1
                    height: (page.title.length > 0 || page.subtitle.length > 0) && body.implicitHeight > 0 ? 20 : 0
                }
                Column {
                    id: body

                    width: parent.width
                    spacing: page.bodySpacing
                }
                Item {
                    width: 1
                    height: !actions.roomy && further.implicitHeight > 0 ? 16 : 0
                }
                Item {
                    id: furtherBelow

                    width: parent.width
                    height: actions.roomy ? 0 : further.implicitHeight
                }
            }
            Column {
                id: middle

                readonly property real from: stack.topEnd
                readonly property real until: lower.implicitHeight > 0 ? stack.lowerStart : flick.height - 8

                y: Math.max(from + 16, from + (until - from - implicitHeight) / 2)
                width: parent.width
            }
            Column {
                id: lower

                y: stack.lowerStart
                width: parent.width
            }
        }
    }
    ScrollBar {
        flickable: flick
    }
    Item {
        id: floating

        anchors.right: parent.right
        anchors.rightMargin: Math.max(12, page.sideMargin - 8)
        anchors.bottom: actions.top
        anchors.bottomMargin: 12
        width: childrenRect.width
        height: childrenRect.height
    }
    Rectangle {
        id: actions

        /// All actions fit into the fixed bar.
        readonly property bool roomy: primary.implicitHeight + further.implicitHeight + 40 <= page.height * 0.4

        anchors.bottom: parent.bottom
        width: parent.width
        height: primary.implicitHeight + (roomy && further.implicitHeight > 0 ? 8 + further.implicitHeight : 0)
                + (primary.implicitHeight > 0 || (roomy && further.implicitHeight > 0) ? primary.y + (page.height < 700 ? 12 : 20) : 0)
        color: page.tray ? Tokens.surface : Tokens.bg

        Divider {
            visible: page.tray
            width: parent.width
        }
        Column {
            id: primary

            x: page.sideMargin
            y: page.tray && page.height >= 700 ? 12 : 8
            width: page.columnWidth
        }
        Item {
            id: furtherInBar

            x: page.sideMargin
            y: primary.y + primary.implicitHeight + (primary.implicitHeight > 0 ? 8 : 0)
            width: page.columnWidth
            height: further.implicitHeight
        }
    }
    Column {
        id: further

        parent: actions.roomy ? furtherInBar : furtherBelow
        width: page.columnWidth
        spacing: 8
    }
    Item {
        id: over
    }
}
