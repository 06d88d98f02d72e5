// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// One answer to the question of the screen: at least 96 px high, all answers of a question alike.
TouchButton {
    fontSize: Style.answer
    secondSize: Style.small
}
