// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// What is being done, and how far it is.
JourneyPage {
    id: page

    readonly property ProgressViewModel progress: activation.progress

    title: page.progress.title
    subtitle: page.progress.text

    Card {
        width: parent.width
        sidePadding: 18
        endPadding: 20

        Repeater {
            model: page.progress.rows

            ProcessRow {
                required property int mark
                required property string spoken

                width: parent ? parent.width : 0
                phase: mark
                Accessible.name: spoken
            }
        }
    }
    Banner {
        width: parent.width
        visible: page.progress.bannerTitle.length > 0 && !page.activation.failure.inlineNow
        tone: Banner.Info
        title: page.progress.bannerTitle
        text: page.progress.bannerText
    }
    FailureBanner {
        id: banner

        width: parent.width
        failure: page.activation.failure
        onAppeared: page.reveal(banner)
    }

    action: Button {
        width: parent.width
        focus: true
        text: page.progress.closeText
        onActivated: page.activation.close()
    }
}
