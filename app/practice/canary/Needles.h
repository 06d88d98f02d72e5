// SPDX-License-Identifier: Apache-2.0
// What to search for: byte sequences that only the patient's data would leave behind.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace madoguchi {

/// One sequence and what it stands for, for the report. The report never shows the bytes.
struct Needle {
    std::string what; ///< "name, UTF-16"
    std::vector<std::uint8_t> bytes;
    std::size_t element{1}; ///< bytes that belong together
    std::size_t stride{
        1}; ///< distance from one element to the next in what is searched; = element when packed
};

/// A set of needles that is looked for in one pass, however many there are.
class Needles {
public:
    static constexpr std::size_t kShortest = 4;

    /// Sequences shorter than kShortest would be found everywhere by chance; adding one is refused (false).
    bool add(std::string what, std::span<const std::uint8_t> bytes);

    /// `text` (UTF-8) in UTF-8, UTF-16, UTF-32 and CP932. With `window` > 0 also every run of that many
    /// characters, because half a name is a name too. Returns how many needles that made.
    std::size_t addText(const std::string& what, std::string_view text, std::size_t window = 0);

    /// Every run of `window` bytes of an image row or a file, taken each `stride` bytes. Runs of few
    /// different values (a flat background) are left out: they prove nothing.
    std::size_t addRuns(const std::string& what, std::span<const std::uint8_t> bytes, std::size_t window,
                        std::size_t stride);

    /// A run of numbers as a text engine may store glyphs or code points: 16-bit and 32-bit, packed and with
    /// the gaps its records have (strides 4 to 32).
    std::size_t addGlyphRun(const std::string& what, std::span<const std::uint32_t> glyphs);

    [[nodiscard]] std::size_t longest() const { return longest_; }
    [[nodiscard]] const std::vector<Needle>& all() const { return needles_; }

    /// Calls found(index of needle) for each occurrence in `haystack`.
    template<typename Found>
    void find(std::span<const std::uint8_t> haystack, Found found) const;

private:
    bool add(Needle needle);
    [[nodiscard]] bool matches(std::size_t needle, const std::uint8_t* at, std::size_t left) const;

    std::vector<Needle> needles_;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> byStart_; ///< first four bytes
    std::bitset<65536> starts_;                                           ///< first two bytes: the quick no
    std::size_t longest_{0};
};

template<typename Found>
void Needles::find(std::span<const std::uint8_t> haystack, Found found) const
{
    if (haystack.size() < kShortest)
        return;
    const auto* const begin = haystack.data();
    for (std::size_t i = 0; i + kShortest <= haystack.size(); ++i) {
        if (!starts_[static_cast<std::size_t>(begin[i] | begin[i + 1] << 8)])
            continue;
        const auto key = static_cast<std::uint32_t>(begin[i] | begin[i + 1] << 8 | begin[i + 2] << 16) |
                         static_cast<std::uint32_t>(begin[i + 3]) << 24;
        const auto entry = byStart_.find(key);
        if (entry == byStart_.end())
            continue;
        for (const auto needle : entry->second)
            if (matches(needle, begin + i, haystack.size() - i))
                found(needle);
    }
}

} // namespace madoguchi
