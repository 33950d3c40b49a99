// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Looking up how far things are: one calm ring.
JourneyPage {
    id: page

    hasBar: false
    step: 0

    middle: Column {
        width: parent.width
        spacing: 16

        WaitRing {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 44
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Tokens.text2
            //: While the app finds out how far the activation is
            text: qsTr("Đang mở lại đúng bước…")
        }
    }
}
