// SPDX-License-Identifier: Apache-2.0
#include "practice/patient/PatientFile.h"

#include "drivers/sim/personas/Persona.h"

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

namespace madoguchi {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 3> kMethods{"face", "pin", "staff"};
constexpr std::array<const char*, kConsentItems> kItems{"medicines", "visits", "surgery", "check_ups"};

Fault invalid()
{
    return {FaultCode::SettingsInvalid, FaultSpace::None, 0, "practice/patientFile"};
}

/// A PIN that is not this one: each digit moved by the same step.
PinDigits otherThan(const PinDigits& pin, int step)
{
    PinDigits wrong = pin.empty() ? PinDigits(4, '0') : pin;
    for (auto& digit : wrong)
        digit = static_cast<char>('0' + (digit - '0' + step) % 10);
    return wrong;
}

Result<PatientScript> scriptFrom(const json& plan, const Persona& persona)
{
    PatientScript script;
    const auto method = std::find(kMethods.begin(), kMethods.end(), plan.value("method", "pin"));
    if (method == kMethods.end())
        return invalid();
    script.method = static_cast<Method>(method - kMethods.begin());
    for (int i = 0; i < std::clamp(plan.value("wrong_pins", 0), 0, 9); ++i)
        script.pins.push_back(otherThan(persona.pin, i + 1));
    script.pins.push_back(persona.pin);
    for (const auto& item : plan.value("consents", std::vector<std::string>{}))
        if (const auto found = std::find(kItems.begin(), kItems.end(), item); found != kItems.end())
            script.consents.set(static_cast<std::size_t>(found - kItems.begin()));
    script.registerFirstUse = plan.value("register", true);
    script.camera = plan.value("camera", "");
    script.language = plan.value("language", "ja") == "en" ? Language::English : Language::Japanese;
    return script;
}

} // namespace

Result<void> savePatientPlan(const std::filesystem::path& file, const PatientPlan& plan)
{
    json consents = json::array();
    for (std::size_t item = 0; item < kConsentItems; ++item)
        if (plan.consents.test(item))
            consents.push_back(kItems[item]);
    const json content{{"people", plan.people.string()},
                       {"persona", plan.persona},
                       {"method", kMethods[static_cast<std::size_t>(plan.method)]},
                       {"wrong_pins", plan.wrongPins},
                       {"consents", consents},
                       {"register", plan.registerFirstUse},
                       {"camera", plan.camera.string()},
                       {"language", plan.language == Language::English ? "en" : "ja"}};
    std::ofstream stream{file};
    stream << content.dump(2) << '\n';
    return stream ? Result<void>{} : invalid();
}

Result<PatientScript> loadPatientScript(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    const auto plan = json::parse(stream, nullptr, false);
    try { // a value of the wrong type throws; what it says is not passed on
        if (!plan.is_object())
            return invalid();
        const auto people = loadPeople(plan.value("people", ""));
        if (!people)
            return people.fault();
        const auto* persona = findPersona(*people, plan.value("persona", ""));
        return persona != nullptr ? scriptFrom(plan, *persona) : Result<PatientScript>{invalid()};
    } catch (const json::exception&) {
        return invalid();
    }
}

} // namespace madoguchi
