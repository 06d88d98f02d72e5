// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// The next-step table about this patient: what happened, the sentence to say, what to do in order, and what to
/// claim under. Its one button stands in the foot. Over a page it takes two columns.
Item {
    id: advice

    required property AdviceWords words
    property bool wide: false

    readonly property int gap: 6
    readonly property real column: wide ? (width - 24) / 2 : width

    implicitHeight: Math.max(steps.y + steps.height, claim.y + claim.height)

    Notice {
        id: headline
        width: advice.column
        height: advice.wide ? Math.max(implicitHeight, say.implicitHeight) : implicitHeight
        kind: [Notice.Fine, Notice.Attention, Notice.Plain][advice.words.tone]
        phrase: Spoken {
            words: advice.words.step.headline
        }
        second: ""
    }

    SayBox {
        id: say
        x: advice.wide ? advice.width - width : 0
        y: advice.wide ? 0 : headline.height + advice.gap
        width: advice.column
        height: advice.wide ? headline.height : implicitHeight
        words: advice.words
    }

    Column {
        id: steps
        y: (advice.wide ? headline.height : say.y + say.height) + advice.gap
        width: advice.column

        Repeater {
            model: advice.words.step.steps

            Words {
                id: step

                required property int index
                required property var modelData

                width: steps.width
                text: "①②③④"[index] + " " + sentence.text
                font.pixelSize: 17

                Spoken {
                    id: sentence
                    words: step.modelData
                }
            }
        }
    }

    Words {
        id: claim
        x: say.x
        y: advice.wide ? steps.y : steps.y + steps.height + advice.gap
        width: advice.column
        text: Texts.claim.text + " " + basis.text
            + (advice.words.tellsFault ? "　" + Texts.support.text + " " + advice.words.fault.code : "")
        color: Style.inkSoft
        font.pixelSize: 14

        Spoken {
            id: basis
            words: advice.words.step.claim
        }
    }
}
