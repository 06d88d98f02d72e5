// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff

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
        ja: box.words.step.say.ja
        en: box.words.step.say.en
    }

    Words {
        id: spoken
        x: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * x
        text: Texts.english ? "“" + sentence.text + "”" : "「" + sentence.text + "」"
        color: Style.action
        font.pixelSize: 19
        Accessible.ignored: true
    }
}
