// SPDX-License-Identifier: Apache-2.0
#include "practice/patient/ScriptedStaff.h"
#include "practice/program/LineCommand.h"

namespace madoguchi {
namespace {

/// False when the visit has hung up.
bool sendAll(Channel& line, const std::vector<PaneInput>& inputs)
{
    for (const auto& input : inputs)
        if (!line.send(std::visit([](const auto& what) { return encode(what); }, input)))
            return false;
    return true;
}

/// In the place of the staff's window, until there is nothing left to do. The script is read when the window
/// is opened: a warm one does not know yet whom it will be for.
LineStep attend(const std::string& file)
{
    return [file, staff = std::optional<ScriptedStaff>{}](
               Channel& line, std::string_view message) mutable -> std::optional<int> {
        const auto view = decodePaneView(message);
        if (!view)
            return 1;
        if (!view->shown)
            return std::nullopt;
        if (!staff) {
            auto script = loadStaffScript(file);
            if (!script)
                return 1;
            staff.emplace(*std::move(script));
        }
        if (!sendAll(line, staff->sees(*view)) || staff->done())
            return 0;
        return std::nullopt;
    };
}

} // namespace

void addStaff(CLI::App& program, Job& chosen)
{
    addLineCommand(program, chosen,
                   {"staff", "Serve a patient without a card from the staff's window",
                    "What staff mean to do", "staff", attend});
}

} // namespace madoguchi
