// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls

/// The words of a fault beside the question that follows from it.
Notice {
    required property VisitModel visit

    kind: Notice.Attention
    text: visit.english ? visit.faultHeadlineEn : visit.faultHeadlineJa
    second: visit.english ? visit.faultAdviceEn : visit.faultAdviceJa
}
