// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/Dossier.h"

#include "domain/eligibility/MyNumber.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

struct Addressed {
    template<typename Input>
    Letter operator()(const Input& input) const
    {
        return {input};
    }
    Letter operator()(const PinEntered& input) const
    {
        return {PinTyped{}, [pin = input.pin](Dossier& dossier) { dossier.pin = pin; }};
    }
    Letter operator()(const SecurityNumberGiven& input) const
    {
        return {SecurityNumberTyped{},
                [number = input.number](Dossier& dossier) { dossier.securityNumber = number; }};
    }
    Letter operator()(const NumberGiven& input) const
    {
        return {NumberTyped{}, [query = input.query](Dossier& dossier) { dossier.numberQuery = query; }};
    }
};

} // namespace

Letter letterOf(const PatientInput& input)
{
    return std::visit(Addressed{}, input);
}

Letter letterOf(const StaffInput& input)
{
    return std::visit(Addressed{}, input);
}

bool mayBeFiled(const StaffInput& input)
{
    const auto* given = std::get_if<NumberGiven>(&input);
    if (given == nullptr)
        return true;
    struct Typed {
        std::string_view text;
        std::size_t most;
    };
    constexpr std::size_t kFreeText = 120; // 40 characters of three bytes
    const auto& query = given->query;
    const std::array fields{Typed{query.insurerNumber, 8},  Typed{query.symbol, kFreeText},
                            Typed{query.number, kFreeText}, Typed{query.branch, 2},
                            Typed{query.birth, 8},          Typed{query.day, 8}};
    return std::none_of(fields.begin(), fields.end(), [](const Typed& field) {
        return field.text.size() > field.most || looksLikeMyNumber(field.text);
    });
}

} // namespace madoguchi
