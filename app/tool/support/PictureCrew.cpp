// SPDX-License-Identifier: Apache-2.0
#include "tool/support/PictureCrew.h"

#include "faceauth/compare/PortraitDecoder.h"
#include "faceauth/networks/Files.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace madoguchi {

namespace {

constexpr std::size_t kMostPictureBytes = 32 << 20;

Seen lookAt(FaceReader& reader, const std::filesystem::path& file)
{
    const auto picture = readPicture(file);
    if (!picture)
        return {};
    const auto face = reader.finder.findOne(*picture);
    if (!face)
        return {.readable = true, .face = {}};
    return {.readable = true, .face = reader.network.embed(*picture, face->points)};
}

/// Files that nobody has looked at yet, and the one voice of all workers.
class Queue {
public:
    Queue(const std::vector<std::filesystem::path>& files,
          const std::function<bool(std::size_t, const Seen&)>& tell)
        : files_{files}, tell_{tell}
    {
    }

    void work(FaceReader& reader)
    {
        for (std::size_t number = next_++; number < files_.size() && !stopped_; number = next_++) {
            const Seen seen = lookAt(reader, files_[number]);
            const std::lock_guard lock{telling_};
            if (!stopped_ && !tell_(number, seen))
                stopped_ = true;
        }
    }

private:
    const std::vector<std::filesystem::path>& files_;
    const std::function<bool(std::size_t, const Seen&)>& tell_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> stopped_{false};
    std::mutex telling_;
};

Result<std::vector<FaceReader>> crew(const std::filesystem::path& models, std::size_t size)
{
    std::vector<FaceReader> readers;
    for (std::size_t i = 0; i < size; ++i) {
        auto reader = FaceReader::load(models);
        if (!reader)
            return reader.fault();
        readers.push_back(std::move(*reader));
    }
    return readers;
}

} // namespace

Result<Image> readPicture(const std::filesystem::path& file)
{
    const auto bytes = readModelFile(file, kMostPictureBytes);
    if (!bytes)
        return bytes.fault();
    return decodePicture(*bytes);
}

Result<void> lookAtAll(const std::filesystem::path& models, const std::vector<std::filesystem::path>& files,
                       const std::function<bool(std::size_t, const Seen&)>& tell)
{
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    auto readers = crew(models, std::clamp<std::size_t>(files.size(), 1, cores));
    if (!readers)
        return readers.fault();
    Queue queue{files, tell};
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < readers->size(); ++i)
        workers.emplace_back([&queue, &reader = (*readers)[i]] { queue.work(reader); });
    queue.work(readers->front());
    return {};
}

} // namespace madoguchi
