// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// Good-bye, and what becomes of the data.
MessagePage {
    sign: Icons.check
    ink: Style.fine
    wash: Style.fineWash
    title: Texts.erasedHeading.text
    titleSecond: Texts.erasedHeading.second
    body: Texts.erasedBody.text
    bodySecond: Texts.erasedBody.second
}
