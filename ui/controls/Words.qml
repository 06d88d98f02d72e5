// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// All text there is: the font, the ink, and wrapping instead of cutting off.
Text {
    color: Style.ink
    font.family: Style.family
    font.pixelSize: Style.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
