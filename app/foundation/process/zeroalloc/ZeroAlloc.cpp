// SPDX-License-Identifier: Apache-2.0
// glibc's allocator with one addition: a block is zeroed before it goes back. glibc allows malloc, calloc,
// realloc and free to be replaced together (manual, "Replacing malloc"); its own remain reachable under the
// names below. Aligned blocks come from the same heap and return through free() as well.
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

extern "C" {

// Names of glibc, hence the reserved spelling.
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void __libc_free(void* block);

void* malloc(std::size_t size) noexcept
{
    return __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) noexcept
{
    return __libc_calloc(count, size);
}

void free(void* block) noexcept
{
    if (block == nullptr)
        return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

/// glibc's own would move a block and leave the old copy behind. So growing always moves here, and a block
/// that still fits stays where it is unless that wastes more than it keeps.
void* realloc(void* block, std::size_t size) noexcept
{
    if (block == nullptr)
        return malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    constexpr std::size_t kWorthMoving = 4096;
    const std::size_t usable = malloc_usable_size(block);
    if (size <= usable && (usable < kWorthMoving || size > usable / 2)) {
        // What the caller gave up is erased now; it may write there again only after another realloc().
        explicit_bzero(static_cast<char*>(block) + size, usable - size);
        return block;
    }
    void* moved = __libc_malloc(size);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, block, std::min(size, usable));
    free(block);
    return moved;
}

} // extern "C"
