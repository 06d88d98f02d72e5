// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes

/// A ring that becomes shorter, with the seconds in words inside: nothing has to be read from the ring alone.
Item {
    id: countdown

    required property int secondsLeft
    property int fullAt: 30
    property int size: Style.footTarget - Style.gap
    property color ink: Style.action

    readonly property real part: Math.min(1, secondsLeft / fullAt)

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        anchors.fill: parent

        ShapePath {
            fillColor: "transparent"
            strokeColor: countdown.ink
            strokeWidth: Style.borderHeavy
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: countdown.width / 2
                centerY: countdown.height / 2
                radiusX: countdown.width / 2 - Style.borderHeavy
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * countdown.part
            }
        }
    }

    Words {
        anchors.centerIn: parent
        text: countdown.secondsLeft
        color: countdown.ink
        font.pixelSize: Math.round(countdown.size * 0.4)
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
