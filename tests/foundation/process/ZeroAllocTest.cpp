// SPDX-License-Identifier: Apache-2.0
// Searches this very process for a canary. The canary is kept only in masked form, and compared masked, so
// that neither the test nor its reading buffer holds a copy of what it looks for.
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr unsigned char kMask = 0x5A;
constexpr std::size_t kCanary = 24;

/// Fresh for each test, so that one test's leftovers are not another's.
std::array<unsigned char, kCanary> maskedCanary()
{
    static unsigned char round = 0;
    ++round;
    std::array<unsigned char, kCanary> canary{};
    for (std::size_t i = 0; i < kCanary; ++i)
        canary[i] = static_cast<unsigned char>(round * 37 + i * 11);
    return canary;
}

using Masked = std::array<unsigned char, kCanary>;

void fill(void* block, std::size_t size, const Masked& canary)
{
    auto* bytes = static_cast<volatile unsigned char*>(block);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<unsigned char>(canary[i % kCanary] ^ kMask);
}

std::size_t countIn(const std::vector<unsigned char>& buffer, std::size_t size, const Masked& canary)
{
    std::size_t found = 0;
    for (std::size_t at = 0; at + kCanary <= size; ++at) {
        std::size_t same = 0;
        while (same < kCanary && (buffer[at + same] ^ kMask) == canary[same])
            ++same;
        found += same == kCanary ? 1 : 0;
    }
    return found;
}

/// Copies of the canary in the writable memory of this process, stacks included.
std::size_t copiesInMemory(const Masked& canary)
{
    constexpr std::size_t kChunk = std::size_t{1} << 20U;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    std::vector<unsigned char> buffer(kChunk);
    std::size_t found = 0;
    std::ifstream maps{"/proc/self/maps"};
    for (std::string line; std::getline(maps, line);) {
        unsigned long long from = 0;
        unsigned long long to = 0;
        char access[5]{};
        if (std::sscanf(line.c_str(), "%llx-%llx %4s", &from, &to, access) != 3 || access[1] != 'w')
            continue;
        // memcpy leaves the last bytes in wide registers, which the dynamic linker may save on the stack. The
        // stack is not the allocator's to clear; it goes with the process.
        if (line.ends_with("[stack]"))
            continue;
        for (auto at = from; at < to; at += kChunk - kCanary) {
            const auto got = ::pread(memory, buffer.data(), std::min<std::size_t>(kChunk, to - at),
                                     static_cast<off_t>(at));
            if (got > 0)
                found += countIn(buffer, static_cast<std::size_t>(got), canary);
            std::memset(buffer.data(), 0, buffer.size()); // or the next look would find our own copy
        }
    }
    ::close(memory);
    return found;
}

const std::vector<std::size_t> kSizes{32, 100, 1000, 5000, 70'000, 1'000'000};

} // namespace

TEST_CASE("canaryIsFoundWhileItIsAllocated")
{
    const auto canary = maskedCanary();
    const std::unique_ptr<void, decltype(&std::free)> block{std::malloc(1000), std::free};
    fill(block.get(), 1000, canary);

    CHECK(copiesInMemory(canary) > 0);
}

TEST_CASE("nothingIsLeftAfterFree")
{
    const auto canary = maskedCanary();
    std::vector<void*> blocks;
    for (const auto size : kSizes) {
        blocks.push_back(std::malloc(size));
        fill(blocks.back(), size, canary);
    }

    for (void* block : blocks)
        std::free(block);

    CHECK(copiesInMemory(canary) == 0);
}

TEST_CASE("nothingIsLeftAfterDelete")
{
    const auto canary = maskedCanary();
    for (const auto size : kSizes) {
        auto block = std::make_unique<unsigned char[]>(size);
        fill(block.get(), size, canary);
    }

    CHECK(copiesInMemory(canary) == 0);
}

TEST_CASE("nothingIsLeftAfterAlignedBlocksAreFreed")
{
    const auto canary = maskedCanary();
    for (const auto size : kSizes) {
        void* block = std::aligned_alloc(64, (size + 63) / 64 * 64);
        fill(block, size, canary);
        std::free(block);
    }

    CHECK(copiesInMemory(canary) == 0);
}

TEST_CASE("nothingIsLeftWhereAGrowingBlockLay")
{
    const auto canary = maskedCanary();
    void* block = std::malloc(32);
    fill(block, 32, canary);
    for (const auto size : kSizes) {
        block = std::realloc(block, size);
        fill(block, size, canary);
    }

    std::free(block);

    CHECK(copiesInMemory(canary) == 0);
}

TEST_CASE("shrinkingErasesWhatIsGivenUp")
{
    for (const std::size_t size : {std::size_t{2000}, std::size_t{200'000}}) {
        const auto canary = maskedCanary();
        void* block = std::malloc(size);
        fill(block, size, canary);

        block = std::realloc(block, 8);

        CHECK(copiesInMemory(canary) == 0); // eight bytes are less than a canary
        std::free(block);
    }
}

TEST_CASE("reallocKeepsTheContents")
{
    auto* block = static_cast<unsigned char*>(std::malloc(1));
    block[0] = 7;
    for (std::size_t size = 2; size < 20'000; size = size * 3 / 2 + 1) {
        block = static_cast<unsigned char*>(std::realloc(block, size));
        REQUIRE(block != nullptr);
        for (std::size_t i = 0; i + 1 < size && i < 2; ++i)
            CHECK(block[0] == 7);
        block[size - 1] = 1;
    }
    block = static_cast<unsigned char*>(std::realloc(block, 1));

    CHECK(block[0] == 7);
    std::free(block);
}

TEST_CASE("growingStringLeavesNoCopyBehind")
{
    const auto canary = maskedCanary();
    {
        std::string text;
        for (std::size_t i = 0; i < 100'000; ++i)
            text.push_back(static_cast<char>(canary[i % kCanary] ^ kMask));
    }

    CHECK(copiesInMemory(canary) == 0);
}
