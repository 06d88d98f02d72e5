// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// A button for mouse and keys: one line, its key beside the word, still large enough for a finger.
TouchButton {
    property string key

    implicitHeight: 64
    fontSize: 20
    second: key
    secondSize: 14
    padding: 2
    leftPadding: Style.gap
    rightPadding: Style.gap
}
