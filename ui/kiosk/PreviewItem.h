// SPDX-License-Identifier: Apache-2.0
// The camera picture as in a mirror, filling the item. Painted, so that it looks the same without a graphics
// card.
#pragma once

#include "ui/kiosk/PreviewSource.h"

#include <QImage>
#include <QQuickPaintedItem>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class PreviewItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// Null shows nothing.
    Q_PROPERTY(madoguchi::PreviewSource* source READ source WRITE setSource NOTIFY sourceChanged)

public:
    explicit PreviewItem(QQuickItem* parent = nullptr);

    [[nodiscard]] PreviewSource* source() const { return source_; }
    void setSource(PreviewSource* source);
    void paint(QPainter* painter) override;

signals:
    void sourceChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    void fetch();
    void runWhileSeen();

    PreviewSource* source_{nullptr};
    QImage picture_;
    QTimer pace_;
};

} // namespace madoguchi
