// SPDX-License-Identifier: Apache-2.0
#include "ui/pane/PrintSheet.h"

#include <QBuffer>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>

namespace madoguchi {
namespace {

/// Sizes in thousandths of the page's width, so that a picture of any size looks like the page.
struct Scale {
    int width;
    [[nodiscard]] int operator()(int thousandths) const { return width * thousandths / 1000; }
};

QFont letters(int height, bool bold = false)
{
    QFont font{QStringLiteral("Noto Sans CJK JP")};
    font.setPixelSize(height);
    font.setBold(bold);
    return font;
}

/// One text in its box, wrapped, and in smaller letters until it fits. Returns how high it stands.
int write(QPainter& painter, QRect box, QFont font, const QString& text)
{
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;
    painter.setFont(font);
    auto taken = painter.boundingRect(box, kFlags, text);
    while (taken.height() > box.height() && font.pixelSize() > 4) {
        font.setPixelSize(font.pixelSize() - 1);
        painter.setFont(font);
        taken = painter.boundingRect(box, kFlags, text);
    }
    painter.drawText(box, kFlags, text);
    return taken.height();
}

} // namespace

void paint(const PrintSheet& sheet, QPainter& painter, int width, int height)
{
    const Scale of{width};
    const int left = of(70), inner = width - 2 * left, values = left + of(230);
    int y = of(60);
    painter.setPen(Qt::black);
    if (!sheet.practice.isEmpty()) {
        painter.fillRect(0, 0, width, of(45), QColor{0xDD, 0xDD, 0xDD});
        write(painter, {left, of(8), inner, of(34)}, letters(of(22), true), sheet.practice);
    }
    y += write(painter, {left, y, inner, of(60)}, letters(of(38), true), sheet.title) + of(20);
    y += write(painter, {left, y, inner, of(120)}, letters(of(30), true), sheet.headline) + of(20);
    const int foot = height - of(110);
    for (const auto& [label, value] : sheet.rows) {
        if (value.trimmed().isEmpty())
            continue;
        painter.drawLine(left, y, left + inner, y);
        write(painter, {left, y + of(8), values - left - of(10), of(34)}, letters(of(20)), label);
        const int room = std::max(of(20), std::min(of(110), foot - y - of(16)));
        const int taken =
            write(painter, {values, y + of(6), left + inner - values, room}, letters(of(24)), value);
        y += std::max(taken, of(30)) + of(14);
    }
    painter.drawLine(left, y, left + inner, y);
    write(painter, {left, foot, inner, of(90)}, letters(of(17)), sheet.foot);
}

QByteArray pdfOf(const PrintSheet& sheet)
{
    QByteArray bytes;
    QBuffer memory{&bytes};
    memory.open(QIODevice::WriteOnly);
    QPdfWriter page{&memory};
    page.setPageSize(QPageSize{QPageSize::A4});
    page.setPageMargins({});
    page.setResolution(300);
    page.setCreator({}); // a title or an author would be a second copy of somebody's name
    QPainter painter{&page};
    paint(sheet, painter, page.width(), page.height());
    painter.end();
    return bytes;
}

} // namespace madoguchi
