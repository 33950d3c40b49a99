// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Back, where we are, help.
Item {
    id: bar

    property string title: ""
    property bool canGoBack: true
    property bool closes: false
    property bool hasHelp: true
    /// Outside pages with a title the help button says its word.
    property bool wordyHelp: false

    signal backPressed
    signal helpPressed

    readonly property real edge: Tokens.margin(bar.width) - 12

    implicitHeight: Math.max(Tokens.barHeight, title.implicitHeight + 12, help.visible ? help.implicitHeight : 0)

    IconButton {
        id: back

        x: bar.edge
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.canGoBack
        //: Name of the arrow at the top left, for screen readers
        readonly property string backName: qsTr("Quay lại")
        //: Name of the cross at the top left, for screen readers
        readonly property string closeName: qsTr("Đóng")
        name: bar.closes ? closeName : backName
        iconName: bar.closes ? "x" : "back"
        onClicked: bar.backPressed()
    }
    Label {
        id: title

        readonly property real room: bar.width - 2 * (bar.edge + Tokens.target + 4)

        anchors.centerIn: parent
        width: room
        horizontalAlignment: Text.AlignHCenter
        role: Tokens.bar
        text: bar.title
        visible: text.length > 0
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: bar.edge
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.hasHelp && !bar.wordyHelp
        //: Name of the question mark at the top right, for screen readers
        name: qsTr("Trợ giúp")
        iconName: "help"
        ink: Tokens.primary
        onClicked: bar.helpPressed()
    }
    Button {
        id: help

        anchors.right: parent.right
        anchors.rightMargin: bar.edge
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.hasHelp && bar.wordyHelp
        kind: Button.Plain
        //: Button at the top right that opens help
        text: qsTr("Trợ giúp")
        iconName: "help"
        onActivated: bar.helpPressed()
    }
}
