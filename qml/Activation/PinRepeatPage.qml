// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// The new PIN once more.
JourneyPage {
    id: page

    readonly property PinViewModel pin: activation.pin
    readonly property PinEntry entry: pin.again

    //: Title of the page where the PIN is entered once more
    title: qsTr("Nhập lại mã PIN")
    //: Under the title of the page where the PIN is entered once more
    readonly property string advice: qsTr("Bấm lại đúng mã vừa tạo.")
    subtitle: page.activation.failure.inlineNow ? "" : page.advice

    Keys.onPressed: event => {
        if (page.entry.key(event.key))
            event.accepted = true;
    }

    middle: Column {
        width: parent.width
        spacing: 16

        PinLine {
            width: parent.width
            entry: page.entry
        }
        FailureBanner {
            id: banner

            width: parent.width
            failure: page.activation.failure
            onAppeared: page.reveal(banner)
        }
        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            visible: page.pin.anotherOffered && !page.pin.anotherIsPrimary
            kind: Button.Plain
            text: page.pin.anotherText
            onActivated: page.pin.chooseAnother()
        }
    }
    lower: PinPad {
        width: parent.width
        entry: page.entry
    }
    action: Button {
        readonly property bool another: page.pin.anotherIsPrimary && page.entry.count === 0

        width: parent.width
        text: another ? page.pin.anotherText : page.entry.confirmText
        missing: page.entry.confirmText
        ready: another || page.entry.canConfirm
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: another ? page.pin.chooseAnother() : page.entry.confirm()
    }
}
