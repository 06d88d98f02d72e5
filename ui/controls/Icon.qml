// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes

/// One drawing of resources/icons, in the ink it is given. Says nothing by itself: a word always stands beside it.
Item {
    id: icon

    required property string path
    property int size: Style.body
    property color ink: Style.ink
    property real weight: 2

    readonly property int field: 24

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        width: icon.field
        height: icon.field
        scale: icon.size / icon.field
        transformOrigin: Item.TopLeft

        ShapePath {
            fillColor: "transparent"
            strokeColor: icon.ink
            strokeWidth: icon.weight
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: icon.path
            }
        }
    }
}
