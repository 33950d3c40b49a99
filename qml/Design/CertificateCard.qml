// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// The certificate as a card: whose it is, until when, and whether it holds.
Item {
    id: card

    enum Standing { Valid, EndsSoon, Over }

    required property string caption
    required property string name
    property string validLabel: ""
    property string validTo: ""
    property string statusText: ""
    property int standing: CertificateCard.Valid
    /// Rows follow below: square lower corners, no validity.
    property bool openBelow: false

    readonly property bool over: card.standing === CertificateCard.Over

    implicitHeight: column.implicitHeight + (card.openBelow ? 34 : 38)
    Accessible.role: Accessible.Grouping
    Accessible.name: Tokens.joined([card.caption, card.name, card.validLabel, card.validTo, card.statusText], ", ")

    CertificateFace {
        anchors.fill: parent
        radius: card.openBelow ? Tokens.radiusCard : Tokens.radiusCertificate
        openBelow: card.openBelow
        flat: card.over
        from: card.over ? Tokens.certOver : Tokens.certFrom
        through: Tokens.certThrough
        to: Tokens.certTo
        hairline: Tokens.certHairline
        guilloche: Tokens.large ? Tokens.none : Tokens.certGuilloche // large words would run over it
        Accessible.ignored: true
    }
    Column {
        id: column

        x: 20
        y: card.openBelow ? 16 : 18
        width: parent.width - 40

        Label {
            width: parent.width
            role: Tokens.small
            color: Tokens.certLabel
            text: card.caption
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            role: Tokens.name
            color: Tokens.certText
            text: card.name
            Accessible.ignored: true
        }
        Item {
            width: 1
            height: 20
            visible: !card.openBelow
        }
        Flow {
            width: parent.width
            visible: !card.openBelow
            spacing: 12

            Column {
                id: validity

                width: Math.min(parent.width, Math.max(validLabel.implicitWidth, validTo.implicitWidth,
                                                       beside ? parent.width - chip.implicitWidth - 12 : 0))

                readonly property bool beside: Math.max(validLabel.implicitWidth, validTo.implicitWidth)
                                               + chip.implicitWidth + 12 <= parent.width

                Label {
                    id: validLabel

                    width: Math.min(implicitWidth, validity.width)
                    role: Tokens.small
                    color: Tokens.certLabel
                    text: card.validLabel
                    Accessible.ignored: true
                }
                Label {
                    id: validTo

                    width: Math.min(implicitWidth, validity.width)
                    role: Tokens.bodyStrong
                    color: Tokens.certText
                    font.letterSpacing: 0.4
                    text: card.validTo
                    Accessible.ignored: true
                }
            }
            Item {
                width: chip.width
                height: Math.max(chip.implicitHeight, validity.beside ? validity.height : 0)
                visible: card.statusText.length > 0

                Chip {
                    id: chip

                    anchors.bottom: parent.bottom
                    width: implicitWidth
                    height: implicitHeight
                    widest: column.width
                    text: card.statusText
                    iconName: ["check", "clock", "x"][card.standing]
                    tone: [Chip.Ok, Chip.Warn, Chip.Error][card.standing]
                    fill: card.standing === CertificateCard.Valid ? Tokens.certOkTint : [Tokens.okTint, Tokens.warnTint, Tokens.errTint][card.standing]
                    ink: card.standing === CertificateCard.Valid ? Tokens.certOk : [Tokens.ok, Tokens.warn, Tokens.err][card.standing]
                    Accessible.ignored: true
                }
            }
        }
    }
}
