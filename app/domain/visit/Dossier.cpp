// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/Dossier.h"

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
        return {SecurityNumberTyped{}, [number = input.number](Dossier& dossier) { dossier.securityNumber = number; }};
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

} // namespace madoguchi
