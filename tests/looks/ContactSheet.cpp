// SPDX-License-Identifier: Apache-2.0
#include "ContactSheet.h"

#include <QPainter>

namespace madoguchi {
namespace {

constexpr QSize kCell{250, 190};
constexpr QSize kPicture{240, 160};

} // namespace

void ContactSheet::add(const QString& name, const QImage& picture)
{
    entries_.push_back({name, picture.scaled(kPicture, Qt::KeepAspectRatio, Qt::SmoothTransformation)});
}

bool ContactSheet::save(const QString& path) const
{
    const auto rows = (static_cast<int>(entries_.size()) + columns_ - 1) / columns_;
    QImage sheet{columns_ * kCell.width(), std::max(1, rows) * kCell.height(), QImage::Format_RGB32};
    sheet.fill(Qt::lightGray);
    QPainter painter{&sheet};
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto at = static_cast<int>(i);
        const QPoint corner{at % columns_ * kCell.width() + 10, at / columns_ * kCell.height() + 8};
        painter.drawImage(corner, entries_[i].picture);
        painter.drawText(corner + QPoint{0, kPicture.height() + 18}, entries_[i].name);
    }
    painter.end();
    return sheet.save(path);
}

} // namespace madoguchi
