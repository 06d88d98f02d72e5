// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Kiosk

/// The words of a fault beside the question that follows from it.
Notice {
    required property VisitModel visit

    kind: Notice.Attention
    text: visit.fault.headline.in(visit.language)
    second: visit.fault.advice.in(visit.language)
}
