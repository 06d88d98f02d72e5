// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditWords.h"

#include "domain/status/FaultTable.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace madoguchi {

namespace {

/// In the order of AuditAct.
constexpr std::array<TextId, kAuditActCount> kActs{
    TextId::auditActsCardRead,        TextId::auditActsIdentityProven,
    TextId::auditActsConsentAnswered, TextId::auditActsFirstUseRegistered,
    TextId::auditActsCentralAsked,    TextId::auditActsHandedOver,
    TextId::auditActsStaffLooked,     TextId::auditActsRequestAnswered,
    TextId::auditActsPaneOpened,      TextId::auditActsPagePrinted,
    TextId::auditActsVisitBegun,      TextId::auditActsVisitEnded,
    TextId::auditActsVisitKilled,     TextId::auditActsStaffOrdered,
    TextId::auditActsTerminalStarted, TextId::auditActsTerminalStopped,
    TextId::auditActsLogRecovered,    TextId::auditActsLogReplaced,
    TextId::auditActsStaffSignedIn,   TextId::auditActsStaffSignInFailed,
    TextId::auditActsStaffSignedOut,  TextId::auditActsStaffReleased,
    TextId::auditActsStaffRefused,    TextId::auditActsStaffEmergencyUsed,
};

/// In the order of PageKind.
constexpr std::array kPages{TextId::auditPagesQualificationSheet};

struct Word {
    std::string_view written;
    TextId read;
};
constexpr std::array<Word, 6> kOtherWords{{
    {"terminal", TextId::auditWordsTerminal},
    {"patient", TextId::auditWordsPatient},
    {"staff", TextId::auditWordsStaff},
    {"face", TextId::auditWordsFace},
    {"pin", TextId::auditWordsPin},
    {"staff-eye", TextId::auditWordsStaffEye},
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

std::optional<TextId> readAs(std::string_view written)
{
    for (std::size_t i = 0; i < kAuditActCount; ++i)
        if (written == name(static_cast<AuditAct>(i)))
            return kActs[i];
    for (std::size_t i = 0; i < kPageKindCount; ++i)
        if (written == name(static_cast<PageKind>(i)))
            return kPages[i];
    const auto* word = std::ranges::find(kOtherWords, written, &Word::written);
    return word != kOtherWords.end() ? std::optional{word->read} : std::nullopt;
}

class Speaker {
public:
    explicit Speaker(Language language) : language_{language} {}

    [[nodiscard]] std::string known(std::string_view written) const
    {
        const auto sentence = readAs(written);
        return std::string{sentence ? text(*sentence, language_) : written};
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
        return std::string{written} + (fault ? ' ' + std::string{text(row->headline, language_)} : "");
    }

private:
    Language language_;
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

TextId words(AuditAct act)
{
    return kActs[static_cast<std::size_t>(act)];
}

TextId words(PageKind page)
{
    return kPages[static_cast<std::size_t>(page)];
}

std::string auditWords(std::string_view line, Language language)
{
    const auto fields = fieldsOf(line);
    if (fields.size() < FieldCount)
        return harmless(std::string{line});
    const Speaker say{language};
    std::string told{fields[WallField]};
    const auto add = [&told](const std::string& words) { (told += "  ") += words; };
    add(std::string{fields[TerminalField]});
    add(say.actor(fields[ActorField]));
    add(say.known(fields[ActField]) + (fields[HowField] == "-" ? "" : ": " + say.known(fields[HowField])));
    if (fields[ObjectField] != "-")
        add(filled(TextId::auditWordsVisit, language, {{"tag", fields[ObjectField]}}));
    add(say.outcome(fields[ResultField]));
    return harmless(std::move(told));
}

} // namespace madoguchi
