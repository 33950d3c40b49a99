// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// An icon beside words. Never alone, except back, close, help, copy, show and hide.
StrokeIcon {
    property real size: 24

    width: size
    height: size
    color: Tokens.primary
    Accessible.ignored: true
}
