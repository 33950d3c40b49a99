// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// The number pad of one PIN.
NumberPad {
    id: pad

    required property PinEntry entry

    locked: pad.entry.locked
    revealed: pad.entry.revealed
    onDigitPressed: digit => pad.entry.press(digit)
    onErasePressed: pad.entry.erase()
    onRevealPressed: pad.entry.revealed ? pad.entry.hide() : pad.entry.reveal()
}
