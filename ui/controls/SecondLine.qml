// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// The same sentence in the other language, quietly below the first; larger text takes its room.
Words {
    color: Style.inkSoft
    font.pixelSize: Style.second
    visible: text !== "" && Style.bothLanguages
}
