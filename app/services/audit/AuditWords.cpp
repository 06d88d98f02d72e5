// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditWords.h"

#include <algorithm>
#include <array>
#include <vector>

namespace madoguchi {

namespace {

/// In the order of AuditAct.
constexpr std::array<Text, kAuditActCount> kActs{{
    {"カードを読んだ", "read the card"},
    {"本人と確認した", "was proven to be the holder"},
    {"同意をたずねられて答えた", "answered the questions of consent"},
    {"初回登録をした", "registered for first use"},
    {"中央のシステムに照会した", "asked the central system"},
    {"レセプトコンピュータへ渡した", "handed the answer over to the receipt computer"},
    {"目視で確認した", "looked at the patient and the card"},
    {"レセプトコンピュータの照会に答えた", "answered a request of the receipt computer"},
    {"患者さんの窓を開いた", "opened the window on the patient"},
    {"紙に印刷した", "printed a page"},
    {"受付が始まった", "a visit began"},
    {"受付が終わった", "a visit ended"},
    {"時間切れで受付を終わらせた", "ended a visit that overstayed"},
    {"受付ボードで操作した", "gave an order at the board"},
    {"端末が動き始めた", "the terminal started"},
    {"端末が止まった", "the terminal stopped"},
    {"停電で切れた行を取り除いた", "removed a line that a power cut had torn"},
    {"つじつまの合わない記録を別名で残し、新しい記録を始めた",
     "set aside a log that did not hold together and began this one"},
    {"サインインした", "signed in"},
    {"サインインに失敗した", "failed to sign in"},
    {"サインアウトした", "signed out"},
    {"同僚のロックを解いた", "let a colleague try again"},
    {"許されていない操作をしようとした", "wanted what the role may not do"},
    {"封筒の緊急コードを使った", "used a code of the sealed envelope"},
}};

/// In the order of PageKind.
constexpr std::array<Text, kPageKindCount> kPages{{
    {"資格確認結果", "the qualification sheet"},
}};

struct Word {
    std::string_view written;
    Text read;
};
constexpr std::array<Word, 6> kOtherWords{{
    {"terminal", {"端末", "terminal"}},
    {"patient", {"患者さん", "patient"}},
    {"staff", {"職員", "staff"}},
    {"face", {"顔", "by face"}},
    {"pin", {"暗証番号", "by PIN"}},
    {"staff-eye", {"職員の目", "by staff's eye"}},
}};

/// The fields that are told, in the order of AuditRecord.h.
enum Field : std::size_t {
    WallField = 2,
    TerminalField,
    ActorField,
    ActField,
    HowField,
    ObjectField,
    ResultField,
    FieldCount
};

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t from = 0, end = 0; end != std::string_view::npos; from = end + 1) {
        end = line.find('\t', from);
        fields.push_back(line.substr(from, end - from));
    }
    return fields;
}

const Text* readAs(std::string_view written)
{
    for (std::size_t i = 0; i < kAuditActCount; ++i)
        if (written == name(static_cast<AuditAct>(i)))
            return &kActs[i];
    for (std::size_t i = 0; i < kPageKindCount; ++i)
        if (written == name(static_cast<PageKind>(i)))
            return &kPages[i];
    const auto* word = std::ranges::find(kOtherWords, written, &Word::written);
    return word != kOtherWords.end() ? &word->read : nullptr;
}

class Speaker {
public:
    explicit Speaker(std::string_view Text::*language) : language_{language} {}

    [[nodiscard]] std::string known(std::string_view written) const
    {
        const auto* text = readAs(written);
        return text != nullptr ? std::string{text->*language_} : std::string{written};
    }
    /// "staff:reception:0123456789ab" keeps what stands behind the first word.
    [[nodiscard]] std::string actor(std::string_view written) const
    {
        const auto colon = std::min(written.find(':'), written.size());
        return known(written.substr(0, colon)) + std::string{written.substr(colon)};
    }
    [[nodiscard]] std::string outcome(std::string_view written) const
    {
        const auto row = std::ranges::find(faultTable(), written, &FaultRow::supportCode);
        const bool fault = row != faultTable().end();
        return std::string{written} + (fault ? ' ' + std::string{row->headline.*language_} : "");
    }

private:
    std::string_view Text::*language_;
};

/// A terminal also obeys the controls of UTF-8, C2 80 to C2 9F.
std::string harmless(std::string text)
{
    unsigned char before = ' ';
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < ' ' || byte == 0x7F || (before == 0xC2 && byte < 0xA0))
            c = '?';
        before = byte;
    }
    return text;
}

} // namespace

const Text& words(AuditAct act)
{
    return kActs[static_cast<std::size_t>(act)];
}

const Text& words(PageKind page)
{
    return kPages[static_cast<std::size_t>(page)];
}

std::string auditWords(std::string_view line, std::string_view Text::*language)
{
    const auto fields = fieldsOf(line);
    if (fields.size() < FieldCount)
        return harmless(std::string{line});
    const Speaker say{language};
    std::string text{fields[WallField]};
    const auto add = [&text](const std::string& words) { (text += "  ") += words; };
    add(std::string{fields[TerminalField]});
    add(say.actor(fields[ActorField]));
    add(say.known(fields[ActField]) + (fields[HowField] == "-" ? "" : ": " + say.known(fields[HowField])));
    if (fields[ObjectField] != "-")
        add((language == &Text::ja ? "受付 " : "visit ") + std::string{fields[ObjectField]});
    add(say.outcome(fields[ResultField]));
    return harmless(std::move(text));
}

} // namespace madoguchi
