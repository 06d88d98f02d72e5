// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// The sentence to say to the patient, quoted in its own box.
Rectangle {
    id: box

    required property AdviceWords words

    implicitHeight: spoken.implicitHeight + 16
    radius: Style.radius
    color: Style.actionWash
    Accessible.role: Accessible.StaticText
    Accessible.name: Texts.toPatient.text + " " + sentence.text

    Spoken {
        id: sentence
        words: box.words.step.say
    }

    Words {
        id: spoken
        x: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * x
        text: Texts.quoted.text.arg(sentence.text)
        color: Style.action
        font.pixelSize: 19
        Accessible.ignored: true
    }
}
