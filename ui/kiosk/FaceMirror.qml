// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// The patient as in a mirror, the oval to look into, and below it the one hint that helps most now.
Rectangle {
    id: mirror

    required property PreviewSource preview
    required property int guidance

    readonly property bool good: guidance === Guidance.Good || guidance === Guidance.HoldStill
    readonly property bool turnsLeft: guidance === Guidance.TurnLeft
    readonly property bool turning: turnsLeft || guidance === Guidance.TurnRight
    readonly property Phrase hint: hints[guidance] ?? Texts.guideWait
    readonly property var hints: ({
            [Guidance.LookHere]: Texts.guideLookHere,
            [Guidance.Closer]: Texts.guideCloser,
            [Guidance.FurtherAway]: Texts.guideFurtherAway,
            [Guidance.MoreLight]: Texts.guideMoreLight,
            [Guidance.LessLight]: Texts.guideLessLight,
            [Guidance.OneAtATime]: Texts.guideOneAtATime,
            [Guidance.HoldStill]: Texts.guideHoldStill,
            [Guidance.LowerMask]: Texts.guideLowerMask,
            [Guidance.OpenEyes]: Texts.guideOpenEyes,
            [Guidance.TakeOffGlasses]: Texts.guideTakeOffGlasses,
            [Guidance.TurnLeft]: Texts.guideTurnLeft,
            [Guidance.TurnRight]: Texts.guideTurnRight,
            [Guidance.Good]: Texts.guideGood
        })

    radius: Style.radius
    color: Style.backdrop
    border.width: Style.highContrast ? 2 : 0
    border.color: Style.rule

    PreviewItem {
        id: picture
        anchors.fill: parent
        anchors.margins: 6
        anchors.bottomMargin: band.height
        source: mirror.preview
        Accessible.ignored: true
    }

    Shape {
        anchors.fill: picture

        ShapePath {
            fillColor: "transparent"
            strokeColor: mirror.good ? Style.frameGood : Style.frame
            strokeWidth: 8

            PathAngleArc {
                centerX: picture.width / 2
                centerY: picture.height / 2
                radiusX: radiusY * 0.76
                radiusY: Math.min(picture.height * 0.43, picture.width * 0.5)
                sweepAngle: 360
            }
        }
    }

    // As in a mirror, the patient's left is on the left.
    Icon {
        visible: mirror.turning
        path: mirror.turnsLeft ? Icons.turnLeft : Icons.turnRight
        size: picture.height * 0.3
        weight: 3
        ink: Style.frame
        anchors.verticalCenter: picture.verticalCenter
        x: mirror.turnsLeft ? picture.x + Style.gap : picture.x + picture.width - width - Style.gap
    }

    Item {
        id: band
        anchors.bottom: parent.bottom
        width: parent.width
        height: words.implicitHeight + 2 * Style.gap

        Accessible.role: Accessible.AlertMessage
        Accessible.name: mirror.hint.text.replace("\n", " ")

        Column {
            id: words
            anchors.centerIn: parent
            width: parent.width - 2 * Style.gap

            Words {
                width: parent.width
                text: mirror.hint.text
                color: Style.backdropInk
                font.pixelSize: Style.title
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }

            SecondLine {
                width: parent.width
                text: mirror.hint.second.replace("\n", " ")
                color: Style.backdropInk
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
