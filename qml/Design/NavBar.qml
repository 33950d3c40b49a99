// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// The places of an active account.
Rectangle {
    id: nav

    /// Objects of { text, icon }.
    required property var places
    property int current: 0

    signal wanted(int index)

    implicitHeight: 76
    color: Tokens.surface
    Accessible.role: Accessible.PageTabList
    //: Name of the bar at the bottom with the places of the app, for screen readers
    Accessible.name: qsTr("Các mục chính")

    Divider {
        width: parent.width
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 4
        width: Math.min(parent.width, Tokens.column + 40)

        Repeater {
            model: nav.places

            T.Button {
                id: tab

                required property int index
                required property var modelData
                readonly property bool current: index === nav.current

                width: parent ? parent.width / nav.places.length : 0
                height: 68
                focusPolicy: Qt.StrongFocus
                onClicked: nav.wanted(index)
                Keys.onReturnPressed: tab.clicked()
                Keys.onEnterPressed: tab.clicked()

                Accessible.role: Accessible.PageTab
                Accessible.name: tab.modelData.text
                Accessible.checked: tab.current
                Accessible.onPressAction: tab.clicked()

                contentItem: Item {
                    Rectangle {
                        id: pill

                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 6
                        width: 60
                        height: 32
                        radius: 16
                        color: tab.current || tab.down ? Tokens.primaryTint : Tokens.none

                        Icon {
                            anchors.centerIn: parent
                            size: 22
                            name: tab.modelData.icon
                            color: tab.current ? Tokens.primary : Tokens.text2
                        }
                    }
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.top: pill.bottom
                        anchors.topMargin: 2
                        role: Tokens.nav
                        color: tab.current ? Tokens.primary : Tokens.text2
                        text: tab.modelData.text
                        Accessible.ignored: true
                    }
                }
                background: Item {
                    FocusRing {
                        visible: tab.visualFocus
                        anchors.margins: 4
                    }
                }
            }
        }
    }
}
