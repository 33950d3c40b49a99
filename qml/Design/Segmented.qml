// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Smartca.Design

/// A choice between two or three words, all in sight.
Rectangle {
    id: track

    required property var choices
    property int current: 0
    /// What is chosen here, said by screen readers.
    required property string name
    readonly property real widestCell: {
        let widest = 0;
        for (let i = 0; i < cells.count; ++i)
            widest = Math.max(widest, cells.itemAt(i)?.implicitWidth ?? 0);
        return widest;
    }
    /// Of the words alone: what the cells are given must not come back as what the track asks for.
    readonly property real naturalWidth: {
        let sum = 0;
        for (let i = 0; i < cells.count; ++i)
            sum += cells.itemAt(i)?.implicitWidth ?? 0;
        return sum;
    }
    /// Cells one under the other where they do not fit side by side.
    property real room: 10000
    readonly property bool stacked: cells.count * widestCell + 8 > room

    signal chosen(int index)

    implicitWidth: stacked ? room : naturalWidth + 8
    implicitHeight: row.implicitHeight + 8
    radius: Tokens.radiusButton
    color: Tokens.sunken
    border.width: 1
    border.color: Tokens.line
    Accessible.role: Accessible.Grouping
    Accessible.name: track.name

    Grid {
        id: row

        x: 4
        y: 4
        columns: track.stacked ? 1 : cells.count

        Repeater {
            id: cells

            model: track.choices

            T.Button {
                id: cell

                required property int index
                required property string modelData
                readonly property bool current: index === track.current

                implicitWidth: label.implicitWidth + 20
                implicitHeight: Math.max(Tokens.target, label.implicitHeight + 12)
                width: track.stacked ? track.width - 8
                     : track.width > track.implicitWidth + 1 ? (track.width - 8) / cells.count : implicitWidth
                focusPolicy: Qt.StrongFocus
                onClicked: track.chosen(index)
                Keys.onReturnPressed: cell.clicked()
                Keys.onEnterPressed: cell.clicked()

                Accessible.role: Accessible.RadioButton
                Accessible.name: cell.modelData
                Accessible.checkable: true
                Accessible.checked: cell.current
                Accessible.onPressAction: cell.clicked()

                contentItem: Item {
                    Label {
                        id: label

                        anchors.centerIn: parent
                        width: Math.min(implicitWidth, parent.width)
                        horizontalAlignment: Text.AlignHCenter
                        role: Tokens.smallStrong
                        color: cell.current ? Tokens.primary : Tokens.text2
                        text: cell.modelData
                        Accessible.ignored: true
                    }
                }
                background: Rectangle {
                    radius: 13
                    color: cell.current ? Tokens.surface : Tokens.none
                    border.width: cell.current ? 1 : 0
                    border.color: Tokens.line

                    FocusRing {
                        visible: cell.visualFocus
                        anchors.margins: 0
                        around: 9
                    }
                }
            }
        }
    }
}
