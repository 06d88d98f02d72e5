// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/PreviewItem.h"

#include <QPainter>

#include <chrono>

namespace madoguchi {
namespace {

/// The camera's own pace; asking more often shows nothing more.
constexpr std::chrono::milliseconds kPace{33};

/// The middle part of a picture that has the shape of `size`.
QRectF middlePart(const QSizeF& picture, const QSizeF& size)
{
    const auto part = size.scaled(picture, Qt::KeepAspectRatio);
    return {QPointF{(picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2}, part};
}

} // namespace

PreviewItem::PreviewItem(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    pace_.setInterval(kPace);
    connect(&pace_, &QTimer::timeout, this, &PreviewItem::fetch);
}

void PreviewItem::setSource(PreviewSource* source)
{
    if (source == source_)
        return;
    source_ = source;
    picture_ = {};
    fetch();
    runWhileSeen();
    emit sourceChanged();
}

void PreviewItem::paint(QPainter* painter)
{
    if (picture_.isNull())
        return;
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->translate(width(), 0);
    painter->scale(-1, 1);
    painter->drawImage(boundingRect(), picture_, middlePart(picture_.size(), boundingRect().size()));
}

void PreviewItem::itemChange(ItemChange change, const ItemChangeData& data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemVisibleHasChanged)
        runWhileSeen();
}

void PreviewItem::fetch()
{
    if (!source_)
        return;
    auto picture = source_->latest();
    if (picture.isNull())
        return;
    picture_ = std::move(picture);
    update();
}

void PreviewItem::runWhileSeen()
{
    if (source_ && isVisible())
        pace_.start();
    else
        pace_.stop();
}

} // namespace madoguchi
