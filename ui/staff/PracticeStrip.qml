// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// Always there in practice mode: nobody may take this for a real desk.
Rectangle {
    implicitHeight: 28
    color: Style.practiceBand
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Words {
        id: words
        anchors.centerIn: parent
        text: Texts.practice.text
        wrapMode: Text.NoWrap
        color: Style.practiceInk
        font.pixelSize: 17
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
