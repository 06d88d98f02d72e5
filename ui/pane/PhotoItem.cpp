// SPDX-License-Identifier: Apache-2.0
#include "ui/pane/PhotoItem.h"

#include <QPainter>

namespace madoguchi {

void PhotoItem::setPicture(const QVariant& picture)
{
    picture_ = picture.value<QImage>();
    update();
    emit pictureChanged();
}

void PhotoItem::paint(QPainter* painter)
{
    if (picture_.isNull())
        return;
    const auto size = QSizeF{picture_.size()}.scaled(boundingRect().size(), Qt::KeepAspectRatio);
    const QPointF corner{(width() - size.width()) / 2, (height() - size.height()) / 2};
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF{corner, size}, picture_);
}

} // namespace madoguchi
