// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/Vocabulary.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <string>

namespace madoguchi {
namespace {

enum class Shape : std::uint8_t {
    Text,   ///< up to `max` characters
    Date,   ///< YYYYMMDD
    Time,   ///< YYYYMMDDHHmmss
    Month,  ///< YYYYMM
    Digits, ///< up to `max` digits
    Code,   ///< up to `max` Latin letters and digits; which codes exist is not ours to freeze
    OneOf,  ///< one of the characters of `set`: only for codes that decide how we go on
    Base64, ///< up to `max` characters of its alphabet
};

struct Row {
    std::string_view name; ///< of the element, or the end of it
    Shape shape;
    std::size_t max{0};
    std::string_view set{};
};

constexpr std::size_t kTextCharacters = 1000;

/// Elements by their whole name.
constexpr std::array kByName{
    Row{"SegmentOfResult", Shape::OneOf, 1, "129"},
    Row{"ProcessingResultStatus", Shape::OneOf, 1, "12"},
    Row{"QualificationValidity", Shape::OneOf, 1, "123456"},
    Row{"CharacterCodeIdentifier", Shape::Digits, 1},
    Row{"ReferenceClassification", Shape::Code, 1},
    Row{"ProcessExecutionTime", Shape::Time},
    Row{"MedicalInstitutionCode", Shape::Digits, 10},
    Row{"ArbitraryFileIdentifier", Shape::Text, 64},
    Row{"InsurerNumber", Shape::Digits, 8},
    Row{"InsuredCardSymbol", Shape::Text, 40},
    Row{"InsuredIdentificationNumber", Shape::Text, 40},
    Row{"InsuredBranchNumber", Shape::Digits, 2},
    Row{"InsuredCardClassification", Shape::Code, 2},
    Row{"PersonalFamilyClassification", Shape::Code, 1},
    Row{"Name", Shape::Text, 200},
    Row{"NameKana", Shape::Text, 200},
    Row{"NameOfOther", Shape::Text, 200},
    Row{"NameOfOtherKana", Shape::Text, 200},
    Row{"InsuredName", Shape::Text, 200},
    Row{"Sex1", Shape::Code, 1},
    Row{"Sex2", Shape::Code, 1},
    Row{"Birthdate", Shape::Date},
    Row{"BirthMonthDay", Shape::Digits, 4},
    Row{"Birth", Shape::Date},
    Row{"Birthday", Shape::Date},
    Row{"PostNumber", Shape::Text, 8},
    Row{"InsuredPartialContributionRatio", Shape::Digits, 3},
    Row{"ElderlyRecipientContributionRatio", Shape::Digits, 3},
    Row{"LimitApplicationCertificateClassification", Shape::Code, 2},
    Row{"LimitApplicationCertificateClassificationFlag", Shape::Code, 3},
    Row{"SpecificDiseasesDiseaseCategory", Shape::Code, 2},
    Row{"SpecificDiseasesSelfPay", Shape::Digits, 10},
    Row{"PreschoolClassification", Shape::Code, 1},
    Row{"ReasonOfLoss", Shape::Code, 2},
    Row{"PrescriptionIssueSelect", Shape::Code, 1},
    Row{"ReferenceNumber", Shape::Text, 50},
    Row{"ReceptionNumber", Shape::Code, 40},
    Row{"NumberOfProcessingResult", Shape::Digits, 10},
    Row{"NumberOfNormalProcessing", Shape::Digits, 10},
    Row{"NumberOfError", Shape::Digits, 10},
    Row{"MedicalTreatmentMonth", Shape::Month},
    Row{"MedicalTreatmentFlag", Shape::Code, 1},
    Row{"ConsentDateFrom", Shape::Date},
    Row{"ConsentDateTo", Shape::Date},
    Row{"ExaminationDateFrom", Shape::Date},
    Row{"ExaminationDateTo", Shape::Date},
    Row{"StartDate", Shape::Month}, // of a medication request: whole months
    Row{"EndDate", Shape::Month},
    Row{"FileCategory", Shape::Code, 1},
    Row{"ResultCode", Shape::Code, 4},
    Row{"EffectiveTime", Shape::Date}, // of a check-up: a day in spite of its name
    Row{"MeTrMonth", Shape::Month},
    Row{"CzDiMonth", Shape::Month},
    Row{"ShPrMonth", Shape::Month},
    Row{"UserCertificate", Shape::Base64, 12288},
    Row{"UserSignature", Shape::Base64, 1024},
    Row{"ChallengeNonce", Shape::Base64, 128},
};

/// What a name not listed above ends with.
constexpr std::array kByEnding{
    Row{"ConsFlg", Shape::Digits, 1},
    Row{"ConsTime", Shape::Time},
    Row{"AvailableTime", Shape::Time},
    Row{"Date", Shape::Date},
};

struct Repetition {
    std::string_view kind; ///< how the kind's name begins; "" for all
    std::string_view parent;
    std::string_view child;
};

constexpr std::array kRepetitions{
    Repetition{"", "ResultList", "ResultOfQualificationConfirmation"},
    Repetition{"", "SpecificDiseasesCertificateList", "SpecificDiseasesCertificateInfo"},
    Repetition{"", "PublicExpenseResultList", "MedicalTicketInfo"},
    Repetition{"", "ServiceList", "ServiceInfo"},
    Repetition{"OQSmu", "MessageBody", "BulkConfirmUnit"},
    Repetition{"OQSmu", "BulkConfirmUnit", "ResultOfQualificationConfirmation"},
    Repetition{"OQSmu", "BulkConfirmUnit", "ReferenceNumber"},
    Repetition{"OQSmu", "MessageBody", "QualificationConfirmSearchInfo"},
    Repetition{"OQSmu", "MessageBody", "ReferenceNumberRegistrationInfo"},
    Repetition{"OQSmu", "MessageBody", "ReferenceNumberRegistrationUnit"},
    Repetition{"YZK", "MessageBody", "MeTrMonthInf"},
    Repetition{"YZK", "MeTrMonthInf", "DateInf"},
    Repetition{"YZK", "CzDiInf", "CzDiMonthInf"},
    Repetition{"YZK", "ShPrInf", "ShPrMonthInf"},
    Repetition{"TKK", "MessageBody", "SpecificHealthCheckupInfo"},
};

Row rowOf(std::string_view name)
{
    const auto isThat = [&](const Row& row) { return row.name == name; };
    if (const auto* row = std::find_if(kByName.begin(), kByName.end(), isThat); row != kByName.end())
        return *row;
    const auto endsSo = [&](const Row& row) { return name.ends_with(row.name); };
    if (const auto* row = std::find_if(kByEnding.begin(), kByEnding.end(), endsSo); row != kByEnding.end())
        return *row;
    return {name, Shape::Text, kTextCharacters};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCodeCharacter(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isBase64Character(char c)
{
    return isCodeCharacter(c) || c == '+' || c == '/' || c == '=';
}

bool isAll(std::string_view text, bool (*belongs)(char))
{
    return std::all_of(text.begin(), text.end(), belongs);
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

bool isMonth(std::string_view text)
{
    return text.size() == 6 && isDate(std::string{text} + "01");
}

/// Nothing if the text has the shape, else the rule it breaks.
std::optional<std::string> brokenRule(const Row& row, std::string_view text)
{
    const auto unless = [](bool holds, std::string rule) {
        return holds ? std::nullopt : std::optional{std::move(rule)};
    };
    const auto upTo = "up to " + std::to_string(row.max);
    switch (row.shape) {
    case Shape::Text:
        return unless(characters(text) <= row.max, "more than " + std::to_string(row.max) + " characters");
    case Shape::Date:
        return unless(isDate(text), "not a day written YYYYMMDD");
    case Shape::Time:
        return unless(isTime(text), "not a time written YYYYMMDDHHmmss");
    case Shape::Month:
        return unless(isMonth(text), "not a month written YYYYMM");
    case Shape::Digits:
        return unless(text.size() <= row.max && isAll(text, isDigit), "not " + upTo + " digits");
    case Shape::Code:
        return unless(text.size() <= row.max && isAll(text, isCodeCharacter),
                      "not " + upTo + " letters or digits");
    case Shape::OneOf:
        return unless(text.size() == 1 && row.set.find(text[0]) != std::string_view::npos,
                      "not one of the known codes " + std::string{row.set});
    case Shape::Base64:
        return unless(text.size() <= row.max && isAll(text, isBase64Character),
                      "not " + upTo + " characters of base64");
    }
    return std::nullopt;
}

std::optional<MessageError> firstRepetition(std::string_view kind, const MessageElement& element)
{
    std::set<std::string_view> seen;
    for (const auto& child : element.children) {
        if (!seen.insert(child.name).second && !mayRepeat(kind, element.name, child.name))
            return errorAt(child, "stands here twice");
    }
    return std::nullopt;
}

} // namespace

bool mayRepeat(std::string_view kind, std::string_view parent, std::string_view child)
{
    if (parent.size() == child.size() + 1 && parent.starts_with(child) && parent.ends_with('s'))
        return true; // DrugInfs > DrugInf
    return std::any_of(kRepetitions.begin(), kRepetitions.end(), [&](const Repetition& row) {
        return row.child == child && row.parent == parent && kind.starts_with(row.kind);
    });
}

std::optional<MessageError> firstBreach(std::string_view kind, const MessageElement& root)
{
    if (!root.text.empty()) {
        if (const auto rule = brokenRule(rowOf(root.name), root.text))
            return errorAt(root, *rule);
    }
    if (auto error = firstRepetition(kind, root))
        return error;
    for (const auto& child : root.children) {
        if (auto error = firstBreach(kind, child))
            return error;
    }
    return std::nullopt;
}

bool isDate(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() != 8 || !isAll(text, isDigit))
        return false;
    return year_month_day{year{number(text.substr(0, 4))},
                          month{static_cast<unsigned>(number(text.substr(4, 2)))},
                          day{static_cast<unsigned>(number(text.substr(6, 2)))}}
        .ok();
}

bool isTime(std::string_view text)
{
    return text.size() == 14 && isAll(text, isDigit) && isDate(text.substr(0, 8)) &&
           number(text.substr(8, 2)) < 24 && number(text.substr(10, 2)) < 60 &&
           number(text.substr(12, 2)) < 60;
}

} // namespace madoguchi
