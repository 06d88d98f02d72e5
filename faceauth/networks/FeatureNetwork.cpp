// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/FeatureNetwork.h"

#include "faceauth/networks/FaceChip.h"
#include "faceauth/networks/OnnxFile.h"

#include <cassert>
#include <cmath>

namespace madoguchi {

namespace {

// The pixels the network was trained with. The package that publishes it feeds red first, which doubles the
// false non-matches of East Asian people.
constexpr double kMiddle = 127;
constexpr double kScale = 1.0 / 128;

/// Single numbers of the answers to plain pictures, by another run time (FeatureNetworkTest).
struct Known {
    std::size_t index;
    double value;
};
constexpr std::array kBlackAnswer{Known{0, -0.0098614}, Known{1, 0.0362703}, Known{444, -0.0749608}};
constexpr std::array kBlueAnswer{Known{0, -0.0891858}, Known{255, -0.0433947}, Known{511, 0.0412268}};
constexpr double kTolerance = 1e-3;

template<std::size_t N>
bool isAnswer(const Embedding& answer, const std::array<Known, N>& known)
{
    if (answer.size() != FeatureNetwork::kNumbers)
        return false;
    for (const Known& one : known)
        if (!(std::abs(static_cast<double>(answer[one.index]) - one.value) < kTolerance))
            return false;
    return true;
}

} // namespace

struct FeatureNetwork::Net {
    OnnxFile file;
};

FeatureNetwork::FeatureNetwork(std::unique_ptr<Net> net) : net_{std::move(net)} {}
FeatureNetwork::FeatureNetwork(FeatureNetwork&&) noexcept = default;
FeatureNetwork& FeatureNetwork::operator=(FeatureNetwork&&) noexcept = default;
FeatureNetwork::~FeatureNetwork() = default;

bool knowsBlue(const Embedding& answer)
{
    return isAnswer(answer, kBlueAnswer);
}

Result<FeatureNetwork> FeatureNetwork::fromOnnx(std::span<const std::uint8_t> bytes)
{
    auto file = OnnxFile::read(bytes);
    if (!file)
        return file.fault();
    FeatureNetwork network{std::make_unique<Net>(Net{std::move(*file)})};
    try {
        if (!isAnswer(network.describe(plainChip(kChipSize, 0, 0, 0)), kBlackAnswer))
            return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/featureAnswer"};
        if (!knowsBlue(network.describe(plainChip(kChipSize, 255, 0, 0))))
            return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/featurePixelOrder"};
    } catch (const std::exception&) {
        return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/featureNetwork"};
    }
    return network;
}

Embedding FeatureNetwork::describe(const Image& chip)
{
    assert(chip.width == kChipSize && chip.height == kChipSize && chip.format == PixelFormat::Bgr8);
    return net_->file.answer(chip, kMiddle, kScale);
}

Embedding FeatureNetwork::embed(const Image& picture, const Landmarks& points)
{
    const Image chip = alignedChip(picture, fivePoints(points), kChipPoints, kChipSize);
    Embedding sum = describe(chip);
    normalise(sum);
    Embedding other = describe(mirrored(chip));
    normalise(other);
    add(sum, other);
    normalise(sum);
    return sum;
}

} // namespace madoguchi
