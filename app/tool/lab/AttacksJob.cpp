// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Attacks.h"
#include "drivers/sim/people/Invented.h"
#include "drivers/sim/people/LikenessFile.h"
#include "faceauth/compare/FaceModels.h"
#include "faceauth/compare/PresenceVotes.h"
#include "faceauth/watch/HeadTurn.h"
#include "faceauth/watch/ScreenTrace.h"
#include "tool/lab/DrawnFaceJobs.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace madoguchi {

namespace {

using nlohmann::ordered_json;

constexpr std::chrono::milliseconds kFrame{33};
constexpr std::size_t kHold = 3; ///< frames that a picture stays, as before the practice camera

/// What one presentation, bona fide or attack, looked like to the defence.
struct Trial {
    bool faceFound{false};
    bool solid{false};
    bool screen{false};
    TurnFigures figures; ///< when the nose had wandered furthest; zeros when it never seemed to
    double grid{0};
    double alive{0}; ///< the median of all looks

    [[nodiscard]] bool passesTurn() const { return solid && !screen; }
    [[nodiscard]] bool seemsAlive() const { return alive >= PresenceVotes::kAlive; }

    /// A clear face's way: alive, or as far from a picture as a turn can mend.
    [[nodiscard]] bool takenForReal() const
    {
        return faceFound && !screen && (seemsAlive() || (alive >= PresenceVotes::kPicture && solid));
    }
    /// The same where a turn is asked for before every yes.
    [[nodiscard]] bool takenForRealTurning() const { return takenForReal() && solid; }
};

/// Who finds faces, and who says whether they are there.
struct Eyes {
    FaceFinder& finder;
    LivenessNetwork& liveness;
};

Trial tryOut(Eyes eyes, const std::vector<Image>& pictures, Turn turn)
{
    HeadTurn challenge{turn == Turn::ToTheirLeft ? TurnSide::Left : TurnSide::Right, {}};
    Trial trial;
    GridVotes votes;
    std::vector<double> looks;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto faces = eyes.finder.find(pictures[i]);
        std::optional<Landmarks> points;
        if (faces.size() == 1) {
            points = faces.front().points;
            trial.faceFound = true;
            votes.add(pictures[i], faces.front().box);
            looks.push_back(eyes.liveness.alive(surroundings(pictures[i], faces.front().box)));
            trial.grid = std::max(trial.grid, gridStrength(pictures[i], faces.front().box).value_or(0));
        }
        for (std::size_t frame = 0; frame < kHold; ++frame) {
            const auto state = challenge.observe(pictures[i], points, kFrame * (kHold * i + frame));
            trial.solid = trial.solid || state == HeadTurn::State::Solid;
        }
        if (const auto figures = challenge.figures();
            figures && figures->nose.ridge > trial.figures.nose.ridge)
            trial.figures = *figures;
    }
    trial.screen = votes.seen();
    trial.alive = looks.empty() ? 0 : median(std::move(looks));
    return trial;
}

ordered_json spread(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {{"least", values.front()}, {"median", at(0.5)}, {"most", values.back()}};
}

template<typename Of>
ordered_json spreadOf(const std::vector<Trial>& trials, Of&& of)
{
    std::vector<double> values;
    for (const Trial& trial : trials)
        values.push_back(of(trial));
    return spread(std::move(values));
}

double share(const std::vector<Trial>& trials, bool (*counts)(const Trial&))
{
    return static_cast<double>(std::ranges::count_if(trials, counts)) / static_cast<double>(trials.size());
}

ordered_json figuresOf(const std::vector<Trial>& trials)
{
    return {{"presentations", trials.size()},
            {"face_found", std::ranges::count_if(trials, &Trial::faceFound)},
            {"ridge", spreadOf(trials, [](const Trial& t) { return t.figures.nose.ridge; })},
            {"parallax", spreadOf(trials, [](const Trial& t) { return t.figures.nose.parallax; })},
            {"bend", spreadOf(trials, [](const Trial& t) { return t.figures.bend; })},
            {"depth", spreadOf(trials, [](const Trial& t) { return t.figures.depth; })},
            {"grid", spreadOf(trials, [](const Trial& t) { return t.grid; })},
            {"alive", spreadOf(trials, [](const Trial& t) { return t.alive; })}};
}

/// Everybody turning their head, once to each side, by name in the order of faces.toml.
struct Cast {
    std::vector<Likeness> people;
    std::vector<std::vector<Image>> turns; ///< to the side of turnOf()
};

Turn turnOf(std::size_t person)
{
    return person % 2 == 0 ? Turn::ToTheirLeft : Turn::ToTheirRight;
}

Result<std::vector<Likeness>> castFor(const FaceAttacksQuestion& question)
{
    if (question.invented > 0) {
        std::vector<Likeness> people;
        for (int i = 0; i < question.invented; ++i)
            people.push_back(inventedPerson(static_cast<std::uint32_t>(question.firstOfThem + i)));
        return people;
    }
    auto people = shippedLikenesses();
    if (people && question.people > 0 && static_cast<std::size_t>(question.people) < people->size())
        people->resize(static_cast<std::size_t>(question.people));
    return people;
}

ordered_json attackFigures(const Cast& cast, AttackSpecies species, Eyes eyes)
{
    std::vector<Trial> trials;
    const auto count = cast.people.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto other = (i + 2) % count < 2 ? (i + count - 2) % count : i + 2; // turns to the same side
        const float screen = count > 1 ? static_cast<float>(i) / static_cast<float>(count - 1) : 0.5F;
        trials.push_back(
            tryOut(eyes, attack(species, cast.people[i], turnOf(i), cast.turns[i], cast.turns[other], screen),
                   turnOf(i)));
    }
    ordered_json told = figuresOf(trials);
    told["apcer"] = share(trials, [](const Trial& t) { return t.takenForReal(); });
    told["apcer_turning_always"] = share(trials, [](const Trial& t) { return t.takenForRealTurning(); });
    told["apcer_without_second_voice"] = share(trials, [](const Trial& t) { return t.passesTurn(); });
    told["apcer_turn_alone"] = share(trials, [](const Trial& t) { return t.solid; });
    told["apcer_second_voice_alone"] = share(trials, [](const Trial& t) { return t.seemsAlive(); });
    told["grid_seen"] = share(trials, [](const Trial& t) { return t.screen; });
    return told;
}

} // namespace

int runFaceAttacks(const FaceOptions& options, const FaceAttacksQuestion& question, std::ostream& answer,
                   std::ostream& errors)
{
    auto everybody = castFor(question);
    if (!everybody)
        return complain(errors, "the practice's people cannot be had", everybody.fault());
    auto reader = loadPublishedLandmarks(options.models);
    auto liveness = loadPublishedLiveness(options.models);
    if (!reader || !liveness)
        return complain(errors, options.models.string() + ": the models cannot be loaded",
                        reader ? liveness.fault() : reader.fault());
    FaceFinder finder{*std::move(reader)};
    const Eyes eyes{finder, *liveness};
    Cast cast{.people = *std::move(everybody), .turns = {}};
    std::vector<Trial> trials;
    for (std::size_t i = 0; i < cast.people.size(); ++i) {
        cast.turns.push_back(headTurn(cast.people[i], turnOf(i)));
        trials.push_back(tryOut(eyes, cast.turns.back(), turnOf(i)));
    }
    ordered_json told{{"standard", "names of ISO/IEC 30107-3; not a test by it: everything is drawn"},
                      {"people", question.invented > 0 ? "invented" : "practice"},
                      {"limits_fitted_on", "invented people 0 to 23"},
                      {"bona_fide", figuresOf(trials)}};
    told["bona_fide"]["bpcer"] = share(trials, [](const Trial& t) { return !t.takenForReal(); });
    told["bona_fide"]["bpcer_turning_always"] =
        share(trials, [](const Trial& t) { return !t.takenForRealTurning(); });
    told["bona_fide"]["bpcer_without_second_voice"] =
        share(trials, [](const Trial& t) { return !t.passesTurn(); });
    told["bona_fide"]["grid_seen"] = share(trials, [](const Trial& t) { return t.screen; });
    for (std::size_t i = 0; i < kAttackSpecies.size(); ++i)
        told["attacks"][std::string{kAttackSpecies[i]}] =
            attackFigures(cast, static_cast<AttackSpecies>(i), eyes);
    answer << told.dump(2) << '\n';
    return 0;
}

} // namespace madoguchi
