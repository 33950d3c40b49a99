// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// The tag of a sandbox service, on the pages that could be taken for the real one's.
Item {
    id: tag

    required property ActivationViewModel activation
    property bool centred: false
    /// The tag wraps at this width.
    property real room: width
    readonly property real chipWidth: chip.implicitWidth + 8

    visible: tag.activation.sandbox
    implicitHeight: visible ? chip.implicitHeight : 0

    Chip {
        id: chip

        anchors.horizontalCenter: tag.centred ? parent.horizontalCenter : undefined
        width: implicitWidth
        height: implicitHeight
        widest: tag.room
        tone: Chip.Gold
        iconName: "info"
        text: tag.activation.sandboxText
    }
}
