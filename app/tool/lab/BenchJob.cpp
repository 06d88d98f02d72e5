// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Casting.h"
#include "drivers/sim/people/LikenessFile.h"
#include "drivers/sim/people/PictureFile.h"
#include "faceauth/compare/FaceMatcher.h"
#include "faceauth/compare/PortraitDecoder.h"
#include "faceauth/networks/VectorMath.h"
#include "faceauth/study/PeerFlows.h"
#include "tool/lab/DrawnFaceJobs.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>
#include <fstream>
#include <ostream>
#include <thread>

namespace madoguchi {

namespace {

using nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

constexpr int kLookingHere = 4; ///< pictures of the loop in which somebody stands still

std::vector<Image> atDesk(const Likeness& persona)
{
    const Sequence sequence = atTheDesk(persona);
    std::vector<Image> pictures;
    for (int i = 0; i < kLookingHere; ++i) {
        const Shot& shot = sequence.shots[static_cast<std::size_t>(sequence.loopFrom + i)];
        pictures.push_back(render(shot.view, shot.sitters));
    }
    return pictures;
}

/// 30 pictures a second in real time; each differs from the one before it.
class PacedCamera final : public FrameSource {
public:
    explicit PacedCamera(const std::vector<Image>& pictures) : pictures_{pictures} {}

    Result<Frame> next(std::stop_token) override
    {
        constexpr std::chrono::milliseconds kInterval{33};
        due_ = std::max(due_ + kInterval, Clock::now());
        std::this_thread::sleep_until(due_);
        Image image = pictures_[static_cast<std::size_t>(delivered_) % pictures_.size()];
        image.pixels[static_cast<std::size_t>(delivered_++) % image.pixels.size()] ^= 1;
        return Frame{std::move(image),
                     std::chrono::duration_cast<std::chrono::milliseconds>(due_.time_since_epoch())};
    }

private:
    const std::vector<Image>& pictures_;
    Clock::time_point due_{};
    int delivered_{0};
};

double millisecondsOf(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

ordered_json spread(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
    };
    return {{"least", values.front()}, {"p50", at(0.5)}, {"p95", at(0.95)}};
}

template<typename Story>
std::vector<double> timed(int rounds, Story&& story)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto begun = Clock::now();
        story(static_cast<std::size_t>(i));
        times.push_back(millisecondsOf(Clock::now() - begun));
    }
    return times;
}

/// Whole comparisons before a camera: from the first usable face to the decision, and pictures a second.
ordered_json decisions(FaceModels& models, const ChipPortrait& card, const std::vector<Image>& live,
                       int rounds)
{
    std::vector<double> times, pace;
    int accepted = 0;
    for (int i = 0; i < rounds; ++i) {
        PacedCamera camera{live};
        int frames = 0;
        std::optional<FaceDecision> decision;
        FaceMatcher matcher{models,
                            [&](const FaceReport& report) {
                                if (const auto* told = std::get_if<FaceDecision>(&report))
                                    decision = *told;
                            },
                            [&](const Image&) { ++frames; }, HeadTurnRule::Never};
        matcher.giveReference(card);
        const auto begun = Clock::now();
        matcher.run(camera, {});
        pace.push_back(1000 * frames / millisecondsOf(Clock::now() - begun));
        if (decision)
            times.push_back(decision->milliseconds);
        accepted += decision && decision->verdict == FaceVerdict::Accepted ? 1 : 0;
    }
    if (times.empty())
        return {{"rounds", rounds}, {"decided", 0}};
    return {{"rounds", rounds},
            {"decided", times.size()},
            {"accepted", accepted},
            {"decision_ms", spread(times)},
            {"preview_fps", spread(pace)}};
}

/// Which processor's matrix kernels the BLAS library chose, as far as it tells: one that does not know a
/// processor takes old ones, and then other flows look slower than they are. OPENBLAS_CORETYPE chooses
/// others.
std::string blasKernels()
{
    using Name = char* (*)();
    const auto name = reinterpret_cast<Name>(dlsym(RTLD_DEFAULT, "openblas_get_corename"));
    return name == nullptr ? "unknown" : name();
}

/// One core that does nothing but hold others up, for as long as this lives.
class BusyCore {
public:
    BusyCore()
        : worker_{[](const std::stop_token& stop) {
              volatile unsigned long work = 0;
              while (!stop.stop_requested())
                  work = work + 1;
          }}
    {
    }

private:
    std::jthread worker_;
};

/// What a flow of one embedding a frame makes of the holder and of a stranger.
template<typename Flow>
ordered_json peer(Flow&& flow, const Image& card, const std::vector<Image>& holder,
                  const std::vector<Image>& stranger, double threshold, int rounds)
{
    const auto reference = flow(card);
    const auto own = flow(holder.front()), other = flow(stranger.front());
    ordered_json told{
        {"frame_ms",
         spread(timed(rounds, [&](std::size_t i) { static_cast<void>(flow(holder[i % holder.size()])); }))},
        {"threshold", threshold}};
    if (!reference || !own || !other)
        return told["faces"] = "not all found", told;
    told["holder_distance"] = distance(*reference, *own);
    told["stranger_distance"] = distance(*reference, *other);
    told["holder_accepted"] = distance(*reference, *own) < threshold;
    told["stranger_accepted"] = distance(*reference, *other) < threshold;
    return told;
}

/// The card's photo as a card holds it.
Bytes chipPhotoOf(const Likeness& persona)
{
    std::string folder = (std::filesystem::temp_directory_path() / "madoguchi-bench.XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return {};
    const auto file = std::filesystem::path{folder} / "portrait.jp2";
    const Shot shot = chipPhoto(persona);
    const auto written = writeChipPhoto(file, render(shot.view, shot.sitters));
    std::ifstream stream{file, std::ios::binary};
    Bytes bytes{std::istreambuf_iterator<char>{stream}, {}};
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return written ? bytes : Bytes{};
}

} // namespace

int runFaceBench(const FaceOptions& options, const FaceBenchQuestion& question, std::ostream& answer,
                 std::ostream& errors)
{
    const auto people = shippedLikenesses();
    if (!people || people->size() < 2)
        return complain(errors, "the practice's people cannot be had");
    const auto holder = std::ranges::find(*people, question.persona, &Likeness::name);
    const auto stranger =
        std::ranges::find_if(*people, [&](const Likeness& one) { return one.name != question.persona; });
    if (holder == people->end())
        return complain(errors, "nobody is called " + question.persona);
    const ChipPortrait card{chipPhotoOf(*holder)};
    const auto photo = decodePortrait(card.jpeg2000);
    if (!photo)
        return complain(errors, "the chip photo cannot be drawn", photo.fault());
    auto models = loadFaceModels(options.files());
    auto peers = PeerFlows::load(options.models);
    if (!models || !peers)
        return complain(errors, options.models.string() + ": models or calibration cannot be loaded");
    const auto own = atDesk(*holder), other = atDesk(*stranger);
    const auto face = models->finder.findOne(own.front());
    if (!face)
        return complain(errors, "nobody was found at the desk");

    const int rounds = question.rounds;
    const auto timeOf = [&](auto&& work) {
        static_cast<void>(work()); // the first one makes buffers
        return spread(timed(rounds, [&](std::size_t) { static_cast<void>(work()); }));
    };
    ordered_json ours{
        {"shot_ms", timeOf([&] { return models->network.embed(own.front(), face->points); })},
        {"glance_ms", timeOf([&] { return models->liveness.alive(surroundings(own.front(), face->box)); })}};
    FrameJudge judge{models->finder};
    std::chrono::milliseconds now{0};
    ours["frame_ms"] = spread(timed(rounds, [&](std::size_t i) {
        now += std::chrono::milliseconds{33};
        static_cast<void>(judge.observe({own[i % own.size()], now}));
    }));
    ours["quiet"] = decisions(*models, card, own, rounds);
    {
        const BusyCore busy;
        ours["one_core_busy"] = decisions(*models, card, own, rounds);
    }
    ours["stranger"] = decisions(*models, card, other, 3);
    const auto dlibs = peer([&](const Image& image) { return peers->dlibExample(image); }, *photo, own, other,
                            PeerFlows::kDlibThreshold, rounds);
    const auto howdys = peer([&](const Image& image) { return peers->howdyLike(image); }, *photo, own, other,
                             PeerFlows::kHowdyThreshold, rounds);
    const auto ratio = [&](const ordered_json& flow) {
        return flow["frame_ms"]["p50"].get<double>() / ours["frame_ms"]["p50"].get<double>();
    };
    answer << ordered_json{{"cores", std::thread::hardware_concurrency()},
                           {"assertions",
#ifdef NDEBUG
                            false
#else
                            true
#endif
                           },
                           {"people", "drawn; 640 x 480 at 30 pictures a second"},
                           {"blas_kernels", blasKernels()}, // of dlib's flows; ours multiply nothing by them
                           {"peers_differ_in", "face-api's landmarks and weights in place of dlib's files"},
                           {"madoguchi", ours},
                           {"dlib_example", dlibs},
                           {"howdy_like", howdys},
                           {"frame_ratio_to_madoguchi",
                            {{"dlib_example", ratio(dlibs)}, {"howdy_like", ratio(howdys)}}}}
                  .dump(2)
           << '\n';
    return 0;
}

} // namespace madoguchi
