// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/CalibrationFile.h"
#include "faceauth/study/CalibrationFit.h"
#include "tool/support/FaceJobs.h"
#include "tool/support/PictureCrew.h"

#include <nlohmann/json.hpp>

#include <map>
#include <ostream>

namespace madoguchi {

namespace {

using nlohmann::ordered_json;

/// Pictures and whose they are, line by line.
struct Labelled {
    std::vector<ListLine> lines;
    std::vector<std::filesystem::path> files;
    std::vector<std::string> identities;
    std::vector<std::string> groups;
};

bool readGroups(const std::filesystem::path& file, std::map<std::string, std::string>& groups,
                std::ostream& errors)
{
    std::vector<ListLine> lines;
    if (!readList(file, lines, errors))
        return false;
    for (const ListLine& line : lines) {
        std::string identity;
        std::string group;
        if (!splitLast(line.text, identity, group)) {
            complain(errors, line.place + ": expected an identity and its group");
            return false;
        }
        if (!groups.emplace(identity, group).second && groups[identity] != group) {
            complain(errors, line.place + ": " + identity + " has a group already");
            return false;
        }
    }
    return true;
}

bool readLabelled(const std::filesystem::path& list, const std::map<std::string, std::string>& groups,
                  Labelled& labelled, std::ostream& errors)
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
        const auto group = groups.find(identity);
        if (group == groups.end()) {
            complain(errors, line.place + ": " + identity + " has no group");
            return false;
        }
        labelled.files.emplace_back(path);
        labelled.identities.push_back(identity);
        labelled.groups.push_back(group->second);
    }
    return true;
}

/// The faces in the list's order, so that the same files give the same calibration.
std::vector<LabelledFace> collected(const Labelled& labelled, std::vector<std::optional<FaceTemplate>>& seen)
{
    std::vector<LabelledFace> faces;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i])
            faces.push_back({std::move(*seen[i]), labelled.identities[i], labelled.groups[i]});
    return faces;
}

ordered_json summaryOf(const CalibrationFit& fit, std::size_t pictures, std::size_t faces)
{
    ordered_json rows = ordered_json::array();
    for (const Thresholds& row : fit.thresholds)
        rows.push_back({{"shots", row.shots}, {"accept", row.accept}, {"ask", row.ask}});
    ordered_json figures = ordered_json::array();
    for (const FitFigures& one : fit.figures)
        figures.push_back({{"shots", one.shots},
                           {"group", one.group},
                           {"strangers", one.strangers},
                           {"holders", one.holders},
                           {"fmr_accept", one.falseMatchAccept},
                           {"fmr_ask", one.falseMatchAsk},
                           {"fnmr_accept", one.falseNonMatchAccept},
                           {"fnmr_ask", one.falseNonMatchAsk}});
    return {{"pictures", pictures}, {"faces", faces}, {"thresholds", rows}, {"figures", figures}};
}

} // namespace

int runFaceCalibrate(const FaceOptions& options, const std::filesystem::path& list,
                     const std::filesystem::path& groups, const std::filesystem::path& out,
                     std::ostream& summary, std::ostream& errors)
{
    std::map<std::string, std::string> groupOf;
    Labelled labelled;
    if (!readGroups(groups, groupOf, errors) || !readLabelled(list, groupOf, labelled, errors))
        return 1;
    std::vector<std::optional<FaceTemplate>> seen(labelled.files.size());
    Calibration calibration;
    bool readable = true;
    const auto looked = lookAtAll(
        options.files(), labelled.files,
        [&](const FaceReader& reader) {
            calibration.modelHashes = reader.modelHashes();
            return true;
        },
        [&](std::size_t number, const Seen& one) {
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
        return complain(errors, options.models.string() + ": the models cannot be loaded", looked.fault());
    if (!readable)
        return 1;
    const std::vector<LabelledFace> faces = collected(labelled, seen);
    auto outcome = fitCalibration(faces);
    if (const auto* lacking = std::get_if<std::string>(&outcome))
        return complain(errors, list.string() + ": " + *lacking);
    auto& fit = std::get<CalibrationFit>(outcome);
    const ordered_json told = summaryOf(fit, labelled.files.size(), faces.size());
    calibration.about = {"Fitted by madoguchi-tool face calibrate.", told.dump()};
    calibration.members = std::move(fit.members);
    calibration.thresholds = std::move(fit.thresholds);
    if (!writeCalibration(out, calibration))
        return complain(errors, out.string() + ": cannot be written");
    summary << told.dump() << '\n';
    return 0;
}

} // namespace madoguchi
