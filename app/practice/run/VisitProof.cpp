// SPDX-License-Identifier: Apache-2.0
#include "practice/run/VisitProof.h"

#include "formats/oqs/QualificationAnswer.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace madoguchi {
namespace {

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// VERIFY as it goes over the wire: a secret of four digits alone would be found everywhere by chance.
std::vector<std::uint8_t> verifyCommand(std::uint8_t reference, const std::string& secret)
{
    std::vector<std::uint8_t> command{0x00, 0x20, 0x00, reference, static_cast<std::uint8_t>(secret.size())};
    command.insert(command.end(), secret.begin(), secret.end());
    return command;
}

} // namespace

bool fileIsAbout(const std::filesystem::path& file, const Persona& persona)
{
    const auto answer = readQualificationAnswer(contentOf(file));
    return answer && answer->referenceClass == "1" && !answer->results.empty() &&
           std::all_of(answer->results.begin(), answer->results.end(),
                       [&](const Qualification& q) { return q.birthdate == compactDate(persona.birth); });
}

Needles needlesOf(const Persona& persona, const PracticeFolder& folder)
{
    constexpr std::size_t kWindow = 8;    // characters of an address
    constexpr std::size_t kPhotoRun = 24; // bytes of the photo's file
    constexpr std::size_t kPhotoStep = 64;

    Needles needles;
    needles.addText("name", persona.name);
    needles.addText("kana", persona.kana);
    needles.addText("address", persona.address, kWindow);
    needles.add("PIN", verifyCommand(0x98, persona.pin));
    needles.add("security number", verifyCommand(0x92, securityNumber(persona)));
    needles.addText("security number", securityNumber(persona));
    const auto photo = contentOf(folder.path() / "faces" / persona.id / "portrait.jp2");
    const std::vector<std::uint8_t> bytes(photo.begin(), photo.end());
    if (bytes.size() > 1000) // the headers of a JP2 are everybody's
        needles.addRuns("photo", std::span{bytes}.subspan(500), kPhotoRun, kPhotoStep);
    return needles;
}

SearchReport searchEverywhere(const Needles& needles, const PracticeFolder& folder)
{
    SearchReport report;
    searchProcesses(needles, {}, report);
    const std::vector<std::filesystem::path> others{folder.path() / "cards", folder.path() / "faces",
                                                    folder.path() / "receipt",
                                                    folder.path() / "central.sqlite"};
    searchFiles(needles, folder.path(), others, report);
    return report;
}

} // namespace madoguchi
