// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
pragma Singleton

import QtQml
import QtQuick
import Smartca.Design

/// Every colour, size and duration of the app. The only file that may hold a raw colour.
QtObject {
    id: tokens

    // ---- what the person chose; the application sets these -------------------------------------------------
    property bool dark: false
    /// k: 0.85 to 2.0.
    property real textScale: 1
    /// A desktop window: body at 15.
    property bool wide: false
    property bool reduceMotion: false

    /// From here on pairs stack, tiles and thumbnails go.
    readonly property bool large: tokens.textScale >= 1.6

    // ---- colours -------------------------------------------------------------------------------------------
    readonly property color bg: tokens.dark ? "#0D111E" : "#F6F5F1"
    readonly property color surface: tokens.dark ? "#161C2D" : "#FFFFFF"
    readonly property color sunken: tokens.dark ? "#20283D" : "#ECEAE2"
    readonly property color line: tokens.dark ? "#2D3650" : "#DEDAD0"
    readonly property color lineStrong: tokens.dark ? "#76809D" : "#85827A"
    readonly property color text: tokens.dark ? "#F0F2F9" : "#151A2D"
    readonly property color text2: tokens.dark ? "#B4BCD1" : "#4B5164"
    readonly property color text3: tokens.dark ? "#969FB7" : "#5E6272"
    readonly property color primary: tokens.dark ? "#A3BBFF" : "#1F3A7D"
    readonly property color primaryPress: tokens.dark ? "#C2D2FF" : "#162B60"
    /// onPrimary of the table; QML would take a name that begins with "on" for a signal handler.
    readonly property color primaryInk: tokens.dark ? "#0B1740" : "#FFFFFF"
    readonly property color primaryTint: tokens.dark ? "#1D2948" : "#E8ECF8"
    readonly property color primaryLine: tokens.dark ? "#3D5088" : "#B7C3E4"
    readonly property color gold: tokens.dark ? "#E0BF78" : "#B98A2F"
    readonly property color goldTint: tokens.dark ? "#2C2618" : "#F7EFDB"
    readonly property color goldText: tokens.dark ? "#EBCF90" : "#735312"
    readonly property color ok: tokens.dark ? "#83D8AA" : "#14663F"
    readonly property color okTint: tokens.dark ? "#12301F" : "#E3F1E9"
    readonly property color okLine: tokens.dark ? "#2B5F44" : "#A9D2BB"
    readonly property color warn: tokens.dark ? "#F3C877" : "#7A4A00"
    readonly property color warnTint: tokens.dark ? "#33280F" : "#FFF2D6"
    readonly property color warnLine: tokens.dark ? "#66511F" : "#E5C583"
    readonly property color err: tokens.dark ? "#FFA69F" : "#A6211B"
    readonly property color errTint: tokens.dark ? "#3A1A1C" : "#FCECEA"
    readonly property color errLine: tokens.dark ? "#7A383A" : "#E6B3AE"
    readonly property color page: tokens.dark ? "#F1EFE8" : "#FFFFFF"
    readonly property color pageText: "#1B1B1B"
    readonly property color seg: tokens.dark ? "#364060" : "#D5D1C5"
    readonly property color scrim: "#940A0E1C"
    readonly property color none: "transparent"

    // The certificate card and the app mark look the same by day and by night.
    readonly property color certFrom: "#16285C"
    readonly property color certThrough: "#1F3A7D"
    readonly property color certTo: "#2F55A8"
    readonly property color certText: "#FFFFFF"
    readonly property color certLabel: "#D3DCF5"
    readonly property color certHairline: "#C9A75A"
    readonly property color certGuilloche: "#5CE8CD8C"
    readonly property color certOver: "#4B5164"
    readonly property color certOk: "#14663F"
    readonly property color certOkTint: "#E3F1E9"
    readonly property color markFill: "#1F3A7D"
    readonly property color markLine: "#47FFFFFF"
    readonly property color markInk: "#FFFFFF"
    /// Track of the ring on a document page, which stays light.
    readonly property color pageLine: "#B7C3E4"

    // ---- type ----------------------------------------------------------------------------------------------
    component Role: TypeRole {
        textScale: tokens.textScale
        wide: tokens.wide
        family: Typeface.text
    }
    readonly property TypeRole h1: Role { base: 28; growth: 0.45; ratio: 1.28; weight: Font.Bold; family: Typeface.display; heading: true }
    readonly property TypeRole h2: Role { base: 20; growth: 0.45; ratio: 1.32; weight: Font.Bold; heading: true }
    readonly property TypeRole name: Role { base: 22; growth: 0.45; ratio: 1.32; weight: Font.Bold; family: Typeface.display }
    readonly property TypeRole bar: Role { base: 17; wideBase: 16; growth: 0.45; ratio: 1.30; weight: Font.DemiBold; heading: true }
    readonly property TypeRole body: Role { base: 17; wideBase: 15; ratio: 1.45 }
    readonly property TypeRole bodyStrong: Role { base: 17; wideBase: 15; ratio: 1.45; weight: Font.DemiBold }
    readonly property TypeRole button: Role { base: 17; wideBase: 16; ratio: 1.30; weight: Font.DemiBold }
    readonly property TypeRole field: Role { base: 18; wideBase: 17; ratio: 1.30 }
    readonly property TypeRole codeCell: Role { base: 23; largest: 40; ratio: 1.0; weight: Font.DemiBold }
    readonly property TypeRole key: Role { base: 28; growth: 0; ratio: 1.0; weight: Font.Medium }
    readonly property TypeRole list: Role { base: 16; ratio: 1.4 }
    readonly property TypeRole listStrong: Role { base: 16; ratio: 1.4; weight: Font.DemiBold }
    readonly property TypeRole bannerTitle: Role { base: 16.5; ratio: 1.4; weight: Font.Bold }
    readonly property TypeRole small: Role { base: 15; ratio: 1.45 }
    readonly property TypeRole smallStrong: Role { base: 15; ratio: 1.45; weight: Font.DemiBold }
    readonly property TypeRole caption: Role { base: 15; ratio: 1.4 }
    readonly property TypeRole captionStrong: Role { base: 15; ratio: 1.4; weight: Font.DemiBold }
    readonly property TypeRole nav: Role { base: 14; smallest: 14; largest: 18; ratio: 1.3; weight: Font.DemiBold }
    readonly property TypeRole keyLabel: Role { base: 15; largest: 24; ratio: 1.28; weight: Font.DemiBold }

    // ---- space and shape -----------------------------------------------------------------------------------
    readonly property int target: 48
    readonly property int barHeight: 56
    /// Content stands in a column of at most this width.
    readonly property int column: 480
    readonly property int radiusPage: 6
    readonly property int radiusCell: 12
    readonly property int radiusField: 14
    readonly property int radiusButton: 16
    readonly property int radiusCard: 20
    readonly property int radiusCertificate: 22
    readonly property int radiusSheet: 28

    /// Side margin of a page this wide.
    function margin(width: real): real {
        return Math.max(width < 380 ? 16 : 20, Math.round((width - tokens.column) / 2));
    }
    /// Icons beside text grow with it, to 34.
    function iconSize(base: real): real {
        return Math.round(Math.min(34, base * (1 + (tokens.textScale - 1) * 0.5)));
    }

    // ---- words ---------------------------------------------------------------------------------------------
    /// The parts that say something, as one sentence for the screen reader.
    function joined(parts: var, between: string): string {
        return parts.filter(part => part.length > 0).join(between);
    }
    /// Words whose last one, when it is short, never stands alone on a line.
    function withoutOrphan(words: string): string {
        return words.replace(/ (\S{1,5})$/, "\u00a0$1");
    }

    // ---- motion --------------------------------------------------------------------------------------------
    readonly property int fast: tokens.reduceMotion ? 0 : 120
    readonly property int base: tokens.reduceMotion ? 0 : 220
    readonly property int sheetIn: tokens.reduceMotion ? 0 : 280
    readonly property int sheetOut: tokens.reduceMotion ? 0 : 200
    readonly property int shakeStep: tokens.reduceMotion ? 0 : 60
    readonly property int turn: 1600
    readonly property int seal: tokens.reduceMotion ? 0 : 420
    /// The end of the seal's time.
    readonly property int tick: tokens.reduceMotion ? 0 : 260
}
