// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/ModelCatalogue.h"
#include "faceauth/compare/ShotComparison.h"
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

    [[nodiscard]] ordered_json json() const
    {
        return {{"decode_ms", decode}, {"detect_ms", detect}, {"embed_ms", embed}};
    }
};

/// The face in one picture, and how long each step took.
std::optional<FaceTemplate> look(FaceModels& models, const std::filesystem::path& file, ordered_json& timings,
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
    auto described = models.describeQuickly(*picture, face->points);
    times.embed = millisecondsSince(start);
    timings.push_back(times.json());
    return described;
}

const char* nameOf(double score, const Thresholds& limits)
{
    if (score < limits.accept)
        return "accepted";
    return score < limits.ask ? "ask_staff" : "not_confirmed";
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
    std::vector<FaceTemplate> shots;
    for (const auto& live : lives) {
        auto shot = look(*models, live, pictures, errors);
        if (!shot)
            return 1;
        shots.push_back(std::move(*shot));
    }
    const auto compare = Clock::now();
    const double score = models->rule.score(*card, fused(shots));
    const Thresholds& limits = models->rule.thresholds(static_cast<int>(shots.size()));
    const double compared = millisecondsSince(compare);
    answer << ordered_json{{"decision", nameOf(score, limits)},
                           {"score", score},
                           {"thresholds", {{"accept", limits.accept}, {"ask", limits.ask}}},
                           {"shots", shots.size()},
                           {"networks", models->embedders.size()},
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
        for (const ModelFile& file : {model->description, model->weights})
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
