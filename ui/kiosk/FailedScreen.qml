// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls

/// Three lines: what happened, what to do now, and a small code for whoever helps.
MessagePage {
    id: page

    readonly property Phrase headline: Phrase {
        words: page.visit.fault.headline
        language: page.visit.language
    }
    readonly property Phrase advice: Phrase {
        words: page.visit.fault.advice
        language: page.visit.language
    }

    sign: visit.fault.retry ? Icons.attention : Icons.staff
    ink: visit.fault.retry ? Style.attention : Style.action
    wash: visit.fault.retry ? Style.attentionWash : Style.pictureGround
    titleSize: Style.heading
    title: !visit.hasFault ? Texts.failedHeading.text : headline.text
    titleSecond: !visit.hasFault ? Texts.failedHeading.second : headline.second
    body: !visit.hasFault ? Texts.outBody.text : advice.text.replace(/。(?=.)/g, "。\n")
    bodySecond: !visit.hasFault ? Texts.outBody.second : advice.second

    Words {
        Layout.fillWidth: true
        visible: page.visit.hasFault
        text: Texts.supportCode.text + "  " + page.visit.fault.code
        color: Style.inkSoft
        font.pixelSize: Style.second
        horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
    }
}
