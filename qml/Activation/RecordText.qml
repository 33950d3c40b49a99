// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Ui

/// "Đọc dạng chữ": the words of the record, in the size the person reads.
Card {
    id: words

    required property RecordViewModel record

    sidePadding: 16
    endPadding: 16
    spacing: 14

    Label {
        width: parent.width
        role: Tokens.small
        color: Tokens.text2
        //: Over the record's words: what is signed is the page, not this text
        text: qsTr("Bản chữ để đọc; bản được ký là trang tài liệu.")
    }
    Repeater {
        model: words.record.pageCount

        Label {
            required property int index

            width: parent ? parent.width : 0
            text: words.record.plainText(index)
        }
    }
}
