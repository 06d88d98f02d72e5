// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// How many digits have been typed; never which.
Row {
    id: dots

    required property int count
    required property int length
    property string spoken
    property int size: 44

    spacing: Style.gapLarge
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken

    Repeater {
        model: dots.length

        Rectangle {
            required property int index
            width: dots.size
            height: dots.size
            radius: dots.size / 2
            color: index < dots.count ? Style.action : Style.ground
            border.width: Style.borderHeavy
            border.color: index < dots.count ? Style.action : Style.quiet
        }
    }
}
