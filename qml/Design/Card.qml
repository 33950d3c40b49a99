// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// A surface with a hairline; rows stand in it one under the other.
Rectangle {
    id: card

    default property alias content: column.data
    property real sidePadding: 0
    property real endPadding: 0
    property alias spacing: column.spacing

    implicitHeight: column.implicitHeight + 2 * card.endPadding
    radius: Tokens.radiusCard
    color: Tokens.surface
    border.color: Tokens.line
    border.width: 1

    Column {
        id: column

        x: card.sidePadding
        y: card.endPadding
        width: card.width - 2 * card.sidePadding
    }
}
