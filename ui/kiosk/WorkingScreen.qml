// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls

/// We are at work, in words: the card, the central system, the reception desk.
MessagePage {
    id: page

    readonly property Phrase phrase: visit.stage === Stage.CheckingPin ? Texts.checkingPin
                                   : visit.stage === Stage.HandingOver ? Texts.handingOver : Texts.askingCentral

    sign: Icons.clock
    title: phrase.text
    titleSecond: phrase.second
    body: Texts.stayBody.text
    bodySecond: Texts.stayBody.second

    Item {
        Layout.fillWidth: true
        implicitHeight: dots.height

        Waiting {
            id: dots
            x: page.wide ? 0 : (parent.width - width) / 2
        }
    }
}
