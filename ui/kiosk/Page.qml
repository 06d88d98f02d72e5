// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Kiosk

/// What every screen is: a question with its heading. Focus goes to the heading when the screen appears; the
/// number keys give the answers in their order.
FocusScope {
    id: page

    required property VisitModel visit
    property Item heading
    property list<TouchButton> answers

    readonly property bool wide: width > height

    function answer(number: int) {
        if (number >= 1 && number <= answers.length && answers[number - 1].enabled && answers[number - 1].visible)
            answers[number - 1].clicked();
    }

    Component.onCompleted: {
        if (heading)
            heading.forceActiveFocus();
    }

    Keys.onPressed: event => {
        if (event.key > Qt.Key_0 && event.key <= Qt.Key_9) {
            page.answer(event.key - Qt.Key_0);
            event.accepted = true;
        }
    }
}
