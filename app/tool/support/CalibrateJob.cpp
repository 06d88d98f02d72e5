// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/CalibrationFile.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "faceauth/study/CalibrationFit.h"
#include "tool/support/FaceJobs.h"
#include "tool/support/FaceLabels.h"
#include "tool/support/PictureCrew.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace madoguchi {

namespace {

using nlohmann::ordered_json;

/// Pictures and whose they are, line by line.
struct Labelled {
    std::vector<ListLine> lines;
    std::vector<std::filesystem::path> files;
    std::vector<std::string> identities;
};

bool readLabelled(const std::filesystem::path& list, const People& people, Labelled& labelled,
                  std::ostream& errors)
{
    if (!readList(list, labelled.lines, errors))
        return false;
    for (const ListLine& line : labelled.lines) {
        std::string path;
        std::string identity;
        if (!splitLast(line.text, path, identity)) {
            complain(errors, line.place + ": expected a picture's path and an identity");
            return false;
        }
        if (!people.contains(identity)) {
            complain(errors, line.place + ": nobody says who " + identity + " is");
            return false;
        }
        labelled.files.emplace_back(path);
        labelled.identities.push_back(identity);
    }
    return true;
}

/// The faces in the list's order, so that the same files give the same calibration. Nothing after a
/// complaint.
std::optional<std::vector<LabelledFace>> facesIn(const FaceOptions& options, const Labelled& labelled,
                                                 std::ostream& errors)
{
    std::vector<std::optional<Embedding>> seen(labelled.files.size());
    bool readable = true;
    const auto looked = lookAtAll(options.models, labelled.files, [&](std::size_t number, const Seen& one) {
        const std::string where = labelled.lines[number].place + ": " + labelled.files[number].string();
        readable = one.readable;
        if (!one.readable)
            complain(errors, where + ": no picture that can be read");
        else if (!one.face)
            complain(errors, where + ": no face was found; left out");
        seen[number] = one.face;
        return readable;
    });
    if (!looked)
        complain(errors, options.models.string() + ": the models cannot be loaded", looked.fault());
    if (!looked || !readable)
        return std::nullopt;
    std::vector<LabelledFace> faces;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i])
            faces.push_back({std::move(*seen[i]), labelled.identities[i]});
    return faces;
}

ordered_json summaryOf(const CalibrationFit& fit, std::size_t pictures, std::size_t faces)
{
    ordered_json rows = ordered_json::array();
    for (const Thresholds& row : fit.thresholds)
        rows.push_back({{"shots", row.shots}, {"accept", row.accept}, {"ask", row.ask}});
    return {{"pictures", pictures},
            {"faces", faces},
            {"thresholds", rows},
            {"missing", fit.missing},
            {"groups", toJson(fit.figures)}};
}

} // namespace

int runFaceCalibrate(const FaceOptions& options, const std::filesystem::path& list,
                     const std::filesystem::path& groups, const std::filesystem::path& out,
                     std::ostream& summary, std::ostream& errors)
{
    People people;
    Labelled labelled;
    if (!readPeople(groups, people, errors) || !readLabelled(list, people, labelled, errors))
        return 1;
    const auto faces = facesIn(options, labelled, errors);
    if (!faces)
        return 1;
    auto outcome = fitCalibration(*faces, people);
    if (const auto* lacking = std::get_if<std::string>(&outcome))
        return complain(errors, list.string() + ": " + *lacking);
    const auto& fit = std::get<CalibrationFit>(outcome);
    for (const std::string& group : fit.missing)
        complain(errors, "warning: too few comparisons between people of the group \"" + group +
                             "\" to keep any rate for them");
    const ordered_json told = summaryOf(fit, labelled.files.size(), faces->size());
    if (!writeCalibration(out, {.about = {"Fitted by madoguchi-tool face calibrate.", told.dump()},
                                .modelHash = std::string{kFeatureModel.weights.sha256},
                                .thresholds = fit.thresholds}))
        return complain(errors, out.string() + ": cannot be written");
    summary << told.dump() << '\n';
    return 0;
}

} // namespace madoguchi
