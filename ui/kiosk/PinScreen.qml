// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The PIN: first the question whether to spend the last try, if that is what it is; then the pad.
Page {
    id: page

    heading: question.item as Item

    Loader {
        id: question
        anchors.fill: parent
        focus: true
        sourceComponent: page.visit.confirmLastTry ? lastTry : pad
    }

    Component {
        id: lastTry

        LastTryQuestion {
            visit: page.visit
        }
    }

    Component {
        id: pad

        PinPad {
            visit: page.visit
        }
    }
}
