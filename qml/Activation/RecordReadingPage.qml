// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// The record is read before it is signed.
JourneyPage {
    id: page

    readonly property RecordViewModel record: activation.record
    property bool asText: false
    property bool zoomed: false
    property bool wholeFingerprint: false
    /// "Quên mã PIN" was pressed on the PIN sheet.
    property alias forgettingPin: signingSheet.forgetting
    /// The corner of the floating button shows a page, not the gist, the record's words or what went wrong, which it would cover.
    readonly property bool pagesUnderButton: pages.viewTop + pages.viewHeight > 80
                                             && !(banner.visible && pages.viewTop + pages.viewHeight > pages.height + 72)

    tray: true
    barTitle: page.record.documentName
    bodySpacing: 14
    Component.onCompleted: page.tellPage()

    /// Tells which page is looked at, once there is one. No Binding: its condition and what it sets share a signal.
    function tellPage() {
        if (!page.record.loading)
            page.record.currentPage = pages.inView;
    }

    // Later: pages that are being made change what is in view while the record's own words are still being taken over.
    Timer {
        id: telling

        interval: 0
        onTriggered: page.tellPage()
    }
    Connections {
        target: pages

        function onInViewChanged() {
            telling.restart();
        }
        function onEndInViewChanged() {
            if (pages.endInView)
                page.record.reachedEnd();
        }
        // After a start the failure is there first, and the pages push it down when they come.
        function onShownChanged() {
            if (pages.shown && banner.visible)
                page.reveal(banner);
        }
    }

    Connections {
        target: page.record

        function onChanged() {
            page.tellPage();
        }
    }

    Card {
        width: parent.width
        visible: !page.record.loading
        sidePadding: 16
        endPadding: 12

        Flow {
            width: parent.width
            spacing: 8

            Label {
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, gistChip.height)
                verticalAlignment: Text.AlignVCenter
                role: Tokens.caption
                color: Tokens.text2
                //: Over the record: its gist
                text: qsTr("Tóm tắt")
            }
            SandboxChip {
                id: gistChip

                width: chipWidth
                room: page.columnWidth - 32
                height: implicitHeight
                activation: page.activation
            }
        }
        Label {
            width: parent.width
            role: Tokens.listStrong
            text: page.activation.certificate.name
        }
        Label {
            width: parent.width
            role: Tokens.small
            color: Tokens.text2
            //: In the gist of the record: %1 is the certificate's serial number
            text: qsTr("Số sê-ri %1").arg(page.activation.certificate.serial)
        }
        Label {
            width: parent.width
            role: Tokens.small
            color: Tokens.text2
            //: In the gist of the record: %1 is how long the certificate is valid, "22/11/2026 đến 22/11/2029"
            text: qsTr("Hiệu lực %1").arg(page.activation.certificate.validityText)
        }
        Button {
            x: -12
            width: Math.min(implicitWidth, parent.width + 12)
            kind: Button.Plain
            iconName: page.asText ? "doc" : "text"
            //: Button over the record: shows its words in the reader's own size
            readonly property string words: qsTr("Đọc dạng chữ")
            //: Button over the record: shows its pages again
            readonly property string sheets: qsTr("Ẩn dạng chữ")
            text: page.asText ? sheets : words
            onActivated: page.asText = !page.asText
        }
    }
    RecordText {
        width: parent.width
        visible: page.asText
        record: page.record
    }
    RecordPages {
        id: pages

        width: parent.width
        document: page.record.document
        loading: page.record.loading
        viewTop: page.flickable.contentY - page.startOfPages(pages.y)
        viewHeight: page.flickable.height
    }
    Card {
        width: parent.width
        visible: page.record.fingerprint.length > 0

        FactRow {
            width: parent.width
            divided: false
            //: Under the record: the code of the document (SHA-256), to be compared elsewhere
            label: qsTr("Mã đối chiếu tài liệu (SHA-256)")
            value: page.wholeFingerprint ? page.record.fingerprint : page.record.fingerprintShort
            monospaced: true
            trailing: Row {
                IconButton {
                    iconName: page.wholeFingerprint ? "minus" : "plus"
                    iconSize: 22
                    ink: Tokens.primary
                    //: Button: the whole check code of the document, for screen readers
                    readonly property string wholeName: qsTr("Hiện đủ mã đối chiếu")
                    //: Button: the check code of the document shortened again, for screen readers
                    readonly property string shortName: qsTr("Thu gọn mã đối chiếu")
                    name: page.wholeFingerprint ? shortName : wholeName
                    onClicked: page.wholeFingerprint = !page.wholeFingerprint
                }
                IconButton {
                    iconName: "copy"
                    ink: Tokens.primary
                    //: Button: copies the check code of the document, for screen readers
                    name: qsTr("Sao chép mã đối chiếu")
                    onClicked: Clipboard.copy(page.record.fingerprint)
                }
            }
        }
    }
    FailureBanner {
        id: banner

        width: parent.width
        failure: page.activation.failure
        visible: page.activation.failure.inlineNow && !page.activation.pinSheetOpen
        onAppeared: page.reveal(banner)
    }

    // Room for the floating button, so that it never hides what stands last.
    Item {
        width: 1
        height: 56
    }

    action: Column {
        width: parent.width
        spacing: 8

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: page.record.readToEnd && !page.record.loading
            spacing: 8

            CheckMark {
                id: seenMark

                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                size: 22
                phase: CheckMark.Done
            }
            Label {
                width: Math.min(implicitWidth, page.columnWidth - seenMark.width - 8)
                role: Tokens.smallStrong
                color: Tokens.ok
                //: Over the signing button once the whole record was on screen; %1 is the number of pages
                text: qsTr("Đã xem hết %1 trang").arg(page.record.pageCount)
            }
        }
        Column {
            width: parent.width
            // Large lines keep their distance by their own height, so that on a small phone the bar leaves room to read.
            spacing: Tokens.large ? 0 : 8

            Item {
                width: parent.width
                height: pageText.implicitHeight
                visible: !page.record.loading && !page.record.readToEnd

                Label {
                    id: pageText

                    role: Tokens.small
                    color: Tokens.text2
                    text: page.record.pageText
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    x: pageText.implicitWidth + 14
                    width: parent.width - x
                    height: 6
                    radius: 3
                    color: Tokens.seg

                    Rectangle {
                        width: parent.width * page.record.progress
                        height: 6
                        radius: 3
                        color: page.record.readToEnd ? Tokens.ok : Tokens.primary
                    }
                }
            }
            Button {
                width: parent.width
                visible: !page.record.readToEnd && page.record.nextPageText.length > 0 && !page.record.loading
                kind: Button.Secondary
                iconName: "down"
                text: page.record.nextPageText
                onActivated: page.showPage(page.record.currentPage + 1)
            }
        }
        Button {
            width: parent.width
            text: page.record.signText
            missing: page.record.signText
            iconName: page.record.canSign ? "pen" : ""
            ready: page.record.canSign
            busy: page.activation.busy && !page.activation.pinSheetOpen
            busyText: page.activation.busyText
            onActivated: page.record.sign()
            onMissingWanted: page.showPage(page.record.currentPage + 1)
        }
    }

    /// In the column that scrolls. `y`: what changes when the column is laid out anew; mapToItem alone binds to nothing.
    function startOfPages(y: real): real {
        return pages.mapToItem(page.flickable.contentItem, 0, 0).y;
    }
    /// Scrolls to a page; past the last one, to its end.
    function showPage(index: int) {
        const start = page.startOfPages(pages.y);
        const target = index < page.record.pageCount - 1 ? start + pages.startOf(index) - 8
                     : start + pages.height - page.flickable.height + 8;
        page.flickable.contentY = Math.max(0, Math.min(page.flickable.contentHeight - page.flickable.height, target));
    }

    floating: Button {
        visible: !page.record.loading && page.pagesUnderButton
        kind: Button.Secondary
        round: true
        iconName: "zoom"
        //: Button over the record: opens it large
        text: qsTr("Phóng to")
        onActivated: page.zoomed = true
    }

    SigningSheet {
        id: signingSheet

        activation: page.activation
        visible: page.activation.pinSheetOpen
    }
    over: Repeater {
        model: page.zoomed ? 1 : 0
        delegate: Item {
            ZoomView {
                document: page.record.document
                title: page.record.documentName
                visible: true
                onDismissed: page.zoomed = false
            }
        }
    }
}
