// SPDX-License-Identifier: Apache-2.0
// dlib's network templates take long to compile and are compiled here only.
#include "faceauth/study/ResidualNetwork.h"

#include "faceauth/networks/ModelCatalogue.h"
#include "faceauth/networks/OneThread.h"

#include <algorithm>
#include <cmath>
#include <dlib/dnn.h>
#include <sstream>

namespace madoguchi {

namespace {

// The network, from the bottom (input) to the top. Two convolutions make a block; a block is added to what
// went into it; a block that halves the picture is added to the average of what went into it. The order of
// the layers is the file format: it must not change.
template<long N, int Stride, typename Below>
using Convolutions = dlib::affine<
    dlib::con<N, 3, 3, 1, 1, dlib::relu<dlib::affine<dlib::con<N, 3, 3, Stride, Stride, Below>>>>>;

template<long N, typename Below>
using Kept = dlib::relu<dlib::add_prev1<Convolutions<N, 1, dlib::tag1<Below>>>>;

template<long N, typename Below>
using Halved = dlib::relu<dlib::add_prev2<
    dlib::avg_pool<2, 2, 2, 2, dlib::skip1<dlib::tag2<Convolutions<N, 2, dlib::tag1<Below>>>>>>>;

using Stem =
    dlib::max_pool<3, 3, 2, 2,
                   dlib::relu<dlib::affine<dlib::con<32, 7, 7, 2, 2, dlib::input_rgb_image_sized<150>>>>>;
using Level32 = Kept<32, Kept<32, Kept<32, Stem>>>;
using Level64 = Kept<64, Kept<64, Kept<64, Halved<64, Level32>>>>;
using Level128 = Kept<128, Kept<128, Halved<128, Level64>>>;
using Level256 = Halved<256, Kept<256, Kept<256, Halved<256, Level128>>>>;
using Network = dlib::loss_metric<dlib::fc_no_bias<128, dlib::avg_pool_everything<Level256>>>;

using Chip = dlib::matrix<dlib::rgb_pixel>;

constexpr std::size_t kConvolutions = 29;
constexpr std::size_t kTensors = 4 * kConvolutions + 1; // filters, bias, scale and shift each; the last layer
constexpr double kBlackChipNorm = 1.30831;
constexpr double kNormTolerance = 2e-5;

/// The layers whose parameters are to be filled, as dlib visits them: from the output to the input.
struct Layers {
    std::vector<dlib::tensor*> convolutions;
    std::vector<dlib::affine_*> affines;
    dlib::tensor* last{nullptr};
};

/// dlib passes its visitor by value, so it carries a pointer.
struct Collector {
    Layers* layers;

    template<long N, long Rows, long Columns, int StrideY, int StrideX, int PadY, int PadX>
    void operator()(std::size_t, dlib::con_<N, Rows, Columns, StrideY, StrideX, PadY, PadX>& layer) const
    {
        layers->convolutions.push_back(&layer.get_layer_params());
    }
    void operator()(std::size_t, dlib::affine_& layer) const { layers->affines.push_back(&layer); }
    template<unsigned long N, dlib::fc_bias_mode Bias>
    void operator()(std::size_t, dlib::fc_<N, Bias>& layer) const
    {
        layers->last = &layer.get_layer_params();
    }
    template<typename Other>
    void operator()(std::size_t, Other&) const
    {
    }
};

Layers layersOf(Network& network)
{
    Layers layers;
    dlib::visit_computational_layers(network, Collector{&layers});
    std::reverse(layers.convolutions.begin(), layers.convolutions.end());
    std::reverse(layers.affines.begin(), layers.affines.end());
    return layers;
}

Fault unfit(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

/// TensorFlow keeps filters as [row][column][in][out], dlib as [out][in][row][column] with the biases behind.
bool fillConvolution(dlib::tensor& parameters, const Tensor& filters, const Tensor& bias)
{
    if (filters.shape.size() != 4 || bias.shape != std::vector{filters.shape[3]} ||
        filters.values.size() + bias.values.size() != parameters.size())
        return false;
    const std::size_t cells = filters.shape[0] * filters.shape[1];
    const std::size_t in = filters.shape[2];
    const std::size_t out = filters.shape[3];
    float* target = parameters.host_write_only();
    for (std::size_t o = 0; o < out; ++o)
        for (std::size_t i = 0; i < in; ++i)
            for (std::size_t cell = 0; cell < cells; ++cell)
                *target++ = filters.values[(cell * in + i) * out + o];
    std::copy(bias.values.begin(), bias.values.end(), target);
    return true;
}

/// An affine layer has no public parameters; what it reads from a stream is the only way in.
bool fillAffine(dlib::affine_& layer, const Tensor& scale, const Tensor& shift)
{
    if (scale.shape.size() != 1 || scale.shape != shift.shape)
        return false;
    const auto count = static_cast<long>(scale.values.size());
    dlib::resizable_tensor parameters;
    parameters.set_size(2 * count);
    float* target = std::copy(scale.values.begin(), scale.values.end(), parameters.host_write_only());
    std::copy(shift.values.begin(), shift.values.end(), target);

    std::stringstream stream;
    dlib::serialize(std::string{"affine_2"}, stream);
    dlib::serialize(parameters, stream);
    dlib::serialize(dlib::alias_tensor(1, count), stream);
    dlib::serialize(dlib::alias_tensor(1, count), stream);
    dlib::serialize(static_cast<int>(dlib::CONV_MODE), stream);
    dlib::serialize(false, stream); // not disabled
    deserialize(layer, stream);     // a friend of the layer, hence found by its argument only
    return true;
}

bool fillLast(dlib::tensor* parameters, const Tensor& weights)
{
    if (parameters == nullptr || weights.values.size() != parameters->size())
        return false;
    std::copy(weights.values.begin(), weights.values.end(), parameters->host_write_only());
    return true;
}

bool fill(const Layers& layers, const std::vector<Tensor>& tensors)
{
    if (tensors.size() != kTensors || layers.convolutions.size() != kConvolutions ||
        layers.affines.size() != kConvolutions)
        return false;
    for (std::size_t i = 0; i < kConvolutions; ++i) {
        const Tensor* group = &tensors[4 * i];
        if (!fillConvolution(*layers.convolutions[i], group[0], group[1]) ||
            !fillAffine(*layers.affines[i], group[2], group[3]))
            return false;
    }
    return fillLast(layers.last, tensors.back());
}

Chip toChip(const Image& image)
{
    Chip chip(image.height, image.width);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* pixel = image.row(y);
        for (int x = 0; x < image.width; ++x, pixel += 3)
            chip(y, x) = dlib::rgb_pixel(pixel[2], pixel[1], pixel[0]);
    }
    return chip;
}

Chip blackChip()
{
    Chip chip(ResidualNetwork::kChipSize, ResidualNetwork::kChipSize);
    dlib::assign_all_pixels(chip, dlib::rgb_pixel(0, 0, 0));
    return chip;
}

} // namespace

struct ResidualNetwork::Net {
    Network network;
};

ResidualNetwork::ResidualNetwork(std::unique_ptr<Net> net) : net_{std::move(net)} {}
ResidualNetwork::ResidualNetwork(ResidualNetwork&&) noexcept = default;
ResidualNetwork& ResidualNetwork::operator=(ResidualNetwork&&) noexcept = default;
ResidualNetwork::~ResidualNetwork() = default;

Result<ResidualNetwork> ResidualNetwork::fromWeights(const std::vector<Tensor>& tensors)
{
    useOneThread();
    try {
        auto net = std::make_unique<Net>();
        net->network(blackChip()); // the layers get their sizes from the first picture
        if (!fill(layersOf(net->network), tensors))
            return unfit("faceauth/networkShape");
        const double norm = dlib::length(net->network(blackChip()));
        if (!(std::abs(norm - kBlackChipNorm) < kNormTolerance))
            return unfit("faceauth/networkAnswer");
        return ResidualNetwork{std::move(net)};
    } catch (const std::exception&) {
        return unfit("faceauth/networkFromWeights");
    }
}

Result<ResidualNetwork> ResidualNetwork::load(const std::filesystem::path& folder)
{
    const auto content = readPublished(folder, kResidualModel);
    if (!content)
        return content.fault();
    const auto tensors = readWeights(content->text(), content->weights);
    if (!tensors)
        return tensors.fault();
    return fromWeights(*tensors);
}

Embedding ResidualNetwork::describe(const Image& chip)
{
    assert(chip.width == kChipSize && chip.height == kChipSize && chip.format == PixelFormat::Bgr8);
    const dlib::matrix<float, 0, 1>& answer = net_->network(toChip(chip));
    return Embedding(answer.begin(), answer.end());
}

} // namespace madoguchi
