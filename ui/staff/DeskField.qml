// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Madoguchi.Controls

/// One line to type into, with what it is for above it.
Column {
    id: field

    required property string label
    property alias text: input.text
    property alias secret: input.hidden
    property alias maximumLength: input.maximumLength
    property alias digitsOnly: input.digitsOnly

    signal accepted

    spacing: 4

    function take() {
        input.forceActiveFocus();
    }

    Words {
        width: parent.width
        text: field.label
        font.pixelSize: 18
        Accessible.ignored: true
    }

    T.TextField {
        id: input

        property bool hidden: false
        property bool digitsOnly: false

        width: parent.width
        implicitHeight: 64
        leftPadding: Style.gap
        rightPadding: Style.gap
        verticalAlignment: TextInput.AlignVCenter
        echoMode: hidden ? TextInput.Password : TextInput.Normal
        passwordMaskDelay: 0
        inputMethodHints: hidden ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            : Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        validator: digitsOnly ? digits : null
        color: Style.ink
        selectionColor: Style.action
        selectedTextColor: Style.actionInk
        font.family: Style.family
        font.pixelSize: 24
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.passwordEdit: hidden
        onAccepted: field.accepted()

        background: Rectangle {
            radius: Style.radiusSmall
            color: Style.ground
            border.width: input.activeFocus ? Style.border : 2
            border.color: input.activeFocus ? Style.action : Style.quiet

            FocusRing {
                control: parent
                visible: input.activeFocus
            }
        }
    }

    RegularExpressionValidator {
        id: digits
        regularExpression: /[0-9]*/
    }
}
