// SPDX-License-Identifier: Apache-2.0
#include "foundation/picture/PreviewFrame.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <new>

namespace madoguchi {

/// Everything is atomic because both sides touch it at once; relaxed access to aligned words costs no more
/// than plain access.
struct PreviewLayout {
    static constexpr std::uint32_t kMagic = 0x4D505631; // "MPV1"

    std::atomic<std::uint32_t> magic{kMagic};
    std::atomic<std::uint32_t> width{kPreviewWidth};
    std::atomic<std::uint32_t> height{kPreviewHeight};
    std::atomic<std::uint32_t> sequence{0}; ///< odd while a frame is being written
    std::array<std::atomic<std::uint32_t>, kPreviewPixels> pixels{};
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

namespace {

Fault memoryFault(int error, std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, error, where};
}

Result<PreviewLayout*> map(int fd, int protection)
{
    struct stat status {};
    if (::fstat(fd, &status) != 0 || status.st_size != static_cast<off_t>(sizeof(PreviewLayout)))
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "bus/previewSize"};
    void* address = ::mmap(nullptr, sizeof(PreviewLayout), protection, MAP_SHARED, fd, 0);
    if (address == MAP_FAILED)
        return memoryFault(errno, "bus/previewMap");
    return static_cast<PreviewLayout*>(address);
}

Result<PreviewMapping> mapChecked(const UniqueFd& memory, int protection)
{
    const auto mapped = map(memory.value(), protection);
    if (!mapped)
        return mapped.fault();
    PreviewMapping mapping{*mapped};
    if (mapping->magic != PreviewLayout::kMagic || mapping->width != kPreviewWidth ||
        mapping->height != kPreviewHeight)
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "bus/previewHeader"};
    return mapping;
}

/// Marks the frame as being written for the time of a scope.
class WriteScope {
public:
    explicit WriteScope(std::atomic<std::uint32_t>& sequence) : sequence_{sequence}
    {
        sequence_.store(sequence_.load(std::memory_order_relaxed) | 1U, std::memory_order_relaxed);
    }
    WriteScope(const WriteScope&) = delete;
    WriteScope& operator=(const WriteScope&) = delete;
    ~WriteScope()
    {
        sequence_.store(sequence_.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    }

private:
    std::atomic<std::uint32_t>& sequence_;
};

} // namespace

void PreviewUnmap::operator()(PreviewLayout* memory) const
{
    ::munmap(memory, sizeof(PreviewLayout));
}

Result<UniqueFd> createPreviewMemory()
{
    UniqueFd memory{::memfd_create("preview", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    if (!memory || ::ftruncate(memory.value(), sizeof(PreviewLayout)) != 0)
        return memoryFault(errno, "bus/previewCreate");
    const auto mapped = map(memory.value(), PROT_READ | PROT_WRITE);
    if (!mapped)
        return mapped.fault();
    const PreviewMapping mapping{new (*mapped) PreviewLayout};
    // A reader may rely on the size from now on: nobody can shorten it under a mapping.
    if (::fcntl(memory.value(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return memoryFault(errno, "bus/previewSeal");
    return memory;
}

Result<PreviewWriter> PreviewWriter::open(UniqueFd memory)
{
    auto mapping = mapChecked(memory, PROT_READ | PROT_WRITE);
    if (!mapping)
        return mapping.fault();
    return PreviewWriter{std::move(*mapping)};
}

void PreviewWriter::write(std::span<const std::uint32_t, kPreviewPixels> pixels)
{
    const WriteScope scope{memory_->sequence};
    // Release per pixel: a reader that sees one of them also sees the odd sequence number.
    for (std::size_t i = 0; i < pixels.size(); ++i)
        memory_->pixels[i].store(pixels[i], std::memory_order_release);
}

void PreviewWriter::clear()
{
    const WriteScope scope{memory_->sequence};
    for (auto& pixel : memory_->pixels)
        pixel.store(0, std::memory_order_release);
}

Result<PreviewReader> PreviewReader::open(UniqueFd memory)
{
    auto mapping = mapChecked(memory, PROT_READ);
    if (!mapping)
        return mapping.fault();
    return PreviewReader{std::move(*mapping)};
}

bool PreviewReader::read(std::span<std::uint32_t, kPreviewPixels> pixels)
{
    const auto before = memory_->sequence.load(std::memory_order_acquire);
    if (before == seen_ || (before & 1U) != 0)
        return false;
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = memory_->pixels[i].load(std::memory_order_acquire);
    if (memory_->sequence.load(std::memory_order_relaxed) != before)
        return false;
    seen_ = before;
    return true;
}

} // namespace madoguchi
