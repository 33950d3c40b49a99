// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// Signed, and only then said so when the service has it.
JourneyPage {
    id: page

    readonly property OutcomeViewModel outcome: activation.outcome
    property bool viewing: false

    hasBar: false
    canGoBack: false
    step: 0
    centred: true
    title: page.outcome.doneTitle
    subtitle: page.outcome.doneText
    bodySpacing: 14

    head: [
        Item {
            width: 1
            height: Tokens.large ? 0 : 16
        },
        Item {
            width: parent ? parent.width : 0
            height: Tokens.large && page.outcome.handedIn ? 0 : 142
            visible: height > 0

            Seal {
                anchors.centerIn: parent
                visible: page.outcome.handedIn
            }
            WaitRing {
                anchors.centerIn: parent
                visible: !page.outcome.handedIn
                size: 64
            }
        },
        Item {
            width: 1
            height: 20
        }
    ]

    Announcement {
        text: page.outcome.doneTitle
    }
    Card {
        width: parent.width

        FactRow {
            width: parent.width
            //: On the last page: who signed
            label: qsTr("Người ký")
            value: page.outcome.signer
        }
        FactRow {
            width: parent.width
            //: On the last page: when it was signed
            label: qsTr("Thời gian ký")
            value: page.outcome.signedAt
        }
        FactRow {
            width: parent.width
            //: On the last page: which document was signed
            label: qsTr("Tài liệu")
            value: page.outcome.documentName
        }
        FactRow {
            width: parent.width
            divided: false
            //: On the last page: what the app's own check of the signature found
            label: qsTr("Kết quả kiểm tra")
            value: page.outcome.resultText
            valueColor: Tokens.ok
            iconName: "shieldok"
        }
    }
    SandboxChip {
        width: parent.width
        activation: page.activation
    }
    Grid {
        id: ways

        readonly property bool side: !Tokens.large && look.implicitWidth <= (width - 10) / 2 && keep.implicitWidth <= (width - 10) / 2
        readonly property real cell: side ? (width - columnSpacing) / 2 : width

        width: parent.width
        columns: side ? 2 : 1
        columnSpacing: 10
        rowSpacing: 10

        Button {
            id: look

            width: ways.cell
            kind: Button.Secondary
            iconName: "doc"
            //: Button on the last page: shows the signed record
            text: qsTr("Xem biên bản")
            onActivated: page.viewing = true
        }
        Button {
            id: keep

            width: ways.cell
            visible: page.outcome.canSave
            kind: Button.Secondary
            iconName: "download"
            //: Button on the last page: saves the signed record as a file
            text: qsTr("Lưu tệp")
            onActivated: page.outcome.saveToDocuments()
        }
    }
    Label {
        id: savedLine

        width: parent.width
        visible: text.length > 0
        role: Tokens.small
        color: Tokens.text2
        text: page.outcome.savedText
        onTextChanged: if (savedLine.text.length > 0) page.reveal(savedLine)
    }
    FailureBanner {
        id: banner

        width: parent.width
        failure: page.activation.failure
        onAppeared: page.reveal(banner)
    }

    action: Button {
        width: parent.width
        focus: true
        //: Button on the last page
        text: qsTr("Về trang chủ")
        ready: page.outcome.handedIn
        //: Button on the last page while the record is being handed in: what it waits for
        missing: qsTr("Chờ nộp xong biên bản")
        onActivated: page.outcome.goHome()
    }

    over: Repeater {
        model: page.viewing ? 1 : 0
        delegate: Item {
            ZoomView {
                document: page.activation.record.document
                title: page.outcome.documentName
                zoom: 1
                visible: true
                onDismissed: page.viewing = false
            }
        }
    }
}
