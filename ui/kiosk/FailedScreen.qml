// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// Three lines: what happened, what to do now, and a small code for whoever helps.
MessagePage {
    id: page

    readonly property bool english: visit.english

    sign: visit.retry ? Icons.attention : Icons.staff
    ink: visit.retry ? Style.attention : Style.action
    wash: visit.retry ? Style.attentionWash : Style.pictureGround
    titleSize: Style.heading
    title: !visit.hasFault ? Texts.failedHeading.text : english ? visit.faultHeadlineEn : visit.faultHeadlineJa
    titleSecond: !visit.hasFault ? Texts.failedHeading.second : english ? visit.faultHeadlineJa : visit.faultHeadlineEn
    body: !visit.hasFault ? Texts.outBody.text : english ? visit.faultAdviceEn : visit.faultAdviceJa.replace(/。(?=.)/g, "。\n")
    bodySecond: !visit.hasFault ? Texts.outBody.second : english ? visit.faultAdviceJa : visit.faultAdviceEn

    Words {
        Layout.fillWidth: true
        visible: page.visit.hasFault
        text: Texts.supportCode.text + "  " + page.visit.faultCode
        color: Style.inkSoft
        font.pixelSize: Style.second
        horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
    }
}
