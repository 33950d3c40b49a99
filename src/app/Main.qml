// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Smartca.Design
import Smartca.Ui

/// The one window: shows the page that the journey is at, and nothing else.
Window {
    id: window

    required property ActivationViewModel activation
    required property AppSettings settings
    readonly property Item page: pages.item as Item

    width: 390
    height: 844
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: "SmartCA"
    color: Tokens.bg
    onActiveChanged: if (window.active) window.activation.biometric.look()

    Binding { target: Tokens; property: "dark"; value: window.settings.dark }
    Binding { target: Tokens; property: "textScale"; value: window.settings.textSize }
    Binding { target: Tokens; property: "wide"; value: window.width >= 700 }
    Binding { target: Tokens; property: "reduceMotion"; value: window.settings.reduceMotion }

    Connections {
        target: window.activation
        function onPageChanged() {
            pages.show();
            if (!window.settings.reduceMotion)
                entrance.restart();
        }
        function onCloseWanted() {
            window.close();
        }
    }

    // A page is compiled and made when it is reached, never before.
    Loader {
        id: pages

        function show() {
            pages.setSource(window.activation.pageUrl, { activation: window.activation, settings: window.settings });
        }

        width: parent.width
        height: parent.height
        focus: true
        Component.onCompleted: pages.show()
        // The page itself, which hands it on to where its person begins: a key typed at once must arrive.
        onLoaded: (pages.item as Item).forceActiveFocus(Qt.OtherFocusReason)
        Keys.onEscapePressed: window.activation.back()
        Keys.onBackPressed: window.activation.back()
    }

    ParallelAnimation {
        id: entrance

        NumberAnimation { target: pages; property: "x"; from: 24; to: 0; duration: Tokens.base; easing.type: Easing.OutCubic }
        NumberAnimation { target: pages; property: "opacity"; from: 0; to: 1; duration: Tokens.base; easing.type: Easing.OutCubic }
    }

    Announcement {
        text: window.activation.announcement
    }
}
