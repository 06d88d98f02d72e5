// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// One try is left: what it may cost, and the other ways, before the pad opens.
Page {
    id: page

    heading: title
    answers: [others.face, others.staff, yes]

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gap

        Heading {
            id: title
            Layout.fillWidth: true
            phrase: Texts.lastTryHeading
        }

        Notice {
            Layout.fillWidth: true
            kind: Notice.Attention
            phrase: Texts.lastTryBody
        }

        Item {
            Layout.fillHeight: true
        }

        OtherWays {
            id: others
            Layout.fillWidth: true
            visit: page.visit
        }

        AnswerButton {
            id: yes
            Layout.fillWidth: true
            phrase: Texts.lastTryYes
            onClicked: page.visit.useLastTry()
        }
    }
}
