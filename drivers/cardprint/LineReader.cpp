// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/LineReader.h"

#include "drivers/cardprint/GlyphClassifier.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace madoguchi::cardface {

namespace {

constexpr std::size_t kDigit = kGlyphClasses; ///< stands for any of the ten
constexpr std::size_t kWidestGlyph = 8;       ///< pieces
constexpr float kUnlikely = 0.02F;            ///< a character less likely than this ends the way

/// From one place in the form to the next, over one character.
struct Arrow {
    int from;
    std::size_t glyph;
    int to;
};

/// A form: begins at 0, ends at kEnd.
struct Form {
    std::array<std::span<const Arrow>, 4> parts; ///< arrows, in no particular order
    bool alone;                                  ///< nothing may stand before or behind
};

constexpr int kEnd = -1;

constexpr std::array kWesternYear{Arrow{0, kDigit, 1}, Arrow{1, kDigit, 2}, Arrow{2, kDigit, 3},
                                  Arrow{3, kDigit, 9}, Arrow{9, glyph("年"), 10}};
constexpr std::array kEraYear{Arrow{0, glyph("明"), 4},  Arrow{4, glyph("治"), 7},  Arrow{0, glyph("大"), 5},
                              Arrow{5, glyph("正"), 7},  Arrow{0, glyph("昭"), 6},  Arrow{0, glyph("令"), 6},
                              Arrow{6, glyph("和"), 7},  Arrow{0, glyph("平"), 17}, Arrow{7, kDigit, 8},
                              Arrow{17, glyph("成"), 7}, Arrow{7, glyph("元"), 9},  Arrow{8, kDigit, 9},
                              Arrow{8, glyph("年"), 10}};
constexpr std::array kMonthAndDay{
    Arrow{10, kDigit, 11}, Arrow{11, kDigit, 12}, Arrow{11, glyph("月"), 13}, Arrow{12, glyph("月"), 13},
    Arrow{13, kDigit, 14}, Arrow{14, kDigit, 15}, Arrow{14, glyph("日"), 16}, Arrow{15, glyph("日"), 16}};
constexpr std::array kBorn{Arrow{16, glyph("生"), kEnd}};
constexpr std::array kUntil{Arrow{16, glyph("ま"), kEnd}};
constexpr std::array kCode{Arrow{0, kDigit, 1}, Arrow{1, kDigit, 2}, Arrow{2, kDigit, 3},
                           Arrow{3, kDigit, kEnd}};

Form formOf(Field field)
{
    switch (field) {
    case Field::Birth:
        return {{kEraYear, kWesternYear, kMonthAndDay, kBorn}, false};
    case Field::Expiry:
        return {{kWesternYear, kMonthAndDay, kUntil}, false};
    case Field::Code:
        return {{kCode}, true};
    }
    return {};
}

/// The best way so far to a place in the form, with the pieces before some piece used up.
struct Way {
    double likely{0}; ///< logarithm
    double confidence{1};
    std::string text{};
};

class Search {
public:
    Search(const TextLine& line, const Form& form) : line_{line}, form_{form}, ways_(line.pieces.size() + 1)
    {
    }

    std::optional<FieldText> best()
    {
        for (std::size_t at = 0; at < line_.pieces.size(); ++at) {
            if (at == 0 || !form_.alone)
                ways_[at].try_emplace(0);
            for (const auto& [place, way] : ways_[at])
                if (place != kEnd)
                    goOn(at, place, way);
        }
        const Way* best = nullptr;
        for (std::size_t at = form_.alone ? line_.pieces.size() : 0; at < ways_.size(); ++at)
            if (const auto end = ways_[at].find(kEnd); end != ways_[at].end())
                if (best == nullptr || end->second.likely > best->likely)
                    best = &end->second;
        return best == nullptr ? std::nullopt : std::optional<FieldText>{{best->text, best->confidence}};
    }

private:
    void goOn(std::size_t at, int place, const Way& way)
    {
        const std::size_t end = std::min(line_.pieces.size(), at + kWidestGlyph);
        for (std::size_t last = at; last < end; ++last) {
            const int width = line_.pieces[last].end - line_.pieces[at].begin;
            if (width > 1.2 * line_.mask.rows)
                return;
            const auto& likely = likelihoods(at, last);
            for (const auto& part : form_.parts)
                for (const auto& arrow : part)
                    if (arrow.from == place)
                        follow(arrow, likely, way, last + 1);
        }
    }

    void follow(const Arrow& arrow, const GlyphLikelihoods& likely, const Way& way, std::size_t next)
    {
        auto glyph = arrow.glyph;
        if (glyph == kDigit)
            glyph = static_cast<std::size_t>(std::max_element(likely.begin(), likely.begin() + 10) -
                                             likely.begin());
        if (likely[glyph] < kUnlikely)
            return;
        Way longer{way.likely + std::log(likely[glyph]), std::min<double>(way.confidence, likely[glyph]),
                   way.text + std::string{kGlyphs[glyph]}};
        const auto [known, isNew] = ways_[next].try_emplace(arrow.to, longer);
        if (!isNew && longer.likely > known->second.likely)
            known->second = std::move(longer);
    }

    const GlyphLikelihoods& likelihoods(std::size_t first, std::size_t last)
    {
        const auto [known, isNew] = seen_.try_emplace({first, last});
        if (isNew) {
            const auto box = line_.box(first, last);
            if (box.height * 3 >= line_.mask.rows) // lower is a speck or a dash
                known->second = classify(patchOf(line_.ink, box));
            else
                known->second.fill(0);
        }
        return known->second;
    }

    const TextLine& line_;
    Form form_;
    std::vector<std::map<int, Way>> ways_;
    std::map<std::pair<std::size_t, std::size_t>, GlyphLikelihoods> seen_;
};

/// The line's words: what more than its height of paper separates.
std::vector<TextLine> wordsOf(const TextLine& line)
{
    std::vector<TextLine> words;
    for (const auto& piece : line.pieces) {
        if (words.empty() || piece.begin - words.back().pieces.back().end > line.mask.rows)
            words.push_back({line.ink, line.mask, {}});
        words.back().pieces.push_back(piece);
    }
    return words;
}

/// Whether nothing stands near a word: four digits of a longer number are no code, even when a lamp's
/// reflection hides the next four.
bool standsAlone(const std::vector<TextLine>& words, std::size_t at)
{
    const double apart = 3.0 * words[at].mask.rows;
    const bool before = at > 0 && words[at].pieces.front().begin - words[at - 1].pieces.back().end < apart;
    const bool after =
        at + 1 < words.size() && words[at + 1].pieces.front().begin - words[at].pieces.back().end < apart;
    return !before && !after;
}

} // namespace

std::optional<FieldText> readField(const TextLine& line, Field field)
{
    const auto form = formOf(field);
    if (!form.alone)
        return Search{line, form}.best();
    std::optional<FieldText> best;
    const auto words = wordsOf(line);
    for (std::size_t at = 0; at < words.size(); ++at)
        if (standsAlone(words, at))
            if (auto found = Search{words[at], form}.best())
                if (!best || found->confidence > best->confidence)
                    best = std::move(found);
    return best;
}

} // namespace madoguchi::cardface
