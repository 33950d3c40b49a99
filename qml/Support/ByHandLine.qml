// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// Under a button that could not open anything on this device: what to do by hand.
Label {
    id: line

    required property ActivationViewModel activation

    width: parent ? parent.width : 0
    visible: line.text.length > 0
    horizontalAlignment: Text.AlignHCenter
    text: line.activation.byHandText
}
