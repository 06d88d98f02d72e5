// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/OnnxFile.h"

#include "faceauth/networks/OneThread.h"
#include "foundation/picture/MatView.h"

namespace madoguchi {

Result<OnnxFile> OnnxFile::read(std::span<const std::uint8_t> bytes)
{
    const Fault unreadable{.code = FaultCode::FaceModelMissing, .where = "faceauth/onnx"};
    useOneThread();
    try {
        auto net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (net.empty())
            return unreadable;
        return OnnxFile{std::move(net)};
    } catch (const std::exception&) {
        return unreadable;
    }
}

Embedding OnnxFile::answer(const Image& picture, double middle, double scale)
{
    net_.setInput(cv::dnn::blobFromImage(matOf(picture), scale, {}, cv::Scalar::all(middle), false));
    const cv::Mat output = net_.forward();
    return Embedding(output.begin<float>(), output.end<float>());
}

Image plainChip(int side, std::uint8_t blue, std::uint8_t green, std::uint8_t red)
{
    Image chip{.width = side, .height = side, .stride = 3 * side, .format = PixelFormat::Bgr8, .pixels = {}};
    for (int i = 0; i < side * side; ++i)
        chip.pixels.insert(chip.pixels.end(), {blue, green, red});
    return chip;
}

} // namespace madoguchi
