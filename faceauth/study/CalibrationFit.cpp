// SPDX-License-Identifier: Apache-2.0
#include "faceauth/study/CalibrationFit.h"

#include "faceauth/networks/VectorMath.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <opencv2/core.hpp>

namespace madoguchi {

namespace {

constexpr int kShotRows[]{1, 3, 5};
constexpr double kRidge = 3;               ///< mean eigenvalues added before whitening
constexpr std::size_t kMostWhitened = 256; ///< numbers; a longer embedding gains nothing
constexpr std::size_t kMostGroups = 8;
constexpr std::size_t kLeastPeople = 4;             ///< of a group: two in each half
constexpr std::size_t kMostComparisons = 2'000'000; ///< of a group's half
const auto kLeastStrangers = static_cast<std::size_t>(std::lround(1 / kAcceptRate));

using Faces = std::vector<const LabelledFace*>;
using People = std::map<std::string, Faces>;  ///< by identity
using Groups = std::map<std::string, People>; ///< by group

Groups grouped(const std::vector<LabelledFace>& faces)
{
    Groups groups;
    for (const LabelledFace& face : faces)
        groups[face.group][face.identity].push_back(&face);
    return groups;
}

/// Every second person of each group.
Groups halfOf(const Groups& groups, bool odd)
{
    Groups half;
    for (const auto& [group, people] : groups) {
        bool take = odd;
        for (const auto& [identity, faces] : people) {
            if (take)
                half[group].emplace(identity, faces);
            take = !take;
        }
    }
    return half;
}

std::vector<double> meanOf(const Faces& faces, std::size_t member)
{
    std::vector<double> mean(faces.front()->face[member].size());
    for (const LabelledFace* face : faces)
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += static_cast<double>(face->face[member][i]) / static_cast<double>(faces.size());
    return mean;
}

Faces allOf(const People& people)
{
    Faces all;
    for (const auto& [identity, faces] : people)
        all.insert(all.end(), faces.begin(), faces.end());
    return all;
}

/// How people's means lie around their group's, each group counting the same.
cv::Mat1d betweenPeople(const Groups& groups, std::size_t member, int size)
{
    cv::Mat1d covariance = cv::Mat1d::zeros(size, size);
    for (const auto& [group, people] : groups) {
        const cv::Mat1d centroid(meanOf(allOf(people), member), true);
        const double weight = 1.0 / static_cast<double>(people.size() * groups.size());
        for (const auto& [identity, faces] : people) {
            const cv::Mat1d deviation = cv::Mat1d(meanOf(faces, member), true) - centroid;
            covariance += weight * deviation * deviation.t();
        }
    }
    return covariance;
}

std::vector<float> whitening(const Groups& groups, std::size_t member, int size)
{
    cv::Mat1d covariance = betweenPeople(groups, member, size);
    covariance += kRidge * cv::trace(covariance)[0] / size * cv::Mat1d::eye(size, size);
    cv::Mat1d values;
    cv::Mat1d vectors;
    cv::eigen(covariance, values, vectors);
    std::vector<float> transform;
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column)
            transform.push_back(static_cast<float>(vectors(row, column) / std::sqrt(values(row))));
    return transform;
}

Centring centringOf(const Groups& groups, std::size_t member)
{
    Centring centring;
    for (const auto& [group, people] : groups) {
        const std::vector<double> mean = meanOf(allOf(people), member);
        centring.centroids.emplace_back(mean.begin(), mean.end());
    }
    const std::size_t size = centring.centroids.front().size();
    if (size <= kMostWhitened)
        centring.transform = whitening(groups, member, static_cast<int>(size));
    return centring;
}

/// One member's own view, as a rule that can be asked.
ScoreRule lone(const Centring& centring)
{
    return ScoreRule{{centring}, {Thresholds{}}};
}

/// Some shots of one person against a picture of somebody.
struct Live {
    std::string_view identity;
    Faces shots;
};

/// Each run of as many pictures in a row, around the end if there are more.
std::vector<Live> livesOf(const People& people, std::size_t shots)
{
    std::vector<Live> lives;
    for (const auto& [identity, faces] : people) {
        const std::size_t runs = faces.size() > shots ? faces.size() : faces.size() == shots ? 1 : 0;
        for (std::size_t start = 0; start < runs; ++start) {
            Live live{.identity = identity, .shots = {}};
            for (std::size_t i = 0; i < shots; ++i)
                live.shots.push_back(faces[(start + i) % faces.size()]);
            lives.push_back(std::move(live));
        }
    }
    return lives;
}

FaceTemplate templateOf(const Live& live)
{
    std::vector<FaceTemplate> shots;
    for (const LabelledFace* face : live.shots)
        shots.push_back(face->face);
    return fused(shots);
}

struct Trials {
    std::vector<double> strangers;
    std::vector<double> holders;

    void sort()
    {
        std::sort(strangers.begin(), strangers.end());
        std::sort(holders.begin(), holders.end());
    }
};

/// Cards and lives of a group, each centred once per choice of centroids.
class Comparisons {
public:
    Comparisons(const ScoreRule& rule, const People& people, std::size_t shots)
        : rule_{rule}, cards_{allOf(people)}, lives_{livesOf(people, shots)}
    {
        for (const Live& live : lives_)
            templates_.push_back(templateOf(live));
    }

    void run(Trials& trials)
    {
        const std::size_t all = cards_.size() * lives_.size();
        const std::size_t step = all / kMostComparisons + 1;
        for (std::size_t card = 0; card < cards_.size(); ++card) {
            const LabelledFace& one = *cards_[card];
            const Centroids centroids = rule_.nearest(one.face);
            const FaceTemplate centred = rule_.centred(centroids, one.face);
            const auto& lives = centredLives(centroids);
            for (std::size_t live = card % step; live < lives.size(); live += step)
                if (const auto& other = lives_[live]; other.identity != one.identity)
                    trials.strangers.push_back(rule_.centredScore(centred, lives[live]));
                else if (std::find(other.shots.begin(), other.shots.end(), &one) == other.shots.end())
                    trials.holders.push_back(rule_.centredScore(centred, lives[live]));
        }
    }

private:
    const std::vector<FaceTemplate>& centredLives(const Centroids& centroids)
    {
        auto& lives = centred_[centroids];
        if (lives.empty())
            for (const FaceTemplate& face : templates_)
                lives.push_back(rule_.centred(centroids, face));
        return lives;
    }

    const ScoreRule& rule_;
    Faces cards_;
    std::vector<Live> lives_;
    std::vector<FaceTemplate> templates_;
    std::map<Centroids, std::vector<FaceTemplate>> centred_;
};

/// The same faces in the eyes of one network.
std::vector<LabelledFace> seenBy(const Groups& groups, std::size_t member)
{
    std::vector<LabelledFace> seen;
    for (const auto& [group, people] : groups)
        for (const LabelledFace* face : allOf(people))
            seen.push_back({{face->face[member]}, face->identity, face->group});
    return seen;
}

/// Mean and deviation of the distances between different people of a group.
void scale(Centring& centring, const Groups& groups, std::size_t member)
{
    const std::vector<LabelledFace> faces = seenBy(groups, member);
    const ScoreRule rule = lone(centring);
    Trials trials;
    for (const auto& [group, people] : grouped(faces))
        Comparisons{rule, people, 1}.run(trials);
    double sum = 0;
    double squares = 0;
    for (const double distance : trials.strangers) {
        sum += distance;
        squares += distance * distance;
    }
    const auto count = static_cast<double>(trials.strangers.size());
    centring.mean = sum / count;
    centring.deviation = std::sqrt(std::max(squares / count - centring.mean * centring.mean, 1e-12));
}

std::vector<Centring> membersOf(const Groups& groups)
{
    const std::size_t count = groups.begin()->second.begin()->second.front()->face.size();
    std::vector<Centring> members;
    for (std::size_t member = 0; member < count; ++member) {
        members.push_back(centringOf(groups, member));
        scale(members.back(), groups, member);
    }
    return members;
}

using GroupTrials = std::map<std::string, Trials>;

/// Each half by the rule that was fitted on the other.
std::map<int, GroupTrials> crossTrials(const Groups& groups)
{
    std::map<int, GroupTrials> trials;
    for (const bool odd : {false, true}) {
        const ScoreRule rule{membersOf(halfOf(groups, odd)), {Thresholds{}}};
        for (const auto& [group, people] : halfOf(groups, !odd))
            for (const int shots : kShotRows)
                Comparisons{rule, people, static_cast<std::size_t>(shots)}.run(trials[shots][group]);
    }
    for (auto& [shots, byGroup] : trials)
        for (auto& [group, one] : byGroup)
            one.sort();
    return trials;
}

/// The score below which no more than this share lies. `sorted` is not empty.
double thresholdAt(const std::vector<double>& sorted, double share)
{
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size()))];
}

double shareBelow(const std::vector<double>& sorted, double threshold)
{
    if (sorted.empty())
        return 0;
    const auto below = std::lower_bound(sorted.begin(), sorted.end(), threshold) - sorted.begin();
    return static_cast<double>(below) / static_cast<double>(sorted.size());
}

Thresholds thresholdsFor(int shots, const GroupTrials& trials)
{
    Thresholds row{.shots = shots, .accept = HUGE_VAL, .ask = HUGE_VAL};
    for (const auto& [group, one] : trials) {
        row.accept = std::min(row.accept, thresholdAt(one.strangers, kAcceptRate));
        row.ask = std::min(row.ask, thresholdAt(one.strangers, kAskRate));
    }
    return row;
}

FitFigures figuresFor(const Thresholds& row, const std::string& group, const Trials& trials)
{
    const bool known = !trials.holders.empty();
    return {.shots = row.shots,
            .group = group,
            .strangers = trials.strangers.size(),
            .holders = trials.holders.size(),
            .falseMatchAccept = shareBelow(trials.strangers, row.accept),
            .falseMatchAsk = shareBelow(trials.strangers, row.ask),
            .falseNonMatchAccept = known ? 1 - shareBelow(trials.holders, row.accept) : 0,
            .falseNonMatchAsk = known ? 1 - shareBelow(trials.holders, row.ask) : 0};
}

std::string tooFew(const GroupTrials& trials, int shots)
{
    for (const auto& [group, one] : trials)
        if (one.strangers.size() < kLeastStrangers)
            return "group " + group + ": " + std::to_string(one.strangers.size()) +
                   " comparisons between different people with " + std::to_string(shots) +
                   " picture(s) at a time, split into halves; a false match rate of 1 in " +
                   std::to_string(kLeastStrangers) + " needs at least " + std::to_string(kLeastStrangers);
    return {};
}

std::string complaint(const Groups& groups)
{
    if (groups.empty())
        return "no faces";
    if (groups.size() > kMostGroups)
        return "more than " + std::to_string(kMostGroups) + " groups";
    for (const auto& [group, people] : groups)
        if (people.size() < kLeastPeople)
            return "group " + group + ": " + std::to_string(people.size()) +
                   " people with a face; at least " + std::to_string(kLeastPeople) + " are needed";
    return {};
}

} // namespace

std::variant<CalibrationFit, std::string> fitCalibration(const std::vector<LabelledFace>& faces)
{
    const Groups groups = grouped(faces);
    if (auto text = complaint(groups); !text.empty())
        return text;
    CalibrationFit fit;
    for (const auto& [shots, trials] : crossTrials(groups)) {
        // A group that has nobody with so many pictures has no trials at all.
        GroupTrials complete = trials;
        for (const auto& [group, people] : groups)
            complete.try_emplace(group);
        if (auto text = tooFew(complete, shots); !text.empty())
            return text;
        fit.thresholds.push_back(thresholdsFor(shots, trials));
        for (const auto& [group, one] : trials)
            fit.figures.push_back(figuresFor(fit.thresholds.back(), group, one));
    }
    fit.members = membersOf(groups);
    return fit;
}

} // namespace madoguchi
