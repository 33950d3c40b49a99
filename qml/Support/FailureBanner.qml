// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design
import Smartca.Ui

/// A failure that is said beside what it is about.
Column {
    id: failureBanner

    required property FailureViewModel failure

    /// It has just appeared: bring it into view.
    signal appeared

    visible: failureBanner.failure.inlineNow
    spacing: 6

    // Once the page has made room for it.
    Timer {
        interval: 0
        running: failureBanner.visible
        onTriggered: failureBanner.appeared()
    }

    Banner {
        width: parent.width
        tone: failureBanner.failure.mild ? Banner.Warn : Banner.Error
        title: failureBanner.failure.title
        text: failureBanner.failure.text
        announced: false
        triesLeft: failureBanner.failure.triesTotal > 0 ? failureBanner.failure.triesLeft : -1
        triesInAll: failureBanner.failure.triesTotal
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignRight
        rightPadding: 4
        role: Tokens.captionStrong
        color: Tokens.text2
        font.letterSpacing: 0.6
        text: failureBanner.failure.code
    }
}
