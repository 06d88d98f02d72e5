// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// Always there in practice mode, on every screen: nobody may take this for a real visit.
Rectangle {
    implicitHeight: 34
    color: Style.practiceBand
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Words {
        id: words
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        text: Texts.practice.text
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 14
        color: Style.practiceInk
        font.pixelSize: 18
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
