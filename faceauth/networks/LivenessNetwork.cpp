// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/LivenessNetwork.h"

#include "faceauth/networks/OnnxFile.h"
#include "foundation/picture/MatView.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace madoguchi {

namespace {

constexpr std::size_t kClasses = 3; ///< alive, and two ways of not being so
constexpr std::array kBlackAnswer{-0.1119286, 4.0823726, -3.9704087};
constexpr std::array kBlueAnswer{-1.1587615, 5.2034965,
                                 -4.0447027}; // by another run time (LivenessNetworkTest)
constexpr double kTolerance = 5e-3;

bool isAnswer(const Embedding& answer, const std::array<double, kClasses>& known)
{
    return answer.size() == kClasses && std::ranges::equal(answer, known, [](float value, double expected) {
               return std::abs(static_cast<double>(value) - expected) < kTolerance;
           });
}

/// From `low`, of this length, moved inside 0 to `most`.
int begin(double low, double length, int most)
{
    return static_cast<int>(std::lround(std::clamp(low, 0.0, static_cast<double>(most) - length)));
}

} // namespace

struct LivenessNetwork::Net {
    OnnxFile file;

    Embedding answer(const Image& chip) { return file.answer(chip, 0, 1); }
};

LivenessNetwork::LivenessNetwork(std::unique_ptr<Net> net) : net_{std::move(net)} {}
LivenessNetwork::LivenessNetwork(LivenessNetwork&&) noexcept = default;
LivenessNetwork& LivenessNetwork::operator=(LivenessNetwork&&) noexcept = default;
LivenessNetwork::~LivenessNetwork() = default;

Result<LivenessNetwork> LivenessNetwork::fromOnnx(std::span<const std::uint8_t> bytes)
{
    auto file = OnnxFile::read(bytes);
    if (!file)
        return file.fault();
    auto net = std::make_unique<Net>(Net{std::move(*file)});
    try {
        if (isAnswer(net->answer(plainChip(kChipSize, 0, 0, 0)), kBlackAnswer) &&
            isAnswer(net->answer(plainChip(kChipSize, 255, 0, 0)), kBlueAnswer))
            return LivenessNetwork{std::move(net)};
    } catch (const std::exception&) {
        return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/livenessNetwork"};
    }
    return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/livenessAnswer"};
}

double LivenessNetwork::alive(const Image& chip)
{
    assert(chip.width == kChipSize && chip.height == kChipSize && chip.format == PixelFormat::Bgr8);
    const Embedding answer = net_->answer(chip);
    double sum = 0;
    for (const float value : answer)
        sum += std::exp(static_cast<double>(value) - static_cast<double>(answer.front()));
    return 1 / sum;
}

Image surroundings(const Image& frame, const Box& face)
{
    const double scale = std::min(
        {LivenessNetwork::kSurroundings, (frame.width - 1) / face.width, (frame.height - 1) / face.height});
    const double width = scale * face.width, height = scale * face.height;
    const Point middle = centre(face);
    const cv::Rect cut{begin(middle.x - width / 2, width, frame.width),
                       begin(middle.y - height / 2, height, frame.height), static_cast<int>(width),
                       static_cast<int>(height)};
    cv::Mat chip;
    // As the network was trained: every pixel from its four neighbours, however much smaller the chip is.
    cv::resize(matOf(frame)(cut), chip, {LivenessNetwork::kChipSize, LivenessNetwork::kChipSize});
    return imageOf(chip);
}

} // namespace madoguchi
