// SPDX-License-Identifier: Apache-2.0
#include "foundation/picture/PreviewFrame.h"

#include <fcntl.h>
#include <sys/mman.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace madoguchi;

namespace {

struct Pair {
    PreviewWriter writer;
    PreviewReader reader;
};

Pair previewPair()
{
    auto memory = createPreviewMemory();
    REQUIRE(memory);
    UniqueFd copy{::dup(memory->value())};
    auto writer = PreviewWriter::open(std::move(*memory));
    auto reader = PreviewReader::open(std::move(copy));
    REQUIRE(writer);
    REQUIRE(reader);
    return {std::move(*writer), std::move(*reader)};
}

using Frame = std::vector<std::uint32_t>;

Frame frameOf(std::uint32_t value)
{
    return Frame(kPreviewPixels, value);
}

std::span<std::uint32_t, kPreviewPixels> whole(Frame& frame)
{
    return std::span<std::uint32_t, kPreviewPixels>{frame};
}

} // namespace

TEST_CASE("frameIsReadOnceAsItWasWritten")
{
    auto [writer, reader] = previewPair();
    Frame sent = frameOf(0);
    for (std::size_t i = 0; i < sent.size(); ++i)
        sent[i] = static_cast<std::uint32_t>(i * 2654435761U);
    Frame received = frameOf(0);

    writer.write(whole(sent));

    CHECK(reader.read(whole(received)));
    CHECK(received == sent);
    CHECK_FALSE(reader.read(whole(received)));
}

TEST_CASE("nothingIsReadBeforeTheFirstFrame")
{
    auto [writer, reader] = previewPair();
    Frame received = frameOf(7);

    CHECK_FALSE(reader.read(whole(received)));
}

TEST_CASE("clearLeavesNoPixel")
{
    auto [writer, reader] = previewPair();
    Frame frame = frameOf(0x00ABCDEF);
    writer.write(whole(frame));

    writer.clear();

    CHECK(reader.read(whole(frame)));
    CHECK(std::ranges::all_of(frame, [](std::uint32_t pixel) { return pixel == 0; }));
}

TEST_CASE("readerNeverSeesHalfAFrame")
{
    auto [writer, reader] = previewPair();
    std::atomic<bool> done{false};
    std::jthread writing{[&writer = writer, &done] {
        for (std::uint32_t value = 1; value <= 200; ++value) {
            Frame frame = frameOf(value);
            writer.write(whole(frame));
        }
        done = true;
    }};

    Frame frame = frameOf(0);
    int read = 0;
    bool mixed = false;
    bool last = false;
    while (!last) {
        last = done;
        if (!reader.read(whole(frame)))
            continue;
        ++read;
        mixed =
            mixed || std::ranges::any_of(frame, [&](std::uint32_t pixel) { return pixel != frame.front(); });
    }

    CHECK(read > 0);
    CHECK_FALSE(mixed);
    CHECK(frame.front() == 200);
}

TEST_CASE("memoryOfAnotherShapeIsRefused")
{
    UniqueFd small{::memfd_create("small", MFD_CLOEXEC)};
    REQUIRE(::ftruncate(small.value(), 4096) == 0);
    auto memory = createPreviewMemory();
    REQUIRE(memory);
    const std::uint32_t wrongMagic = 0;
    UniqueFd copy{::dup(memory->value())};
    REQUIRE(::pwrite(copy.value(), &wrongMagic, sizeof wrongMagic, 0) == sizeof wrongMagic);

    CHECK_FALSE(PreviewReader::open(std::move(small)));
    CHECK_FALSE(PreviewReader::open(std::move(copy)));
    CHECK_FALSE(PreviewReader::open(UniqueFd{}));
}

TEST_CASE("nobodyCanShortenTheMemoryUnderAReader")
{
    auto memory = createPreviewMemory();
    REQUIRE(memory);

    CHECK(::ftruncate(memory->value(), 0) != 0);
}
