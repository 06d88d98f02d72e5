// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// A button of the row that is in the same place on every screen.
TouchButton {
    implicitHeight: Math.max(Style.footTarget, Style.grown(Style.footTarget, 0.7))
    fontSize: Style.foot
    secondSize: Style.footSecond
    padding: 2
    leftPadding: Style.gap / 2
    rightPadding: Style.gap / 2
}
