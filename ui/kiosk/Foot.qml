// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// The row that is in the same place on every screen: stop and appearance at the left, more time in the middle,
/// language and help at the right. In portrait it is two rows of three.
Rectangle {
    id: foot

    required property VisitModel visit
    required property bool wide

    readonly property bool hurried: visit.secondsLeft > 0 && visit.secondsLeft <= 30

    function nextTextSize() {
        Style.textScale = Style.textScale < 1.25 ? 1.25 : Style.textScale < 1.5 ? 1.5 : 1;
    }

    implicitHeight: grid.implicitHeight + 2 * Style.gap
    color: Style.ground

    Rectangle {
        width: parent.width
        height: 2
        color: Style.rule
    }

    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.leftMargin: foot.wide ? Style.margin : Style.marginNarrow
        anchors.rightMargin: anchors.leftMargin
        anchors.topMargin: Style.gap
        anchors.bottomMargin: Style.gap
        columns: foot.wide ? 6 : 3
        columnSpacing: Style.gap
        rowSpacing: Style.gap

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            implicitHeight: cancel.implicitHeight

            Words {
                anchors.verticalCenter: parent.verticalCenter
                visible: !cancel.visible
                text: "窓口 Madoguchi"
                color: Style.quiet
                font.pixelSize: Style.small
                Accessible.ignored: true
            }

            FootButton {
                id: cancel
                anchors.fill: parent
                visible: foot.visit.cancellable
                phrase: Texts.cancel
                onClicked: foot.visit.cancel()
            }
        }

        FootButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            phrase: Style.textScale < 1.5 ? Texts.textLarger : Texts.textNormal
            onClicked: foot.nextTextSize()
        }

        FootButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            phrase: Style.highContrast ? Texts.contrastOff : Texts.contrastOn
            onClicked: Style.highContrast = !Style.highContrast
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            MoreTimeButton {
                anchors.fill: parent
                visible: foot.hurried
                phrase: Texts.moreTime
                secondsLeft: foot.visit.secondsLeft
                onClicked: foot.visit.wantMoreTime()
            }
        }

        FootButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: Languages.ownName(next)
            second: Languages.ownName(foot.visit.language)
            onClicked: foot.visit.chooseLanguage(next)

            readonly property int next: Languages.after(foot.visit.language)
        }

        FootButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            phrase: foot.visit.staffCalled ? Texts.staffCalled : Texts.callStaff
            enabled: !foot.visit.staffCalled
            onClicked: foot.visit.callStaff()
        }
    }
}
