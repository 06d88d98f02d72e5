// SPDX-License-Identifier: Apache-2.0
// Draws the chip's photo as large as its place allows.
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class PhotoItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariant picture READ picture WRITE setPicture NOTIFY pictureChanged)

public:
    [[nodiscard]] QVariant picture() const { return picture_; }
    void setPicture(const QVariant& picture); ///< a QImage
    void paint(QPainter* painter) override;

signals:
    void pictureChanged();

private:
    QImage picture_;
};

} // namespace madoguchi
