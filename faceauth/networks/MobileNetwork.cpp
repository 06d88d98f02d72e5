// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/MobileNetwork.h"

#include "faceauth/networks/GraphModel.h"
#include "faceauth/networks/OneThread.h"
#include "faceauth/networks/VectorMath.h"
#include "foundation/picture/MatView.h"

#include <cassert>
#include <cmath>

namespace madoguchi {

namespace {

constexpr std::string_view kOutput =
    "global_pooling/Mean"; // what follows guesses age and sex: not our business

// TensorFlow.js answers with vectors of these lengths (measured with the package's own copy).
constexpr double kGreyAnswer = 0.203456;
constexpr double kBlueAnswer = 0.716762;
constexpr double kTolerance = 1e-4;

Fault unfit(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

Image plainChip(std::uint8_t blue, std::uint8_t green, std::uint8_t red)
{
    constexpr int kSize = MobileNetwork::kChipSize;
    Image chip{
        .width = kSize, .height = kSize, .stride = 3 * kSize, .format = PixelFormat::Bgr8, .pixels = {}};
    for (int i = 0; i < kSize * kSize; ++i)
        chip.pixels.insert(chip.pixels.end(), {blue, green, red});
    return chip;
}

double length(const Embedding& answer)
{
    return distance(answer, Embedding(answer.size()));
}

} // namespace

struct MobileNetwork::Net {
    cv::dnn::Net network;

    Embedding answer(const cv::Mat& blob)
    {
        network.setInput(blob);
        const cv::Mat output = network.forward();
        return Embedding(output.begin<float>(), output.end<float>());
    }
};

MobileNetwork::MobileNetwork(std::unique_ptr<Net> net) : net_{std::move(net)} {}
MobileNetwork::MobileNetwork(MobileNetwork&&) noexcept = default;
MobileNetwork& MobileNetwork::operator=(MobileNetwork&&) noexcept = default;
MobileNetwork::~MobileNetwork() = default;

bool knowsBlue(double answerLength)
{
    return std::abs(answerLength - kBlueAnswer) < kTolerance;
}

Result<MobileNetwork> MobileNetwork::fromGraphModel(std::string_view model,
                                                    std::span<const std::uint8_t> weights)
{
    useOneThread();
    auto network = readGraphModel(model, weights, kOutput);
    if (!network)
        return network.fault();
    try {
        auto net = std::make_unique<Net>(Net{std::move(*network)});
        const int shape[]{1, 3, kChipSize, kChipSize};
        const Embedding grey = net->answer(cv::Mat(4, shape, CV_32F, cv::Scalar{0}));
        if (grey.size() != kNumbers || !(std::abs(length(grey) - kGreyAnswer) < kTolerance))
            return unfit("faceauth/mobileAnswer");
        MobileNetwork finished{std::move(net)};
        if (!knowsBlue(length(finished.describe(plainChip(255, 0, 0)))))
            return unfit("faceauth/mobilePixelOrder");
        return finished;
    } catch (const std::exception&) {
        return unfit("faceauth/mobileNetwork");
    }
}

Embedding MobileNetwork::describe(const Image& chip)
{
    assert(chip.width == kChipSize && chip.height == kChipSize && chip.format == PixelFormat::Bgr8);
    return net_->answer(
        cv::dnn::blobFromImage(matOf(chip), 1, {}, {kMeans.blue, kMeans.green, kMeans.red}, false));
}

} // namespace madoguchi
