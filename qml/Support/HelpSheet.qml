// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Account
import Smartca.Design
import Smartca.Ui

/// Help from any page: the hotline, and how the app looks and reads.
Sheet {
    id: help

    required property ActivationViewModel activation
    required property AppSettings settings

    //: Title of the sheet behind the question mark
    title: qsTr("Trợ giúp")

    HotlineCard {
        width: parent.width
        hotline: help.activation.hotline
        onCallWanted: help.activation.callHotline()
    }
    ByHandLine {
        activation: help.activation
    }
    DisplaySettings {
        width: parent.width
        settings: help.settings
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        role: Tokens.caption
        color: Tokens.text2
        text: help.activation.versionText
    }
}
