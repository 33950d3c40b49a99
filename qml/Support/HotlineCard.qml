// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The free hotline, one press away.
Card {
    id: card

    required property string hotline

    signal callWanted

    ListRow {
        width: parent.width
        tile: true
        strong: true
        iconName: "phone"
        title: card.hotline
        //: Under the hotline's number: what pressing the row does
        detail: qsTr("Gọi hỗ trợ, miễn phí")
        onClicked: card.callWanted()
    }
}
