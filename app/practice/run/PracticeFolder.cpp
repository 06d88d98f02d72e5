// SPDX-License-Identifier: Apache-2.0
#include "practice/run/PracticeFolder.h"

#include "drivers/sim/card/CardAuthorities.h"
#include "drivers/sim/people/AttackFolder.h"
#include "drivers/sim/people/FacesFolder.h"
#include "drivers/sim/people/LikenessFile.h"
#include "drivers/sim/personas/PeopleFile.h"
#include "foundation/process/Resources.h"
#include "foundation/process/StartProgram.h"
#include "practice/pki/PracticePki.h"
#include "practice/run/ReservationList.h"
#include "services/staff/PracticeStaff.h"

#include <algorithm>
#include <fstream>

namespace madoguchi {
namespace {

namespace fs = std::filesystem;

Fault invalid(std::string_view where, const std::error_code& error = {})
{
    return {FaultCode::SettingsInvalid, FaultSpace::Errno, error.value(), where};
}

std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string wordOf(HeadTurnRule rule)
{
    switch (rule) {
    case HeadTurnRule::Never:
        return "never";
    case HeadTurnRule::Doubt:
        return "doubt";
    case HeadTurnRule::Always:
        return "always";
    }
    return "doubt";
}

/// Beside the programs in the tree they were built in, below lib where they are installed.
fs::path practiceFaceProgram(const fs::path& programs)
{
    const auto built = programs / "practice" / "madoguchi-face";
    return fs::exists(built) ? built : programs.parent_path() / "lib/madoguchi/practice/madoguchi-face";
}

std::string settingsText(const PracticeSettings& s)
{
    const auto models = fs::absolute(s.models).string();
    const auto window = s.window == PracticeWindow::None ? "none" : "window";
    std::string text = R"(# Written by madoguchi-practice; changes are lost at its next start.
practice = true
terminal = "practice-1"
runtime_folder = "run"
[institution]
code = ")" + std::string{kPracticeInstitution} +
                       R"("
kind = "clinic"
name = "みなと内科クリニック"
[card]
reader = "Virtual PCD 00 00"
ca_files = ["pki/jpki-ca.pem"]
face_keys = ["pki/surface-ca.pem"]
pinless_certificate = "pki/terminal-cvc.bin"
pinless_key = "pki/terminal-cvc.key"
face_camera = "practice:."
[central]
url = "https://localhost:)" +
                       std::to_string(s.centralPort) + R"(/"
ca = "pki/central-ca.pem"
crl = "pki/central-crl.pem"
certificate = "pki/terminal.pem"
key = "pki/terminal.key"
[handoff]
folder = "receipt/face"
staging = "receipt/staging"
req = "receipt/req"
res = "receipt/res"
reservations = "receipt/reservations"
charts = "receipt/charts.json"
group = ")" + s.group +
                       R"("
encoding = ")" + s.encoding +
                       R"("
[face]
enabled = )" + (s.face ? "true" : "false") +
                       R"(
camera = "practice:camera"
models = ")" + models + R"("
calibration = ")" + (resourceFolder() / "face" / "calibration.json").string() +
                       R"("
program = ")" + practiceFaceProgram(s.programs.empty() ? programFolder() : s.programs).string() +
                       R"("
head_turn = ")" + wordOf(s.headTurn) +
                       R"("
[reference_number]
register = true
links = "links"
[kiosk]
window = ")" + window + R"("
width = 1280
height = 800
[audit]
folder = "audit"
[staff]
folder = "staff"
)";
    if (s.scripted || s.staff)
        text += "[practice_patient]\n";
    if (s.scripted)
        text += "script = \"patient.json\"\n";
    if (s.staff)
        text += "staff = \"staff.json\"\n";
    return text + s.extra;
}

} // namespace

Result<PracticeFolder> PracticeFolder::open(const fs::path& folder, const fs::path& people)
{
    PracticeFolder practice;
    std::error_code error;
    for (const auto* part : {"", "pki", "run", "audit", "receipt/staging", "receipt/face", "receipt/req",
                             "receipt/res", "receipt/reservations", "log"}) {
        fs::create_directories(folder / part, error);
        if (error)
            return invalid("practice/folder", error);
    }
    practice.folder_ = fs::canonical(folder, error);
    for (const auto* secret : {"run", "audit"})
        fs::permissions(practice.folder_ / secret, fs::perms::owner_all, error);
    practice.peopleFile_ = people.empty() ? madoguchi::peopleFile() : fs::absolute(people);
    auto loaded = loadPeople(practice.peopleFile_);
    if (!loaded)
        return loaded.fault();
    practice.people_ = *std::move(loaded);
    if (const auto booked =
            writeReservationList(practice.folder_ / "receipt" / "reservations", practice.people_, now());
        !booked)
        return booked.fault();
    if (const auto hired = hirePracticeStaff(practice.folder_ / "staff"); !hired)
        return hired.fault();
    if (const auto made = ensurePracticePki(practice.folder_ / "pki", now()); !made)
        return made.fault();
    if (const auto made = ensureCardAuthorities(practice.folder_ / "pki", practice.people_, now()); !made)
        return made.fault();
    return practice;
}

Result<void> PracticeFolder::needFaces(const std::vector<std::string>& personas) const
{
    auto all = shippedLikenesses();
    if (!all)
        return all.fault();
    std::erase_if(*all, [&](const Likeness& likeness) {
        return std::find(personas.begin(), personas.end(), likeness.name) == personas.end();
    });
    const auto made = fillFacesFolder(folder_ / "faces", *all, {});
    return made ? Result<void>{} : Result<void>{made.fault()};
}

Result<std::string> PracticeFolder::needAttack(const std::string& persona, const std::string& species) const
{
    const auto all = shippedLikenesses();
    if (!all)
        return all.fault();
    const auto kind = std::ranges::find(kAttackSpecies, species);
    const auto holder = std::ranges::find(*all, persona, &Likeness::name);
    const auto attacker =
        std::ranges::find_if_not(*all, [&](const Likeness& likeness) { return likeness.name == persona; });
    if (kind == kAttackSpecies.end() || holder == all->end() || attacker == all->end())
        return invalid("practice/attack");
    const auto chosen = static_cast<AttackSpecies>(kind - kAttackSpecies.begin());
    if (const auto drawn = fillAttackFolder(folder_ / "faces", *holder, *attacker, chosen); !drawn)
        return drawn.fault();
    return attackName(persona, chosen);
}

Result<void> PracticeFolder::writeSettings(const PracticeSettings& settings) const
{
    std::ofstream file{this->settings()};
    file << settingsText(settings);
    return file ? Result<void>{} : Result<void>{invalid("practice/settings")};
}

Result<void> PracticeFolder::needCharts() const
{
    std::error_code error;
    fs::copy_file(resourceFolder() / "personas" / "charts.json", charts(), fs::copy_options::skip_existing,
                  error);
    return error ? Result<void>{invalid("practice/charts", error)} : Result<void>{};
}

Result<void> PracticeFolder::writeStaff(const StaffScript& script) const
{
    return saveStaffScript(folder_ / "staff.json", script);
}

Result<void> PracticeFolder::writePatient(PatientPlan plan) const
{
    plan.people = peopleFile_;
    plan.camera = camera();
    return savePatientPlan(folder_ / "patient.json", plan);
}

Result<void> PracticeFolder::standBeforeCamera(const std::string& persona) const
{
    return stepUp(camera(), folder_ / "faces", persona);
}

} // namespace madoguchi
