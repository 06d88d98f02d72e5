// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// The terminal itself is not well; staff have been told by their board.
MessagePage {
    id: page

    sign: Icons.attention
    ink: Style.attention
    wash: Style.attentionWash
    titleSize: Style.heading
    title: Texts.outHeading.text
    titleSecond: Texts.outHeading.second
    body: Texts.outBody.text
    bodySecond: Texts.outBody.second

    Words {
        Layout.fillWidth: true
        visible: page.visit.hasFault
        text: Texts.supportCode.text + "  " + page.visit.fault.code
        color: Style.inkSoft
        font.pixelSize: Style.second
        horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
    }
}
