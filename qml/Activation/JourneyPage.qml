// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Smartca.Design
import Smartca.Support
import Smartca.Ui

/// What every page of the journey has: its view models, step, back and help.
ScrollPage {
    id: page

    required property ActivationViewModel activation
    required property AppSettings settings
    property bool helpOpen: false

    //: Title of the bar during activation
    barTitle: qsTr("Kích hoạt")
    canGoBack: page.activation.canGoBack
    step: page.activation.step
    steps: page.activation.stepCount
    stepCounter: page.activation.stepNumberText
    stepName: page.activation.stepName
    stepNext: page.activation.nextStepText
    stepSpoken: page.activation.stepSpoken
    onBackPressed: page.activation.back()
    onHelpPressed: page.helpOpen = true

    over: Repeater {
        model: page.helpOpen ? 1 : 0
        delegate: Item {
            HelpSheet {
                activation: page.activation
                settings: page.settings
                visible: true
                onDismissed: page.helpOpen = false
            }
        }
    }
}
