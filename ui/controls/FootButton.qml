// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A button of the row that is in the same place on every screen.
TouchButton {
    // Larger words stand in two lines, broken where the table has a space.
    text: !phrase ? "" : Style.bothLanguages ? phrase.text : phrase.text.replace(" ", "\n")
    implicitHeight: Math.max(Style.footTarget, Style.grown(Style.footTarget, 0.7))
    fontSize: Style.foot
    secondSize: Style.footSecond
    padding: 2
    leftPadding: Style.gap / 2
    rightPadding: Style.gap / 2
}
