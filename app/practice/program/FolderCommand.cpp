// SPDX-License-Identifier: Apache-2.0
// madoguchi-practice folder --dir DIR --models DIR [--persona NAME] [--method face|pin] [--group NAME]
// Makes a practice folder with its settings and patient, for a terminal that somebody else starts: a unit,
// for instance. The central system and the card are the subcommands of these names.
#include "practice/program/PracticeCommands.h"
#include "practice/run/PracticeFolder.h"

#include <cstdio>
#include <map>
#include <memory>

namespace madoguchi {

namespace {

struct FolderOptions {
    std::filesystem::path folder;
    std::string persona{"hanako"};
    Method method{Method::Pin};
    PracticeSettings settings;
};

int failed(const char* what, const Fault& fault)
{
    std::fprintf(stderr, "madoguchi-practice folder: %s (%.*s %lld)\n", what,
                 static_cast<int>(fault.where.size()), fault.where.data(),
                 static_cast<long long>(fault.value));
    return 1;
}

int makeFolder(const FolderOptions& options)
{
    const auto folder = PracticeFolder::open(options.folder);
    if (!folder)
        return failed("it cannot be made", folder.fault());
    if (findPersona(folder->people(), options.persona) == nullptr) {
        std::fprintf(stderr, "madoguchi-practice folder: nobody is called %s\n", options.persona.c_str());
        return 2;
    }
    if (const auto written = folder->writeSettings(options.settings); !written)
        return failed("the settings cannot be written", written.fault());
    if (const auto laid = folder->needCharts(); !laid)
        return failed("the charts cannot be laid out", laid.fault());
    if (const auto drawn = folder->needFaces({options.persona}); !drawn)
        return failed("the faces cannot be rendered", drawn.fault());
    if (const auto there = folder->standBeforeCamera(options.persona); !there)
        return failed("nobody can stand before the camera", there.fault());
    PatientPlan plan;
    plan.persona = options.persona;
    plan.method = options.method;
    const auto written = folder->writePatient(plan);
    return written ? 0 : failed("the patient's plan cannot be written", written.fault());
}

} // namespace

void addFolder(CLI::App& program, Job& chosen)
{
    auto options = std::make_shared<FolderOptions>();
    options->settings.window = PracticeWindow::Window;
    auto* command =
        program.add_subcommand("folder", "Make a practice folder for a terminal that a unit starts");
    command->add_option("--dir", options->folder, "The practice folder")->required();
    command->add_option("--models", options->settings.models, "Folder filled by packaging/fetch-models")
        ->required();
    command->add_option("--persona", options->persona, "Who comes; see resources/personas/people.toml");
    command->add_option("--method", options->method, "face or pin")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Method>{{"face", Method::Face}, {"pin", Method::Pin}}));
    command->add_option("--group", options->settings.group, "[handoff] group: the receipt computer's");
    command->callback([options, &chosen] { chosen = [options] { return makeFolder(*options); }; });
}

} // namespace madoguchi
