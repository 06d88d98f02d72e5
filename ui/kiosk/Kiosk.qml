// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// The patient's screen as the program shows it: the view, its clock, and the darkness of a long quiet time.
Item {
    id: kiosk

    required property VisitModel visit
    property PreviewSource preview: null
    property string clinic
    property int minutesUntilDark: 0

    KioskView {
        id: view
        anchors.fill: parent
        visit: kiosk.visit
        preview: kiosk.preview
        clinic: kiosk.clinic
    }

    Rectangle {
        anchors.fill: parent
        visible: activity.dark
        color: Style.focusOutline
    }

    ActivityFilter {
        id: activity
        window: kiosk.Window.window
        minutesUntilDark: kiosk.visit.stage === Stage.Idle ? kiosk.minutesUntilDark : 0
        onActive: kiosk.visit.wantMoreTime()
    }

    Connections {
        target: kiosk.visit

        function onStageChanged() {
            activity.wake();
        }
    }

    Timer {
        running: true
        repeat: true
        interval: 1000
        onTriggered: view.now = new Date()
    }
}
