// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// A new PIN is chosen.
JourneyPage {
    id: page

    readonly property PinEntry entry: activation.pin.first

    //: Title of the page where the PIN is chosen
    title: qsTr("Tạo mã PIN ký số")
    //: Under the title of the PIN page; %1 is the number of digits. Said because a child or a dealer often helps.
    readonly property string advice: qsTr("%1 chữ số, dùng mỗi lần ký. Quý khách tự đặt và tự bấm mã này. Không ai được bấm hộ, kể cả nhân viên.").arg(page.entry.length)
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
    }
    lower: PinPad {
        width: parent.width
        entry: page.entry
    }
    action: Button {
        width: parent.width
        text: page.entry.confirmText
        missing: page.entry.confirmText
        ready: page.entry.canConfirm
        busy: page.activation.busy
        busyText: page.activation.busyText
        onActivated: page.entry.confirm()
    }
}
