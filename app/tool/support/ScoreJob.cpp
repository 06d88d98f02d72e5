// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/PresenceVotes.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "faceauth/watch/MaskTrace.h"
#include "faceauth/watch/ScreenTrace.h"
#include "tool/support/FaceJobs.h"
#include "tool/support/PictureCrew.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <ostream>

namespace madoguchi {

namespace {

using nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Timings {
    double decode{0};
    double detect{0};
    double embed{0};
    double liveness{0};

    [[nodiscard]] ordered_json json() const
    {
        return {{"decode_ms", decode}, {"detect_ms", detect}, {"embed_ms", embed}, {"liveness_ms", liveness}};
    }
};

/// The face in one picture, and what the other voices say of it.
struct Look {
    Embedding face;
    double alive{0}, mask{0};
    std::optional<double> grid{}; ///< nothing where the picture is too small to tell
};

std::optional<Look> look(FaceModels& models, const std::filesystem::path& file, ordered_json& timings,
                         std::ostream& errors)
{
    Timings times;
    auto start = Clock::now();
    const auto picture = readPicture(file);
    times.decode = millisecondsSince(start);
    if (!picture) {
        complain(errors, file.string() + ": no picture that can be read", picture.fault());
        return std::nullopt;
    }
    start = Clock::now();
    const auto face = models.finder.findOne(*picture);
    times.detect = millisecondsSince(start);
    if (!face) {
        complain(errors, file.string() + ": no face was found");
        return std::nullopt;
    }
    start = Clock::now();
    Look seen{.face = models.network.embed(*picture, face->points)};
    times.embed = millisecondsSince(start);
    start = Clock::now();
    seen.alive = models.liveness.alive(surroundings(*picture, face->box));
    times.liveness = millisecondsSince(start);
    seen.mask = maskTrace(*picture, face->points);
    seen.grid = gridStrength(*picture, face->box);
    timings.push_back(times.json());
    return seen;
}

const char* nameOf(double score, const Thresholds& limits)
{
    if (score < limits.accept)
        return "accepted";
    return score < limits.ask ? "ask_staff" : "not_confirmed";
}

ordered_json voicesOf(const std::vector<Look>& looks, const Embedding& card)
{
    ordered_json pictures = ordered_json::array();
    std::vector<double> alive;
    for (const Look& one : looks) {
        alive.push_back(one.alive);
        pictures.push_back({{"distance", distance(card, one.face)},
                            {"alive", one.alive},
                            {"mask", one.mask},
                            {"grid", one.grid ? ordered_json(*one.grid) : ordered_json()}});
    }
    return {{"live", pictures},
            {"alive_median", median(alive)},
            {"alive_enough", PresenceVotes::kAlive},
            {"mask_seen_from", kMaskSeen}};
}

} // namespace

int runFaceScore(const FaceOptions& options, const std::filesystem::path& reference,
                 const std::vector<std::filesystem::path>& lives, std::ostream& answer, std::ostream& errors)
{
    const auto start = Clock::now();
    auto models = loadFaceModels(options.files());
    if (!models)
        return complain(errors, options.models.string() + ": models or calibration cannot be loaded",
                        models.fault());
    const double loaded = millisecondsSince(start);
    ordered_json pictures = ordered_json::array();
    const auto card = look(*models, reference, pictures, errors);
    if (!card)
        return 1;
    std::vector<Look> looks;
    std::vector<Embedding> shots;
    for (const auto& live : lives) {
        auto seen = look(*models, live, pictures, errors);
        if (!seen)
            return 1;
        shots.push_back(seen->face);
        looks.push_back(std::move(*seen));
    }
    const auto compare = Clock::now();
    const double score = distance(card->face, fused(shots));
    const Thresholds& limits = models->rule.thresholds(static_cast<int>(shots.size()));
    const double compared = millisecondsSince(compare);
    answer << ordered_json{{"decision", nameOf(score, limits)},
                           {"score", score},
                           {"thresholds", {{"accept", limits.accept}, {"ask", limits.ask}}},
                           {"shots", shots.size()},
                           {"voices", voicesOf(looks, card->face)},
                           {"timings",
                            {{"load_ms", loaded},
                             {"reference", pictures.front()},
                             {"live", ordered_json(pictures.begin() + 1, pictures.end())},
                             {"compare_ms", compared}}}}
                  .dump()
           << '\n';
    return 0;
}

int runFaceModels(const FaceOptions& options, std::ostream& answer)
{
    ordered_json models = ordered_json::array();
    for (const PublishedModel* model : kCatalogue) {
        ordered_json files;
        for (const ModelFile& file : filesOf(*model))
            files[std::string{file.name}] = file.sha256;
        const char* state = isAbsent(options.models, *model)        ? "absent"
                            : readPublished(options.models, *model) ? "present"
                                                                    : "not what the catalogue says";
        models.push_back({{"name", model->name},
                          {"purpose", model->purpose},
                          {"origin", model->origin},
                          {"licence", model->licence},
                          {"sha256", files},
                          {"state", state}});
    }
    answer << ordered_json{{"folder", options.models.string()}, {"models", models}}.dump(2) << '\n';
    return 0;
}

} // namespace madoguchi
