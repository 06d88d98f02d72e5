// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls

/// How it ended, the same friendly look either way; and please take the card.
MessagePage {
    id: page

    readonly property Phrase phrase: visit.outcome === Outcome.Received ? Texts.resultReceived
                                   : visit.outcome === Outcome.SeeReception ? Texts.resultReception : Texts.resultStopped
    readonly property bool received: visit.outcome === Outcome.Received

    sign: received ? Icons.check : visit.outcome === Outcome.SeeReception ? Icons.staff : Icons.card
    ink: received ? Style.fine : Style.action
    wash: received ? Style.fineWash : Style.pictureGround
    title: phrase.text
    titleSecond: phrase.second
    body: Texts.takeCard.text
    bodySecond: Texts.takeCard.second

    Words {
        Layout.fillWidth: true
        visible: page.visit.maskedName !== ""
        text: Texts.resultName.text.arg(page.visit.maskedName)
        font.pixelSize: Style.title
        font.weight: Font.Bold
        horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
    }

    Notice {
        Layout.fillWidth: true
        visible: page.visit.certificateEndsSoon
        kind: Notice.Attention
        text: Texts.certificateNotice.text.arg(page.visit.certificateEnd.in(page.visit.language))
        second: Texts.certificateNotice.second.arg(page.visit.certificateEnd.in(Languages.second(page.visit.language)))
    }
}
