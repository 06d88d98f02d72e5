// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The card above the reader's tray, photo side up: what to do, without a word. `calling` lets the arrow pulse
/// slowly; `lying` shows the card on the tray.
Rectangle {
    id: picture

    property bool calling: false
    property bool lying: false
    /// Which way the card goes: down to the tray, or up and away.
    property bool away: false

    readonly property real unit: Math.min(width / 500, height / 420)

    radius: Style.radiusLarge
    color: Style.pictureGround
    border.width: Style.highContrast ? 2 : 0
    border.color: Style.pictureInk
    Accessible.ignored: true

    Item {
        anchors.centerIn: parent
        width: 500 * picture.unit
        height: 420 * picture.unit

        CardShape {
            id: card
            unit: picture.unit
            anchors.horizontalCenter: parent.horizontalCenter
            y: (picture.lying ? 118 : 44) * picture.unit
            rotation: picture.lying ? 0 : picture.away ? 6 : -6
        }

        Icon {
            id: arrow
            anchors.horizontalCenter: parent.horizontalCenter
            y: 272 * picture.unit
            visible: !picture.lying
            path: picture.away ? Icons.arrowUp : Icons.arrowDown
            size: 72 * picture.unit
            weight: 2.6
            ink: Style.pictureInk

            SequentialAnimation on opacity {
                running: picture.calling && Style.motion && arrow.visible
                loops: Animation.Infinite

                PauseAnimation { duration: 2000 }
                NumberAnimation { to: 0.35; duration: Style.calm }
                NumberAnimation { to: 1; duration: Style.calm }
            }
        }

        Rectangle { // the tray
            anchors.horizontalCenter: parent.horizontalCenter
            y: 356 * picture.unit
            width: 400 * picture.unit
            height: 24 * picture.unit
            radius: height / 2
            color: Style.pictureInk
        }
    }
}
