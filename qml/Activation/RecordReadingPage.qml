// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// Picture 09: the record is read before it is signed.
JourneyPage {
    id: page

    readonly property RecordViewModel record: activation.record
    property bool asText: false
    property bool zoomed: false
    property bool wholeFingerprint: false

    tray: true
    barTitle: page.record.documentName
    bodySpacing: 14

    Binding {
        target: page.record
        property: "currentPage"
        value: pages.inView
        when: !page.record.loading
    }
    Connections {
        target: pages

        function onEndInViewChanged() {
            if (pages.endInView)
                page.record.reachedEnd();
        }
    }

    SandboxChip {
        width: parent.width
        activation: page.activation
    }
    Card {
        width: parent.width
        visible: page.activation.certificate.present

        FactRow {
            width: parent.width
            divided: false
            //: Over the record: its gist
            label: qsTr("Tóm tắt")
            value: page.activation.certificate.name
        }
        FactRow {
            width: parent.width
            divided: false
            //: In the gist of the record: the certificate's serial number
            label: qsTr("Số sê-ri chứng thư")
            value: page.activation.certificate.serial
            monospaced: true
        }
        FactRow {
            width: parent.width
            divided: false
            //: In the gist of the record: how long the certificate is valid
            label: qsTr("Hiệu lực")
            value: page.activation.certificate.validityText
        }
    }
    Flow {
        width: parent.width
        spacing: 8
        visible: !page.record.loading

        Button {
            width: Math.min(implicitWidth, parent.width)
            kind: Button.Secondary
            implicitHeight: Math.max(48, contentItem.implicitHeight + 16)
            iconName: page.asText ? "doc" : "text"
            //: Button over the record: shows its words in the reader's own size
            readonly property string words: qsTr("Đọc dạng chữ")
            //: Button over the record: shows its pages again
            readonly property string sheets: qsTr("Xem trang tài liệu")
            text: page.asText ? sheets : words
            onActivated: page.asText = !page.asText
        }
        Button {
            width: Math.min(implicitWidth, parent.width)
            kind: Button.Secondary
            implicitHeight: Math.max(48, contentItem.implicitHeight + 16)
            iconName: "zoom"
            //: Button over the record: opens it large
            text: qsTr("Phóng to")
            onActivated: page.zoomed = true
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
        viewTop: page.flickable.contentY - mapToItem(page.flickable.contentItem, 0, 0).y
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

    action: Column {
        width: parent.width
        spacing: 8

        Item {
            width: parent.width
            height: pageText.implicitHeight
            visible: !page.record.loading && !Tokens.large

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
        Button {
            width: parent.width
            visible: page.record.canSign || !Tokens.large
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

    /// Scrolls to a page; past the last one, to its end.
    function showPage(index: int) {
        const start = pages.mapToItem(page.flickable.contentItem, 0, 0).y;
        const target = index < page.record.pageCount - 1 ? start + pages.startOf(index) - 8
                     : start + pages.height - page.flickable.height + 8;
        page.flickable.contentY = Math.max(0, Math.min(page.flickable.contentHeight - page.flickable.height, target));
    }

    SigningSheet {
        activation: page.activation
        visible: page.activation.pinSheetOpen
    }
    Loader {
        active: page.zoomed
        sourceComponent: ZoomView {
            document: page.record.document
            title: page.record.documentName
            visible: true
            onDismissed: page.zoomed = false
        }
    }
}
