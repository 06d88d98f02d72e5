// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// Every visit as a row, whoever needs somebody first, and the chosen one at the right. Arrows choose, Enter does what
/// the row's button does, F2 asks by number, F8 ends.
FocusScope {
    id: page

    required property BoardModel board

    focus: true
    Keys.onUpPressed: {
        board.choosePrevious();
        list.showChosen();
    }
    Keys.onDownPressed: {
        board.chooseNext();
        list.showChosen();
    }
    Keys.onReturnPressed: board.open()
    Keys.onEnterPressed: board.open()
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_F2)
            board.queryByNumber();
        else if (event.key === Qt.Key_F5)
            board.act();
        else if (event.key === Qt.Key_F8)
            board.end();
        else
            event.accepted = false;
    }

    ListView {
        id: list

        property bool following: true ///< shows its top, where need is greatest, until somebody looks further down

        function showChosen() {
            positionViewAtIndex(page.board.chosenIndex, ListView.Contain);
            following = atYBeginning;
        }

        objectName: "rows"
        onMovementEnded: following = atYBeginning
        anchors.top: parent.top
        anchors.bottom: booked.top
        anchors.left: parent.left
        anchors.right: side.left
        anchors.margins: Style.gap
        anchors.topMargin: 0
        clip: true
        spacing: 8
        model: page.board.rows
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: page.board.chosenIndex
        highlightFollowsCurrentItem: false
        Accessible.role: Accessible.List

        delegate: RowCard {
            required property DeskRow deskRow

            readonly property real place: y - list.contentY

            width: list.width
            signsSeen: place > -24 && place <= list.height - 52
            row: deskRow
            chosen: deskRow === page.board.chosen
            onPicked: page.board.choose(deskRow)
            onOpened: page.board.open()
        }
    }

    Connections {
        target: page.board

        function onChanged() {
            if (list.following)
                list.positionViewAtBeginning(); // a view holds on to the rows it shows when one comes above them
        }
    }

    Words {
        anchors.centerIn: list
        visible: page.board.connected && list.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: Texts.nobody.text
        color: Style.inkSoft
        font.pixelSize: 21
    }

    Loader {
        id: side
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.rightMargin: Style.gap
        anchors.bottomMargin: Style.gap
        width: Math.min(640, page.width * 0.4)
        active: page.board.chosen !== null
        sourceComponent: RowDetail {
            board: page.board
            row: page.board.chosen
        }
    }

    BookedLine {
        id: booked
        anchors.left: parent.left
        anchors.right: side.left
        anchors.bottom: foot.top
        anchors.leftMargin: Style.gap
        anchors.rightMargin: Style.gap
        anchors.bottomMargin: visible ? Style.gap : 0
        board: page.board
    }

    Words {
        id: foot
        anchors.left: parent.left
        anchors.right: side.left
        anchors.bottom: parent.bottom
        anchors.margins: Style.gap
        text: Texts.noPersonal.text + "　" + Texts.keysOfBoard.text
        color: Style.inkSoft
        font.pixelSize: 14
    }
}
