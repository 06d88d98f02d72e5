// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// A member of staff is coming to compare photo and person.
MessagePage {
    sign: Icons.staff
    title: Texts.staffHeading.text
    titleSecond: Texts.staffHeading.second
    body: Texts.staffBody.text
    bodySecond: Texts.staffBody.second
}
