// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/LandmarkNetwork.h"

#include "faceauth/networks/NetBuilder.h"
#include "faceauth/networks/OneThread.h"
#include "foundation/picture/MatView.h"

#include <cassert>
#include <cmath>
#include <map>
#include <opencv2/imgproc.hpp>
#include <string>

namespace madoguchi {

namespace {

using Plane = NetBuilder::Plane;
using MaybePlane = std::optional<Plane>;

constexpr int kBlocks = 4;
constexpr int kLayersPerBlock = 4;
constexpr std::size_t kNumbers = 2 * kLandmarks;

// Red, green, blue, as the network was trained; then divided by 255.
const cv::Scalar kMeans{122.782, 117.001, 104.298};

// Where the square lies, per size of the detector's box; where the points lie, per eye distance, beside
// dlib's.
constexpr double kEnlarged = 1.05;
constexpr double kLowered = 0.08;
constexpr Point kShift{.x = -0.0235, .y = -0.027};

// The package's own copy of TensorFlow.js finds the first point of a black square here.
constexpr Point kFirstInBlack{.x = 0.037523, .y = 0.244292};
constexpr double kTolerance = 1e-4;

Fault unfit(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

/// Finds tensors by name while a network is put together; remembers whether all were there and fitted.
class Builder {
public:
    explicit Builder(const std::vector<Tensor>& tensors)
    {
        for (const Tensor& tensor : tensors)
            byName_.emplace(tensor.name, &tensor);
    }

    std::optional<cv::dnn::Net> build()
    {
        MaybePlane plane = NetBuilder::input();
        for (int block = 0; block < kBlocks && plane; ++block)
            plane = dense("dense" + std::to_string(block) + "/", *plane, block == 0);
        const Tensor* weights = find("fc/weights");
        const Tensor* bias = find("fc/bias");
        if (!plane || weights == nullptr || bias == nullptr)
            return std::nullopt;
        plane = net_.dense(net_.globalMean(*plane), *weights, *bias);
        return plane && plane->channels == kNumbers ? std::optional{net_.finished()} : std::nullopt;
    }

private:
    /// Each layer sees the sum of all before it.
    MaybePlane dense(const std::string& block, const Plane& from, bool first)
    {
        const MaybePlane start = first ? plain(block + "conv0/", from) : separable(block + "conv0/", from, 2);
        if (!start)
            return std::nullopt;
        Plane sum = net_.relu(*start);
        Plane seen = sum;
        for (int layer = 1; layer < kLayersPerBlock; ++layer) {
            const MaybePlane next = separable(block + "conv" + std::to_string(layer) + "/", seen, 1);
            if (!next || next->channels != sum.channels)
                return std::nullopt;
            sum = net_.sum(sum, *next);
            seen = net_.relu(sum);
        }
        return seen;
    }

    MaybePlane plain(const std::string& name, const Plane& from)
    {
        const Tensor* filters = find(name + "filters");
        const Tensor* bias = find(name + "bias");
        if (filters == nullptr || bias == nullptr)
            return std::nullopt;
        return net_.convolution(from, *filters, bias, {.stride = 2, .same = true});
    }

    MaybePlane separable(const std::string& name, const Plane& from, int stride)
    {
        const Tensor* spatial = find(name + "depthwise_filter");
        const Tensor* mixing = find(name + "pointwise_filter");
        const Tensor* bias = find(name + "bias");
        if (spatial == nullptr || mixing == nullptr || bias == nullptr)
            return std::nullopt;
        const MaybePlane filtered = net_.depthwise(from, *spatial, {.stride = stride, .same = true});
        return filtered ? net_.convolution(*filtered, *mixing, bias, {.stride = 1, .same = true})
                        : std::nullopt;
    }

    const Tensor* find(const std::string& name) const
    {
        const auto found = byName_.find(name);
        return found == byName_.end() ? nullptr : found->second;
    }

    std::map<std::string, const Tensor*> byName_;
    NetBuilder net_;
};

Box squareFor(const Box& face)
{
    const double side = kEnlarged * face.height;
    const Point middle = centre(face);
    return {middle.x - side / 2, middle.y + kLowered * face.height - side / 2, side, side};
}

/// What lies outside of the picture looks like its nearest edge.
cv::Mat cut(const Image& picture, const Box& box)
{
    const int left = static_cast<int>(std::floor(box.left));
    const int top = static_cast<int>(std::floor(box.top));
    const int side = std::max(1, static_cast<int>(std::lround(box.width)));
    const cv::Rect wanted{left, top, side, side};
    const cv::Rect inside = wanted & cv::Rect{0, 0, picture.width, picture.height};
    if (inside.empty())
        return cv::Mat::zeros(side, side, CV_8UC3);
    cv::Mat square;
    cv::copyMakeBorder(matOf(picture)(inside), square, inside.y - top, top + side - inside.br().y,
                       inside.x - left, left + side - inside.br().x,
                       cv::BORDER_REPLICATE | cv::BORDER_ISOLATED);
    return square;
}

} // namespace

struct LandmarkNetwork::Net {
    std::shared_ptr<const std::vector<Tensor>> tensors;
    cv::dnn::Net network;

    Landmarks look(const cv::Mat& square)
    {
        cv::Mat blob = cv::dnn::blobFromImage(square, 1.0 / 255, {}, kMeans, true);
        network.setInput(blob);
        const cv::Mat output = network.forward();
        assert(output.total() == kNumbers);
        const auto* numbers = output.ptr<float>();
        Landmarks points;
        for (Point& point : points) {
            point.x = *numbers++;
            point.y = *numbers++;
        }
        return points;
    }
};

LandmarkNetwork::LandmarkNetwork(std::unique_ptr<Net> net) : net_{std::move(net)} {}
LandmarkNetwork::LandmarkNetwork(const LandmarkNetwork& other)
    : net_{std::make_unique<Net>(Net{other.net_->tensors, *Builder{*other.net_->tensors}.build()})}
{
}
LandmarkNetwork::LandmarkNetwork(LandmarkNetwork&&) noexcept = default;
LandmarkNetwork& LandmarkNetwork::operator=(LandmarkNetwork&&) noexcept = default;
LandmarkNetwork::~LandmarkNetwork() = default;

Result<LandmarkNetwork> LandmarkNetwork::fromWeights(std::vector<Tensor> tensors)
{
    useOneThread();
    try {
        auto shared = std::make_shared<const std::vector<Tensor>>(std::move(tensors));
        auto network = Builder{*shared}.build();
        if (!network)
            return unfit("faceauth/landmarkShape");
        auto net = std::make_unique<Net>(Net{std::move(shared), std::move(*network)});
        const Point first = net->look(cv::Mat::zeros(kSquare, kSquare, CV_8UC3)).front();
        if (!(std::hypot(first.x - kFirstInBlack.x, first.y - kFirstInBlack.y) < kTolerance))
            return unfit("faceauth/landmarkAnswer");
        return LandmarkNetwork{std::move(net)};
    } catch (const std::exception&) {
        return unfit("faceauth/landmarkNetwork");
    }
}

Landmarks LandmarkNetwork::look(const Image& square)
{
    assert(square.width == kSquare && square.height == kSquare && square.format == PixelFormat::Bgr8);
    return net_->look(matOf(square));
}

Landmarks LandmarkNetwork::find(const Image& picture, const Box& face)
{
    const Box box = squareFor(face);
    cv::Mat square = cut(picture, box);
    const double side = square.cols;
    cv::resize(square, square, {kSquare, kSquare}, 0, 0, side > kSquare ? cv::INTER_AREA : cv::INTER_LINEAR);
    Landmarks points = net_->look(square);
    for (Point& point : points)
        point = {std::floor(box.left) + point.x * side, std::floor(box.top) + point.y * side};
    const double eyes = eyeDistance(points);
    for (Point& point : points)
        point = {point.x - kShift.x * eyes, point.y - kShift.y * eyes};
    return points;
}

} // namespace madoguchi
