// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A card with a photo and a few lines, of nobody.
Rectangle {
    id: card

    required property real unit

    width: 330 * unit
    height: 208 * unit
    radius: 18 * unit
    color: Style.picturePaper
    border.width: Math.max(2, 4 * unit)
    border.color: Style.pictureInk
    antialiasing: true

    Rectangle { // the photo
        x: 28 * card.unit
        y: 52 * card.unit
        width: 86 * card.unit
        height: 112 * card.unit
        radius: 8 * card.unit
        color: Style.pictureTone
        antialiasing: true

        Rectangle {
            x: 23 * card.unit
            y: 20 * card.unit
            width: 40 * card.unit
            height: width
            radius: width / 2
            color: Style.pictureAccent
            antialiasing: true
        }

        Rectangle {
            x: 10 * card.unit
            y: 66 * card.unit
            width: 66 * card.unit
            height: 46 * card.unit
            radius: 23 * card.unit
            color: Style.pictureAccent
            antialiasing: true
        }
    }

    Repeater {
        model: [170, 140, 180, 110]

        Rectangle {
            required property int index
            required property int modelData
            x: 132 * card.unit
            y: (58 + index * 29) * card.unit
            width: modelData * card.unit
            height: 14 * card.unit
            radius: height / 2
            color: Style.pictureTone
            antialiasing: true
        }
    }
}
