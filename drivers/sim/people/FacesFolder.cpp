// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/FacesFolder.h"

#include "drivers/sim/people/Casting.h"
#include "drivers/sim/people/LoopMark.h"
#include "drivers/sim/people/PictureFile.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>
#include <vector>

namespace madoguchi {

namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostThreads = 16;

/// One picture to make and the file it goes to.
struct Order {
    Shot shot;
    fs::path file;
    bool chipPhoto{false};
};

/// Pictures that are played together.
struct Reel {
    fs::path folder;
    LoopMark mark;
};

/// A folder, what it is made from, and its pictures.
struct Batch {
    fs::path folder;
    std::string madeFrom;
    std::vector<Reel> reels{};
    std::vector<Order> orders{};
};

/// Everything a picture depends on, as text: the stamp of a folder.
std::string description(const Likeness& persona)
{
    std::ostringstream text;
    text << "render " << kRenderVersion << " casting " << kCastingVersion << " name " << persona.name
         << " styles " << static_cast<int>(persona.hairStyle) << ' ' << static_cast<int>(persona.glasses);
    for (const Dial& dial : dials()) {
        text << ' ' << dial.key << ' ' << persona.*dial.value;
    }
    for (const Tint& tint : tints()) {
        const Vec3 colour = persona.*tint.value;
        text << ' ' << tint.key << ' ' << colour.x << ' ' << colour.y << ' ' << colour.z;
    }
    text << '\n';
    return text.str();
}

fs::path stampOf(const Batch& batch)
{
    return batch.folder / "stamp";
}

bool isUpToDate(const Batch& batch)
{
    std::ifstream file{stampOf(batch), std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    return file && text == batch.madeFrom;
}

void add(Batch& batch, const Sequence& sequence, const fs::path& faces)
{
    const fs::path folder = faces / sequence.folder;
    batch.reels.push_back({folder, {.loopFrom = sequence.loopFrom, .hold = sequence.hold}});
    for (std::size_t i = 0; i < sequence.shots.size(); ++i) {
        const std::string number = std::to_string(i);
        batch.orders.push_back(
            {sequence.shots[i], folder / (std::string(3 - number.size(), '0') + number + ".png")});
    }
}

Batch batchOf(const Likeness& persona, const fs::path& faces)
{
    Batch batch{faces / persona.name, description(persona)};
    add(batch, atTheDesk(persona), faces);
    for (const Turn turn : {Turn::ToTheirLeft, Turn::ToTheirRight}) {
        add(batch, turningAside(persona, turn), faces);
    }
    batch.orders.push_back({chipPhoto(persona), batch.folder / "portrait.jp2", true});
    return batch;
}

std::vector<Batch> batchesOf(std::span<const Likeness> personas, std::span<const Likeness> troubled,
                             const fs::path& faces)
{
    std::vector<Batch> batches;
    for (const Likeness& persona : personas) {
        batches.push_back(batchOf(persona, faces));
    }
    if (troubled.size() > 1) {
        for (const Sequence& sequence : troubles(troubled[0], troubled[1])) {
            Batch batch{(faces / sequence.folder).parent_path(),
                        description(troubled[0]) + description(troubled[1])};
            add(batch, sequence, faces);
            batches.push_back(std::move(batch));
        }
    }
    return batches;
}

/// An empty folder without a stamp, so that what is left of an interrupted run is never taken for complete.
Result<void> prepare(const Batch& batch)
{
    std::error_code error;
    fs::remove(stampOf(batch), error);
    for (const Reel& reel : batch.reels) {
        fs::remove_all(reel.folder, error);
        fs::create_directories(reel.folder, error);
        if (error) {
            return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, error.value(), "sim/fillFacesFolder"};
        }
        if (const Result<void> marked = writeLoopMark(reel.folder, reel.mark); !marked) {
            return marked;
        }
    }
    return {};
}

Result<void> stamp(const Batch& batch)
{
    errno = 0;
    std::ofstream file{stampOf(batch), std::ios::binary};
    file << batch.madeFrom;
    file.close();
    if (!file) {
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, errno, "sim/fillFacesFolder/stamp"};
    }
    return {};
}

Result<void> fill(const Order& order)
{
    const Image image = render(order.shot.view, order.shot.sitters);
    return order.chipPhoto ? writeChipPhoto(order.file, image) : writePng(order.file, image);
}

/// Renders on all cores. The first fault ends it.
Result<void> fillAll(const std::vector<Order>& orders)
{
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::optional<Fault> fault;
    const auto work = [&] {
        for (std::size_t i = next++; i < orders.size(); i = next++) {
            if (const Result<void> made = fill(orders[i]); !made) {
                const std::lock_guard lock{mutex};
                fault = made.fault();
                next = orders.size();
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads); i > 0; --i) {
            threads.emplace_back(work);
        }
    }
    return fault ? Result<void>{*fault} : Result<void>{};
}

} // namespace

Result<FacesMade> fillFacesFolder(const fs::path& folder, std::span<const Likeness> personas,
                                  std::span<const Likeness> troubled)
{
    std::vector<Batch> batches = batchesOf(personas, troubled, folder);
    const auto stale = std::stable_partition(batches.begin(), batches.end(), isUpToDate);
    std::vector<Order> orders;
    for (auto batch = stale; batch != batches.end(); ++batch) {
        if (const Result<void> ready = prepare(*batch); !ready) {
            return ready.fault();
        }
        orders.insert(orders.end(), batch->orders.begin(), batch->orders.end());
    }
    if (const Result<void> filled = fillAll(orders); !filled) {
        return filled.fault();
    }
    for (auto batch = stale; batch != batches.end(); ++batch) {
        if (const Result<void> stamped = stamp(*batch); !stamped) {
            return stamped.fault();
        }
    }
    return FacesMade{static_cast<int>(orders.size()), static_cast<int>(stale - batches.begin())};
}

} // namespace madoguchi
