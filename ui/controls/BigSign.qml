// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A large round sign: how it went, before a word is read.
Rectangle {
    id: sign

    required property string path
    property color ink: Style.fine
    property color wash: Style.fineWash
    property int size: 220

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: wash
    border.width: Style.borderHeavy
    border.color: ink
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        path: sign.path
        size: sign.size * 0.56
        weight: 2.4
        ink: sign.ink
    }
}
