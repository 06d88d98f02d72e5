// SPDX-License-Identifier: Apache-2.0
#include "TextAudit.h"

namespace madoguchi {
namespace {

/// Room for rounding: half a pixel each way, and the slack of a line box.
constexpr qreal kSlack = 2;

struct SeenText {
    QQuickItem* item;
    QRectF painted; ///< in the window
    QString words;
};

bool isText(const QQuickItem& item)
{
    return item.inherits("QQuickText") && !item.property("text").toString().isEmpty();
}

/// Where the words themselves are, inside the item's box, by its alignment.
QRectF paintedBox(const QQuickItem& item)
{
    const QSizeF size{item.property("contentWidth").toReal(), item.property("contentHeight").toReal()};
    const auto across = item.property("horizontalAlignment").toInt();
    const auto down = item.property("verticalAlignment").toInt();
    const auto x = across == Qt::AlignHCenter ? (item.width() - size.width()) / 2
                   : across == Qt::AlignRight ? item.width() - size.width()
                                              : 0;
    const auto y = down == Qt::AlignVCenter  ? (item.height() - size.height()) / 2
                   : down == Qt::AlignBottom ? item.height() - size.height()
                                             : item.property("topPadding").toReal();
    return {QPointF{x, y}, size};
}

/// `window`: what can be seen of this item; a list shows only what is scrolled into it.
void collect(QQuickItem& item, QRectF window, std::vector<SeenText>& texts, std::vector<QQuickItem*>& buttons)
{
    if (!item.isVisible() || item.opacity() <= 0)
        return;
    const auto box = item.mapRectToScene({0, 0, item.width(), item.height()});
    const bool inList = !window.isNull();
    if (inList && (isText(item) || item.inherits("QQuickAbstractButton")) && !window.contains(box))
        return;
    if (item.clip() && item.inherits("QQuickFlickable"))
        window = box;
    if (isText(item))
        texts.push_back({&item, item.mapRectToScene(paintedBox(item)), item.property("text").toString()});
    if (item.inherits("QQuickAbstractButton"))
        buttons.push_back(&item);
    for (auto* child : item.childItems())
        collect(*child, window, texts, buttons);
}

std::string quoted(const SeenText& text)
{
    return "\"" + text.words.left(30).replace('\n', ' ').toStdString() + "\"";
}

void auditOne(const SeenText& text, const QRectF& window, std::vector<std::string>& findings)
{
    const auto& item = *text.item;
    const auto width = item.property("contentWidth").toReal();
    const auto height = item.property("contentHeight").toReal();
    if (item.property("truncated").toBool())
        findings.push_back(quoted(text) + " is truncated");
    if (width > item.width() + kSlack)
        findings.push_back(quoted(text) + " is wider than its place: " + std::to_string(width) + " > " +
                           std::to_string(item.width()));
    if (height > item.height() + kSlack)
        findings.push_back(quoted(text) + " is higher than its place: " + std::to_string(height) + " > " +
                           std::to_string(item.height()));
    if (!window.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(text.painted))
        findings.push_back(quoted(text) + " leaves the window");
}

/// Line boxes of Noto are taller than what is drawn in them; what touches by that much does not overlap.
QRectF inkOf(const SeenText& text)
{
    const auto lines = std::max(1, text.item->property("lineCount").toInt());
    const auto air = text.painted.height() / lines * 0.15;
    return text.painted.adjusted(1, air, -1, -air);
}

void auditPairs(const std::vector<SeenText>& texts, std::vector<std::string>& findings)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            if (inkOf(texts[i]).intersects(inkOf(texts[j])))
                findings.push_back(quoted(texts[i]) + " lies over " + quoted(texts[j]));
}

/// A text must stay inside the button it stands on.
void auditButtons(const std::vector<SeenText>& texts, const std::vector<QQuickItem*>& buttons,
                  const QRectF& window, std::vector<std::string>& findings)
{
    constexpr qreal kSmallestTarget = 64;
    for (const auto* button : buttons) {
        const auto box = button->mapRectToScene({0, 0, button->width(), button->height()});
        const auto name = "button " + std::to_string(static_cast<int>(box.x())) + "," +
                          std::to_string(static_cast<int>(box.y()));
        if (box.width() < kSmallestTarget || box.height() < kSmallestTarget)
            findings.push_back(name + " is smaller than a finger needs");
        if (!window.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(box))
            findings.push_back(name + " leaves the window");
        for (const auto& text : texts)
            if (button->isAncestorOf(text.item) &&
                !box.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(inkOf(text)))
                findings.push_back(quoted(text) + " leaves its button");
            else if (!button->isAncestorOf(text.item) && box.intersects(inkOf(text)))
                findings.push_back(quoted(text) + " lies under a " + name);
    }
    for (std::size_t i = 0; i < buttons.size(); ++i)
        for (std::size_t j = i + 1; j < buttons.size(); ++j)
            if (const auto a = buttons[i]->mapRectToScene({0, 0, buttons[i]->width(), buttons[i]->height()}),
                b = buttons[j]->mapRectToScene({0, 0, buttons[j]->width(), buttons[j]->height()});
                a.intersects(b))
                findings.push_back("two buttons overlap at " + std::to_string(static_cast<int>(b.x())) + "," +
                                   std::to_string(static_cast<int>(b.y())));
}

} // namespace

std::vector<std::string> auditTexts(QQuickItem& root)
{
    const QRectF window{0, 0, root.width(), root.height()};
    std::vector<SeenText> texts;
    std::vector<QQuickItem*> buttons;
    collect(root, {}, texts, buttons);
    std::vector<std::string> findings;
    for (const auto& text : texts)
        auditOne(text, window, findings);
    auditPairs(texts, findings);
    auditButtons(texts, buttons, window, findings);
    return findings;
}

} // namespace madoguchi
