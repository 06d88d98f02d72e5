// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/MessageKind.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLatin(char c)
{
    return isCapital(c) || (c >= 'a' && c <= 'z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isKind(std::string_view name)
{
    if (name.size() < 9 || name.size() > 20 || !(name.ends_with("req") || name.ends_with("res")))
        return false;
    const auto family = name.substr(0, 3);
    const auto middle = name.substr(3, name.size() - 8);
    const auto step = name.substr(name.size() - 5, 2);
    return std::all_of(family.begin(), family.end(), isCapital) &&
           std::all_of(middle.begin(), middle.end(), isLatin) &&
           std::all_of(step.begin(), step.end(), isDigit);
}

struct Mark {
    std::string_view part; ///< MessageHeader or MessageBody
    std::string_view element;
    std::string_view kind;
};

/// From the most telling element to the least.
constexpr std::array kMarks{
    Mark{"MessageHeader", "QuaInf", "YZKsiquc01res"},
    Mark{"MessageHeader", "QualificationsInfo", "TKKsiquc01res"},
    Mark{"MessageBody", "BulkConfirmUnit", "OQSmuquc02res"},
    Mark{"MessageBody", "ResultList", "OQSsiquc01res"},
    Mark{"MessageBody", "QualificationValidity", "OQSsiquc01res"},
    Mark{"MessageHeader", "ReferenceClassification", "OQSsiquc01res"},
    Mark{"MessageBody", "QualificationConfirmSearchInfo", "OQSsiquc01req"},
};

} // namespace

std::optional<std::string> kindFromFileName(std::string_view fileName)
{
    auto stem = fileName.substr(fileName.rfind('/') + 1);
    stem = stem.substr(0, stem.find_first_of("_."));
    return isKind(stem) ? std::optional{std::string{stem}} : std::nullopt;
}

std::optional<std::string> kindFromContent(const MessageElement& root)
{
    for (const auto& mark : kMarks) {
        const auto* part = root.child(mark.part);
        if (part && part->child(mark.element))
            return std::string{mark.kind};
    }
    return std::nullopt;
}

bool isAnswer(std::string_view kind)
{
    return kind.ends_with("res");
}

} // namespace madoguchi
