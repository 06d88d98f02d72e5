// SPDX-License-Identifier: Apache-2.0
#include "DrawnPreview.h"

#include <QPainter>

namespace madoguchi {

QImage DrawnPreview::latest()
{
    QImage picture{640, 480, QImage::Format_RGB32};
    picture.fill(QColor{96, 98, 102});
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor{70, 78, 92});
    painter.drawEllipse(QPointF{320, 520}, 210, 150);
    painter.setBrush(QColor{176, 172, 168});
    painter.drawEllipse(QPointF{320, 230}, 96, 128);
    return picture;
}

} // namespace madoguchi
