// SPDX-License-Identifier: Apache-2.0
// 資格確認結果 on one A4 page: what staff hand to a colleague or put into the chart. Painted here, so that
// the page goes from memory into the printer's pipe and nowhere else.
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

class QPainter;

namespace madoguchi {

struct PrintSheet {
    QString title, headline;
    QList<QPair<QString, QString>> rows; ///< label and value; what is empty is left out
    QString foot;
    QString practice{}; ///< the band of practice mode; empty without one
};

/// Paints the page into `width` by `height` units of the painter. What does not fit is never cut off: the
/// letters become smaller.
void paint(const PrintSheet& sheet, QPainter& painter, int width, int height);

/// The same as a PDF of one A4 page.
[[nodiscard]] QByteArray pdfOf(const PrintSheet& sheet);

} // namespace madoguchi
