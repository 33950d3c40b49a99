// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// Says a sentence to the screen reader when it changes. Shows nothing.
Alert {
    id: announcement

    // Not ignored while it speaks: what is ignored has no accessible object, and its alert goes nowhere.
    Accessible.role: Accessible.Notification
    Accessible.name: announcement.text
    Accessible.ignored: announcement.text.length === 0
}
