// SPDX-License-Identifier: Apache-2.0
import QtQml
import QtQuick

/// One role of the type scale: how large it is now, from the text size and the kind of window.
QtObject {
    id: role

    /// Sizes at text size 1, on a phone and in a desktop window.
    required property real base
    property real wideBase: base
    /// How much of the text size the role follows: 1 all of it, 0 none.
    property real growth: 1
    property real largest: 1000
    required property real ratio
    property int weight: Font.Normal
    required property string family
    property bool heading: false
    property real smallest: 15

    required property real textScale
    required property bool wide

    readonly property int size: Math.round(Math.min(role.largest,
        Math.max(role.smallest, (role.wide ? role.wideBase : role.base) * (1 + (role.textScale - 1) * role.growth))))
    /// Height of one line.
    readonly property int leading: Math.ceil(role.size * role.ratio)
    /// Qt puts the room of a taller line below the letters; half of it belongs above.
    readonly property int lift: Math.max(0, Math.round((role.leading - role.size * 1.21) / 2))
}
