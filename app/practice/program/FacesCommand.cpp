// SPDX-License-Identifier: Apache-2.0
// madoguchi-practice faces --dir DIR [--persona NAME...]
#include "practice/program/PracticeCommands.h"

#include "drivers/sim/people/FacesFolder.h"
#include "drivers/sim/people/LikenessFile.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi {

namespace {

struct FacesOptions {
    std::string practiceFolder;
    std::vector<std::string> names; ///< empty: everybody
};

int failed(const char* what, const Fault& fault)
{
    std::fprintf(stderr, "faces: %s (%.*s, %lld)\n", what, static_cast<int>(fault.where.size()),
                 fault.where.data(), static_cast<long long>(fault.value));
    return 1;
}

/// The personas that were asked for; fewer than asked when a name is unknown.
std::vector<Likeness> only(std::vector<Likeness> all, const std::vector<std::string>& names)
{
    if (!names.empty()) {
        std::erase_if(all, [&](const Likeness& persona) {
            return std::find(names.begin(), names.end(), persona.name) == names.end();
        });
    }
    return all;
}

int makeFaces(const FacesOptions& options)
{
    const Result<std::vector<Likeness>> all = shippedLikenesses();
    if (!all) {
        return failed("faces.toml is invalid", all.fault());
    }
    const std::vector<Likeness> personas = only(*all, options.names);
    if (personas.empty() || (!options.names.empty() && personas.size() != options.names.size())) {
        std::fputs("faces: no such persona in faces.toml\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = std::filesystem::path{options.practiceFolder} / "faces";
    const std::vector<Likeness> troubled = options.names.empty() ? *all : std::vector<Likeness>{};
    const Result<FacesMade> made = fillFacesFolder(folder, personas, troubled);
    if (!made) {
        return failed("cannot write the pictures", made.fault());
    }
    std::printf("faces: %d pictures rendered, %d folders up to date\n", made->rendered, made->kept);
    return 0;
}

} // namespace

void addFaces(CLI::App& program, Job& chosen)
{
    const auto options = std::make_shared<FacesOptions>();
    CLI::App* const faces =
        program.add_subcommand("faces", "Render the invented people for card photos and camera");
    faces->add_option("--dir", options->practiceFolder, "The practice directory")->required();
    faces->add_option("--persona", options->names, "Only these people of faces.toml");
    faces->callback([options, &chosen] { chosen = [options] { return makeFaces(*options); }; });
}

} // namespace madoguchi
