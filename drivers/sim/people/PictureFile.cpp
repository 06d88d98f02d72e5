// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/PictureFile.h"

#include "foundation/picture/MatView.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace madoguchi {

namespace {

constexpr std::uintmax_t kLargestFile = 16 * 1024 * 1024;

/// Thousandths of the raw size that OpenJPEG may use: about 10 kB of 128 kB.
constexpr int kChipPhotoShare = 80;

using FileBytes = std::vector<std::uint8_t>;

Fault unwritable(int number)
{
    return {FaultCode::SettingsInvalid, FaultSpace::Errno, number, "sim/writePicture"};
}
Fault unreadable(std::string_view where)
{
    return {FaultCode::CameraBlind, FaultSpace::None, 0, where};
}

Result<void> write(const std::filesystem::path& path, const char* format, const cv::Mat& picture,
                   const std::vector<int>& options)
{
    FileBytes bytes;
    try {
        if (!cv::imencode(format, picture, bytes, options)) {
            return Fault{FaultCode::Internal, FaultSpace::OpenCv, 0, "sim/encodePicture"};
        }
    } catch (const cv::Exception& error) {
        return Fault{FaultCode::Internal, FaultSpace::OpenCv, error.code, "sim/encodePicture"};
    }
    errno = 0;
    std::ofstream file{path, std::ios::binary};
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file ? Result<void>{} : unwritable(errno);
}

std::uint32_t bigEndian(const std::uint8_t* at)
{
    return (std::uint32_t{at[0]} << 24) | (std::uint32_t{at[1]} << 16) | (std::uint32_t{at[2]} << 8) | at[3];
}

/// Signature and IHDR of a PNG (ISO/IEC 15948, 5.2 and 11.2.2) with a size we accept.
bool isAcceptablePng(const FileBytes& bytes)
{
    constexpr std::array<std::uint8_t, 16> kStart{0x89, 'P', 'N', 'G', 13,  10,  26,  10,
                                                  0,    0,   0,   13,  'I', 'H', 'D', 'R'};
    if (bytes.size() < 33 || !std::equal(kStart.begin(), kStart.end(), bytes.begin())) {
        return false;
    }
    const std::uint32_t width = bigEndian(&bytes[16]), height = bigEndian(&bytes[20]);
    return width > 0 && height > 0 && width <= kWidestPicture && height <= kHighestPicture;
}

Result<FileBytes> contents(const std::filesystem::path& path)
{
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    std::ifstream file{path, std::ios::binary};
    if (error || !file) {
        return Fault{FaultCode::CameraMissing, FaultSpace::Errno, error.value(), "sim/readPng"};
    }
    if (size > kLargestFile) {
        return unreadable("sim/readPng/size");
    }
    FileBytes bytes(static_cast<std::size_t>(size));
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// libpng fills what a truncated file lacks with black and reports no failure, so the end chunk is asked for.
bool isComplete(const FileBytes& bytes)
{
    constexpr std::array<std::uint8_t, 4> kEnd{'I', 'E', 'N', 'D'};
    return std::equal(kEnd.begin(), kEnd.end(), bytes.end() - 8);
}

} // namespace

Result<void> writePng(const std::filesystem::path& path, const Image& image)
{
    return write(path, ".png", matOf(image), {cv::IMWRITE_PNG_COMPRESSION, 3});
}

Result<void> writeChipPhoto(const std::filesystem::path& path, const Image& image)
{
    cv::Mat grey;
    cv::cvtColor(matOf(image), grey, cv::COLOR_BGR2GRAY);
    return write(path, ".jp2", grey, {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, kChipPhotoShare});
}

Result<Image> readPng(const std::filesystem::path& path)
{
    const Result<FileBytes> bytes = contents(path);
    if (!bytes) {
        return bytes.fault();
    }
    if (!isAcceptablePng(*bytes) || !isComplete(*bytes)) {
        return unreadable("sim/readPng/format");
    }
    try {
        const cv::Mat picture = cv::imdecode(*bytes, cv::IMREAD_COLOR);
        if (picture.empty()) {
            return unreadable("sim/readPng/decode");
        }
        return imageOf(picture);
    } catch (const cv::Exception& error) {
        return Fault{FaultCode::CameraBlind, FaultSpace::OpenCv, error.code, "sim/readPng"};
    }
}

} // namespace madoguchi
