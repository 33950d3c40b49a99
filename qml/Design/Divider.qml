// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

Rectangle {
    implicitHeight: 1
    color: Tokens.line
    Accessible.ignored: true
}
