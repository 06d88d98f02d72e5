// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/ReceiptCopy.h"

#include <algorithm>
#include <array>
#include <string>

namespace madoguchi {
namespace {

constexpr std::string_view kMissingKanji = "\u25CF"; // ●

struct RegisterText {
    std::string_view element;
    std::string Qualification::*text;
};

/// Texts that come from the residents' register, whose set of kanji is wider than the insurers'.
constexpr std::array kRegisterTexts{
    RegisterText{"Name", &Qualification::name},
    RegisterText{"NameOfOther", &Qualification::nameOfOther},
    RegisterText{"InsuredName", &Qualification::insuredName},
    RegisterText{"Address", &Qualification::address},
};

/// Texts that may carry signs the encoding lacks, but never a ● for a kanji.
constexpr std::array kOtherTexts{
    RegisterText{"NameKana", &Qualification::nameKana},
    RegisterText{"NameOfOtherKana", &Qualification::nameOfOtherKana},
    RegisterText{"InsurerName", &Qualification::insurerName},
    RegisterText{"InsuredCardSymbol", &Qualification::symbol},
    RegisterText{"InsuredIdentificationNumber", &Qualification::number},
};

class Copyist {
public:
    Copyist(ReceiptCopy& copy, Encoding encoding) : copy_{copy}, encoding_{encoding} {}

    void look(std::string_view element, std::string& text, bool mayHaveMissingKanji)
    {
        const bool masked = mayHaveMissingKanji && text.find(kMissingKanji) != std::string::npos;
        if (!masked && canCarry(encoding_, text))
            return;
        text.clear();
        if (std::find(copy_.omitted.begin(), copy_.omitted.end(), element) == copy_.omitted.end())
            copy_.omitted.push_back(element);
    }

    void look(Qualification& qualification)
    {
        for (const auto& [element, text] : kRegisterTexts)
            look(element, qualification.*text, true);
        for (const auto& [element, text] : kOtherTexts)
            look(element, qualification.*text, false);
        for (auto& ticket : qualification.tickets) {
            for (auto& [name, text] : ticket.elements)
                look("MedicalTicketInfo", text, false);
        }
    }

private:
    ReceiptCopy& copy_;
    Encoding encoding_;
};

} // namespace

bool ReceiptCopy::nameOmitted() const
{
    return std::any_of(omitted.begin(), omitted.end(),
                       [](auto element) { return element == "Name" || element == "NameOfOther"; });
}

ReceiptCopy receiptCopy(EligibilityAnswer answer, Encoding encoding)
{
    ReceiptCopy copy{std::move(answer), {}};
    Copyist copyist{copy, encoding};
    copyist.look("ErrorMessage", copy.answer.errorMessage, false);
    copyist.look("ProcessingResultMessage", copy.answer.processingMessage, false);
    for (auto& qualification : copy.answer.results)
        copyist.look(qualification);
    return copy;
}

} // namespace madoguchi
