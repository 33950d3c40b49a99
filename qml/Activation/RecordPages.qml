// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Ui

/// The pages of a record one under the other; knows which one is in view and when the end was.
Column {
    id: pages

    required property RecordDocument document
    property bool loading: false
    /// The part of this column that is on screen.
    property real viewTop: 0
    property real viewHeight: 0

    readonly property int inView: {
        for (let i = 0; i < sheets.count; ++i) {
            const sheet = sheets.itemAt(i);
            if (sheet && sheet.y + sheet.height > pages.viewTop + pages.viewHeight * 0.5)
                return i;
        }
        return Math.max(0, sheets.count - 1);
    }
    readonly property bool endInView: pages.viewHeight > 0 && !pages.loading && sheets.count > 0 && pages.shown
                                      && pages.viewTop + pages.viewHeight >= pages.height - 8
    readonly property Item lastSheet: sheets.count > 0 ? sheets.itemAt(sheets.count - 1) : null
    readonly property bool shown: pages.lastSheet?.ready ?? false

    /// Where page `index` begins.
    function startOf(index: int): real {
        return sheets.itemAt(index)?.y ?? 0;
    }

    spacing: 12

    DocumentPage {
        width: parent.width
        height: width * 1.414
        visible: pages.loading
        loading: true
        //: Name of the record while it loads, for screen readers
        name: qsTr("Đang tải biên bản")
    }
    Repeater {
        id: sheets

        model: pages.loading ? 0 : pages.document.pageCount

        DocumentPage {
            id: sheet

            required property int index
            readonly property bool ready: picture.ready

            width: parent ? parent.width : 0
            height: width * pages.document.aspect(index)
            loading: !picture.ready
            //: Name of a page of the record, for screen readers; %1 is its number
            name: qsTr("Trang %1").arg(sheet.index + 1)

            RecordPage {
                id: picture

                anchors.fill: parent
                document: pages.document
                page: sheet.index
                paper: Tokens.page
                Accessible.ignored: true
            }
        }
    }
}
