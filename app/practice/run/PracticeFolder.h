// SPDX-License-Identifier: Apache-2.0
// Everything a practice needs on disk: authorities, faces, the receipt computer's folders and the terminal's
// settings. Made once; a second call finds it there.
#pragma once

#include "domain/status/HeadTurnRule.h"
#include "drivers/sim/personas/Persona.h"
#include "foundation/base/Result.h"
#include "practice/patient/PatientFile.h"
#include "practice/patient/ScriptedStaff.h"

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi {

/// How the kiosk is shown.
enum class PracticeWindow : std::uint8_t {
    None,      ///< no kiosk at all: the patient is a script
    Offscreen, ///< drawn, but on no display
    Window,    ///< on the display
};

struct PracticeSettings {
    std::filesystem::path models;     ///< filled by packaging/fetch-models
    std::filesystem::path programs{}; ///< the folder with the product's executables; empty: this program's
    std::uint16_t centralPort{8443};
    PracticeWindow window{PracticeWindow::None};
    bool scripted{true}; ///< a patient answers by patient.json
    bool staff{false};   ///< staff serve by staff.json in the place of their window
    bool face{true};
    HeadTurnRule headTurn{HeadTurnRule::Doubt};
    std::string encoding{"utf-8"};
    std::string group{}; ///< whose members fetch what is handed over
    std::string extra{}; ///< more TOML, at the end
};

class PracticeFolder {
public:
    /// Makes what is missing. `people`: another people.toml; empty = the product's own.
    static Result<PracticeFolder> open(const std::filesystem::path& folder,
                                       const std::filesystem::path& people = {});

    /// Renders the faces that are not there yet (half a minute for one person, once).
    Result<void> needFaces(const std::vector<std::string>& personas) const;

    /// Writes terminal.toml.
    Result<void> writeSettings(const PracticeSettings& settings) const;

    /// Lays out the receipt computer's charts, if there are none yet.
    Result<void> needCharts() const;

    /// Writes staff.json.
    Result<void> writeStaff(const StaffScript& script) const;

    /// Writes patient.json.
    Result<void> writePatient(PatientPlan plan) const;

    /// Draws an attack with a picture of `persona`. Returns who to let stand before the camera for it.
    Result<std::string> needAttack(const std::string& persona, const std::string& species) const;

    /// Who stands before the camera from now on.
    Result<void> standBeforeCamera(const std::string& persona) const;

    /// Whoever stands there turns their head.
    Result<void> turn(Facing facing) const { return turnHead(camera(), facing); }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
    [[nodiscard]] std::filesystem::path settings() const { return folder_ / "terminal.toml"; }
    [[nodiscard]] std::filesystem::path received() const { return folder_ / "receipt" / "face"; }
    [[nodiscard]] std::filesystem::path charts() const { return folder_ / "receipt" / "charts.json"; }
    [[nodiscard]] const std::filesystem::path& peopleFile() const { return peopleFile_; }
    [[nodiscard]] const std::vector<Persona>& people() const { return people_; }

private:
    [[nodiscard]] std::filesystem::path camera() const { return folder_ / "camera"; }

    std::filesystem::path folder_, peopleFile_;
    std::vector<Persona> people_;
};

} // namespace madoguchi
