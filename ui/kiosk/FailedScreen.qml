// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// Three lines: what happened, what to do now, and a small code for whoever helps.
MessagePage {
    id: page

    readonly property bool english: visit.english

    sign: visit.fault.retry ? Icons.attention : Icons.staff
    ink: visit.fault.retry ? Style.attention : Style.action
    wash: visit.fault.retry ? Style.attentionWash : Style.pictureGround
    titleSize: Style.heading
    title: !visit.hasFault ? Texts.failedHeading.text : english ? visit.fault.headline.en : visit.fault.headline.ja
    titleSecond: !visit.hasFault ? Texts.failedHeading.second : english ? visit.fault.headline.ja : visit.fault.headline.en
    body: !visit.hasFault ? Texts.outBody.text : english ? visit.fault.advice.en : visit.fault.advice.ja.replace(/。(?=.)/g, "。\n")
    bodySecond: !visit.hasFault ? Texts.outBody.second : english ? visit.fault.advice.ja : visit.fault.advice.en

    Words {
        Layout.fillWidth: true
        visible: page.visit.hasFault
        text: Texts.supportCode.text + "  " + page.visit.fault.code
        color: Style.inkSoft
        font.pixelSize: Style.second
        horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
    }
}
