// SPDX-License-Identifier: Apache-2.0
#include "DrawnName.h"

#include <QFont>
#include <QGlyphRun>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>

#include <memory>
#include <set>

namespace madoguchi::test {
namespace {

constexpr int kTitlePixels = 36; ///< "title" of the kiosk's style at its usual text size
constexpr std::size_t kGlyphRun = 4;

QGuiApplication& application()
{
    // By argument: the kiosk takes its platform from the environment.
    static char name[] = "erasure_test", option[] = "-platform", platform[] = "offscreen";
    static char* words[] = {name, option, platform, nullptr};
    static int count = 3;
    static QGuiApplication app{count, words};
    return app;
}

QFont titleFont()
{
    QFont font{QStringLiteral("Noto Sans CJK JP")};
    font.setPixelSize(kTitlePixels);
    font.setWeight(QFont::Bold);
    return font;
}

/// A run begins at an edge: one that begins with empty ground would be compared with every empty page.
bool beginsAtAnEdge(const std::uint8_t* at, std::size_t element)
{
    return at[0] != 0x00 && at[0] != 0xFF &&
           std::set<std::uint8_t>{at[0], at[element], at[2 * element]}.size() == 3;
}

/// Four rows of a glyph at a time, one after another as a font engine keeps them: one row alone may be that
/// of another character with the same stroke.
void addGlyphPicture(Needles& needles, const QImage& alpha)
{
    const auto size = static_cast<std::size_t>(alpha.sizeInBytes());
    const auto run = 4 * static_cast<std::size_t>(alpha.bytesPerLine());
    for (std::size_t at = 0; run > 0 && at + run <= size; ++at) // a space has no picture
        if (beginsAtAnEdge(alpha.constBits() + at, 1))
            needles.addRuns("glyph picture", {alpha.constBits() + at, run}, run, run);
}

/// Rows of pixels over three characters of which two are the patient's.
void addRows(Needles& needles, const QImage& page)
{
    constexpr int kRun = 3 * kTitlePixels;
    for (int y = 0; y < page.height(); ++y)
        for (int x = 0; x + kRun <= page.width(); ++x) {
            const auto* at = page.constScanLine(y) + 4 * x;
            if (beginsAtAnEdge(at, 4))
                needles.addRuns("drawn name", {at, 4 * kRun}, 4 * kRun, 1);
        }
}

void addGlyphs(Needles& needles, const QGlyphRun& run)
{
    const auto indexes = run.glyphIndexes();
    const std::vector<std::uint32_t> glyphs(indexes.begin(), indexes.end());
    for (std::size_t i = 0; i + kGlyphRun <= glyphs.size(); ++i) {
        needles.addGlyphRun("glyphs", {glyphs.data() + i, kGlyphRun});
    }
    const auto mask = run.rawFont().glyphIndexesForString(QStringLiteral("●"));
    for (const auto glyph : std::set<std::uint32_t>(glyphs.begin(), glyphs.end()))
        if (!mask.contains(glyph))
            addGlyphPicture(needles, run.rawFont().alphaMapForGlyph(glyph, QRawFont::PixelAntialiasing));
}

} // namespace

void addDrawn(Needles& needles, const std::string& text)
{
    application();
    QTextLayout layout{QString::fromStdString(text), titleFont()};
    layout.beginLayout();
    layout.createLine().setLineWidth(4096);
    layout.endLayout();
    QImage page{static_cast<int>(layout.boundingRect().width()) + kTitlePixels, 2 * kTitlePixels,
                QImage::Format_RGB32};
    page.fill(Qt::white);
    QPainter painter{&page};
    painter.setPen(QColor{0x1A, 0x1A, 0x1A});
    layout.draw(&painter, {0, 0});
    painter.end();

    for (const auto& run : layout.glyphRuns())
        addGlyphs(needles, run);
    addRows(needles, page);
}

} // namespace madoguchi::test
