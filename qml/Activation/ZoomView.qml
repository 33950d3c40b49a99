// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Smartca.Design
import Smartca.Ui

/// The record, as large as wanted: pinch, double tap, plus and minus.
T.Popup {
    id: view

    required property RecordDocument document
    required property string title
    property real zoom: 2

    signal dismissed

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.NoAutoClose
    background: Rectangle {
        color: Tokens.sunken
    }

    contentItem: FocusScope {
        id: content

        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: view.title
        Keys.onEscapePressed: view.dismissed()
        Keys.onBackPressed: view.dismissed()
        Keys.onLeftPressed: flick.contentX = Math.max(0, flick.contentX - 60)
        Keys.onRightPressed: flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, flick.contentX + 60))
        Keys.onPressed: event => scrollKeys.scroll(event)

        ScrollKeys {
            id: scrollKeys

            flickable: flick
        }
        Flickable {
            id: flick

            y: bar.height
            width: parent.width
            height: parent.height - y
            contentWidth: pages.width + 24
            contentHeight: pages.height + 24
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            RecordPages {
                id: pages

                x: Math.max(12, (flick.width - width) / 2)
                y: 12
                width: (Math.min(content.width, 800) - 24) * view.zoom
                document: view.document
            }
            TapHandler {
                onDoubleTapped: view.zoom = view.zoom > 1.5 ? 1 : 2
            }
            PinchHandler {
                target: null
                onActiveScaleChanged: view.zoom = Math.max(1, Math.min(4, view.zoom * (activeScale > 1 ? 1.02 : 0.98)))
            }
        }
        Rectangle {
            id: bar

            width: parent.width
            height: Math.max(Tokens.barHeight, heading.implicitHeight + 12)
            color: Tokens.bg

            IconButton {
                id: close

                x: 8
                anchors.verticalCenter: parent.verticalCenter
                focus: true
                iconName: "x"
                //: Name of the cross that closes the large view of the record, for screen readers
                name: qsTr("Đóng")
                onClicked: view.dismissed()
            }
            Label {
                id: heading

                anchors.verticalCenter: parent.verticalCenter
                x: 64
                width: parent.width - 64 - 120
                role: Tokens.bar
                text: view.title
            }
            Row {
                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter

                IconButton {
                    iconName: "minus"
                    enabled: view.zoom > 1
                    ink: Tokens.primary
                    //: Button of the large view of the record, for screen readers
                    name: qsTr("Thu nhỏ")
                    onClicked: view.zoom = Math.max(1, view.zoom - 0.5)
                }
                IconButton {
                    iconName: "plus"
                    enabled: view.zoom < 4
                    ink: Tokens.primary
                    //: Button of the large view of the record, for screen readers
                    name: qsTr("Phóng to")
                    onClicked: view.zoom = Math.min(4, view.zoom + 0.5)
                }
            }
            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
