// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/SeparableLayers.h"

#include <algorithm>
#include <cblas.h>
#include <mutex>
#include <opencv2/dnn/all_layers.hpp>
#include <opencv2/dnn/layer.details.hpp>
#include <vector>

namespace madoguchi {

namespace {

using cv::dnn::ActivationLayer;
using cv::dnn::Layer;
using cv::dnn::LayerParams;
using cv::dnn::MatShape;

constexpr int kSide = 3;
constexpr int kTaps = kSide * kSide;

/// What a batch is made of: planes of the same size.
struct Planes {
    explicit Planes(const cv::Mat& blob) : count{blob.size[1]}, height{blob.size[2]}, width{blob.size[3]} {}

    [[nodiscard]] int pixels() const { return height * width; }

    int count;
    int height;
    int width;
};

/// A layer that takes what follows it upon itself: scales and shifts of whole channels, and an activation.
class FusingLayer : public Layer {
public:
    using Layer::Layer;

    bool tryFuse(cv::Ptr<Layer>& next) override
    {
        cv::Mat scale;
        cv::Mat shift;
        next->getScaleShift(scale, shift);
        if (activation_ || (scale.empty() && shift.empty()))
            return false;
        if (!scale.empty())
            scaleBy(scale);
        for (std::size_t channel = 0; !shift.empty() && channel < bias_.size(); ++channel)
            bias_[channel] += shift.at<float>(static_cast<int>(channel));
        return true;
    }

    bool setActivation(const cv::Ptr<ActivationLayer>& activation) override
    {
        activation_ = activation;
        return !activation_.empty();
    }

    /// Called before each new fusing, which starts from the layer's own weights.
    void finalize(cv::InputArrayOfArrays /*inputs*/, cv::OutputArrayOfArrays /*outputs*/) override
    {
        weights_ = blobs.front().reshape(1, blobs.front().size[0]);
        bias_.assign(static_cast<std::size_t>(weights_.rows), 0);
        if (blobs.size() > 1)
            std::copy_n(blobs[1].ptr<float>(), bias_.size(), bias_.begin());
    }

    void forward(cv::InputArrayOfArrays inputs, cv::OutputArrayOfArrays outputs,
                 cv::OutputArrayOfArrays /*internals*/) final
    {
        std::vector<cv::Mat> from;
        std::vector<cv::Mat> to;
        inputs.getMatVector(from);
        outputs.getMatVector(to);
        for (int item = 0; item < from.front().size[0]; ++item)
            run(from.front(), to.front(), item);
    }

protected:
    /// `length` values of one channel, in place.
    void activate(float* values, int length, int channel) const
    {
        if (activation_)
            activation_->forwardSlice(values, values, length, static_cast<std::size_t>(length), channel,
                                      channel + 1);
    }

    [[nodiscard]] float bias(int channel) const { return bias_[static_cast<std::size_t>(channel)]; }

    cv::Mat weights_; ///< a row per output channel; the blob itself until something scales it

private:
    /// One of the batch.
    virtual void run(const cv::Mat& from, cv::Mat& to, int item) = 0;

    void scaleBy(const cv::Mat& scale)
    {
        weights_ = weights_.clone();
        for (int channel = 0; channel < weights_.rows; ++channel) {
            weights_.row(channel) *= scale.at<float>(channel);
            bias_[static_cast<std::size_t>(channel)] *= scale.at<float>(channel);
        }
    }

    std::vector<float> bias_;
    cv::Ptr<ActivationLayer> activation_;
};

/// Nine multiples of one long row, shifted: a plane with a border of zeros, whose rows follow each other
/// without a gap, is one.
[[gnu::always_inline]] inline void filter(const float* bordered, int pitch, const float* kernel, float bias,
                                          int length, float* __restrict out)
{
    const float* const above = bordered;
    const float* const level = bordered + pitch;
    const float* const below = bordered + 2 * pitch;
    for (int i = 0; i < length; ++i)
        out[i] = bias + kernel[0] * above[i] + kernel[1] * above[i + 1] + kernel[2] * above[i + 2] +
                 kernel[3] * level[i] + kernel[4] * level[i + 1] + kernel[5] * level[i + 2] +
                 kernel[6] * below[i] + kernel[7] * below[i + 1] + kernel[8] * below[i + 2];
}

using Filter = void (*)(const float*, int, const float*, float, int, float*);

void filterAnywhere(const float* bordered, int pitch, const float* kernel, float bias, int length, float* out)
{
    filter(bordered, pitch, kernel, bias, length, out);
}

[[gnu::target("avx2,fma")]] void filterWidely(const float* bordered, int pitch, const float* kernel,
                                              float bias, int length, float* out)
{
    filter(bordered, pitch, kernel, bias, length, out);
}

/// By what this processor can do, as OpenCV's own layers choose.
Filter filterHere()
{
    const bool wide = cv::checkHardwareSupport(CV_CPU_AVX2) && cv::checkHardwareSupport(CV_CPU_FMA3);
    return wide ? filterWidely : filterAnywhere;
}

class SpatialLayer final : public FusingLayer {
public:
    explicit SpatialLayer(const LayerParams& parameters)
        : FusingLayer{parameters}, stride_{parameters.get<int>("stride")}
    {
    }

    bool getMemoryShapes(const std::vector<MatShape>& inputs, int /*wanted*/, std::vector<MatShape>& outputs,
                         std::vector<MatShape>& /*internals*/) const override
    {
        MatShape shape = inputs.front();
        for (const std::size_t side : {2U, 3U})
            shape[side] = (shape[side] + stride_ - 1) / stride_;
        outputs.assign(1, shape);
        return false;
    }

private:
    void run(const cv::Mat& from, cv::Mat& to, int item) override
    {
        prepare(Planes{from}, Planes{to});
        for (int channel = 0; channel < weights_.rows; ++channel)
            filterPlane(from.ptr<float>(item, channel), to.ptr<float>(item, channel), channel);
    }

    /// SAME pads what the kernel overhangs, the odd pixel behind: with a stride of two an even side gets its
    /// only zero there.
    [[nodiscard]] int before(int in, int out) const
    {
        return std::max(0, (out - 1) * stride_ + kSide - in) / 2;
    }

    void prepare(const Planes& from, const Planes& to)
    {
        from_ = from;
        to_ = to;
        pitch_ = from.width + kSide - 1;
        const auto rows = static_cast<std::size_t>(from.height + kSide - 1);
        bordered_.assign(rows * static_cast<std::size_t>(pitch_) + kSide, 0);
        filtered_.resize(bordered_.size());
    }

    void filterPlane(const float* plane, float* out, int channel)
    {
        float* inside =
            bordered_.data() + before(from_.height, to_.height) * pitch_ + before(from_.width, to_.width);
        for (int y = 0; y < from_.height; ++y)
            std::copy_n(plane + y * from_.width, from_.width, inside + y * pitch_);
        filter_(bordered_.data(), pitch_, weights_.ptr<float>(channel), bias(channel), from_.height * pitch_,
                filtered_.data());
        for (int y = 0; y < to_.height; ++y)
            pick(filtered_.data() + y * stride_ * pitch_, out + y * to_.width);
        activate(out, to_.pixels(), channel);
    }

    void pick(const float* row, float* out) const
    {
        if (stride_ == 1)
            std::copy_n(row, to_.width, out);
        else
            for (int x = 0; x < to_.width; ++x)
                out[x] = row[x * stride_];
    }

    int stride_;
    Filter filter_{filterHere()};
    Planes from_{cv::Mat(std::vector{1, 1, 1, 1}, CV_32F)};
    Planes to_{from_};
    int pitch_{0};
    std::vector<float> bordered_;
    std::vector<float> filtered_;
};

class MixingLayer final : public FusingLayer {
public:
    explicit MixingLayer(const LayerParams& parameters) : FusingLayer{parameters} {}

    bool getMemoryShapes(const std::vector<MatShape>& inputs, int /*wanted*/, std::vector<MatShape>& outputs,
                         std::vector<MatShape>& /*internals*/) const override
    {
        outputs.assign(1, inputs.front());
        outputs.front()[1] = blobs.front().size[0];
        return false;
    }

private:
    void run(const cv::Mat& from, cv::Mat& to, int item) override
    {
        mix(from.ptr<float>(item), to.ptr<float>(item), Planes{to}.pixels());
    }

    void mix(const float* from, float* to, int pixels) const
    {
        for (int channel = 0; channel < weights_.rows; ++channel)
            std::fill_n(to + channel * pixels, pixels, bias(channel));
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, weights_.rows, pixels, weights_.cols, 1,
                    weights_.ptr<float>(), weights_.cols, from, pixels, 1, to, pixels);
        for (int channel = 0; channel < weights_.rows; ++channel)
            activate(to + channel * pixels, pixels, channel);
    }
};

template<typename Kind>
cv::Ptr<Layer> make(LayerParams& parameters)
{
    return cv::makePtr<Kind>(parameters);
}

} // namespace

void registerSeparableLayers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        cv::dnn::LayerFactory::registerLayer(kSpatialLayer, make<SpatialLayer>);
        cv::dnn::LayerFactory::registerLayer(kMixingLayer, make<MixingLayer>);
    });
}

} // namespace madoguchi
