// SPDX-License-Identifier: Apache-2.0
#include "practice/run/ReservationList.h"

#include "formats/oqs/BulkAnswer.h"
#include "foundation/base/CivilDate.h"
#include "foundation/process/Resources.h"
#include "practice/central/QualificationFile.h"
#include "practice/pki/PracticePki.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace madoguchi {
namespace {

enum class Found : std::uint8_t { Valid, AnotherInsurance, Ended, Mistyped };

struct Booked {
    const char* id;
    Found found;
};
constexpr std::array<Booked, 4> kBooked{{{"hanako", Found::Valid},
                                         {"jiro", Found::AnotherInsurance},
                                         {"soshitsu", Found::Ended},
                                         {"tenshoku", Found::Mistyped}}};

Qualification qualificationOf(const Persona& persona, const InsuredPerson& insured)
{
    Qualification q = insured.history.empty() ? Qualification{} : insured.history.back().qualification;
    q.cardClassification = "01";
    q.name = persona.name;
    q.nameKana = persona.kana;
    q.sex1 = std::to_string(static_cast<int>(persona.sex));
    q.birthdate = wireDate(persona.birth);
    return q;
}

BulkUnit unitOf(Qualification q, Found found)
{
    BulkUnit unit;
    unit.processingStatus = found == Found::Mistyped ? "2" : "1";
    unit.asked = q;
    if (found == Found::Mistyped) { // nobody was found, so the answer knows no more than the question
        unit.processingCode = "PRACTICE";
        return unit;
    }
    unit.validity = found == Found::Ended ? Validity::Invalid : Validity::Valid;
    if (found == Found::AnotherInsurance)
        q.number = "1" + q.number;
    unit.results = {std::move(q)};
    return unit;
}

} // namespace

Result<void> writeReservationList(const std::filesystem::path& folder, const std::vector<Persona>& people,
                                  std::chrono::sys_seconds now)
{
    const auto insured =
        loadQualifications(resourceFolder() / "personas" / "qualifications.toml", people, civilDay(now));
    if (!insured)
        return insured.fault();
    BulkAnswer list{wireTime(now), {}, std::string{kPracticeInstitution}, "PRACTICE", "1", {}};
    for (const auto& [id, found] : kBooked) {
        const auto* persona = findPersona(people, id);
        if (persona == nullptr)
            continue;
        const auto person = std::ranges::find(*insured, persona->number, &InsuredPerson::number);
        if (person != insured->end())
            list.units.push_back(unitOf(qualificationOf(*persona, *person), found));
    }
    const auto bytes = write(list, Encoding::Utf8);
    if (!bytes)
        return bytes.fault();
    std::ofstream file{folder / "OQSmuquc02res_practice.xml", std::ios::binary};
    file << *bytes;
    return file.flush() ? Result<void>{}
                        : Result<void>{Fault{FaultCode::SettingsInvalid, FaultSpace::None, 0,
                                             "practice/reservations"}};
}

} // namespace madoguchi
