// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// Without a card: the reception desk has other ways.
MessagePage {
    sign: Icons.staff
    title: Texts.noCardHeading.text
    titleSecond: Texts.noCardHeading.second
    body: Texts.noCardBody.text
    bodySecond: Texts.noCardBody.second
}
