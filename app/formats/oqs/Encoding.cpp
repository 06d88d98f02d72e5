// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/Encoding.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <iconv.h>

namespace madoguchi {
namespace {

/// An iconv descriptor for as long as a conversion lasts.
class Converter {
public:
    Converter(const char* to, const char* from) : handle_{iconv_open(to, from)} {}
    ~Converter()
    {
        if (usable())
            iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool usable() const
    {
        return handle_ != reinterpret_cast<iconv_t>(-1); // NOLINT: iconv's own error value
    }

    /// Converts as much as is valid; returns how many bytes of `in` were used.
    std::size_t convert(std::string_view in, std::string& out, std::size_t growth) const
    {
        out.resize(in.size() * growth);
        auto* source = const_cast<char*>(in.data()); // iconv's signature; it does not write there
        auto* target = out.data();
        auto sourceLeft = in.size();
        auto targetLeft = out.size();
        iconv(handle_, &source, &sourceLeft, &target, &targetLeft);
        out.resize(out.size() - targetLeft);
        return in.size() - sourceLeft;
    }

private:
    iconv_t handle_;
};

constexpr unsigned char byteOf(char c)
{
    return static_cast<unsigned char>(c);
}

/// Length of the well-formed UTF-8 sequence at the start of `s` (Unicode table 3-7), 0 if there is none.
std::size_t sequenceLength(std::string_view s)
{
    const auto lead = byteOf(s[0]);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || s.size() < length)
        return 0;
    const auto isContinuation = [](char c) { return (byteOf(c) & 0xC0) == 0x80; };
    if (!std::all_of(s.begin() + 1, s.begin() + static_cast<std::ptrdiff_t>(length), isContinuation))
        return 0;
    const auto second = byteOf(s[1]);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogate = lead == 0xED && second > 0x9F;
    const bool beyond = lead == 0xF4 && second > 0x8F;
    return overlong || surrogate || beyond ? 0 : length;
}

/// Signs of JIS X 0208 for which Unicode has two code points: the one iconv also takes, and Microsoft's.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTwins{{
    {"\u301C", "\uFF5E"}, // 〜 ～
    {"\u2212", "\uFF0D"}, // − －
    {"\u2016", "\u2225"}, // ‖ ∥
    {"\u2014", "\u2015"}, // — ―
}};

std::string withMicrosoftTwins(std::string_view utf8)
{
    std::string text;
    text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto rest = utf8.substr(at);
        const auto twin = std::find_if(kTwins.begin(), kTwins.end(),
                                       [&](const auto& pair) { return rest.starts_with(pair.first); });
        text += twin != kTwins.end() ? twin->second : rest.substr(0, 1);
        at += twin != kTwins.end() ? twin->first.size() : 1;
    }
    return text;
}

/// glibc maps the user-defined area to Unicode's private use; nobody else agrees on what is there.
std::optional<std::size_t> firstUserDefined(std::string_view cp932)
{
    for (std::size_t at = 0; at < cp932.size();) {
        const auto lead = byteOf(cp932[at]);
        if (lead >= 0xF0 && lead <= 0xF9)
            return at;
        const bool twoBytes = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
        at += twoBytes ? 2 : 1;
    }
    return std::nullopt;
}

} // namespace

std::string_view declaredName(Encoding encoding)
{
    return encoding == Encoding::Utf8 ? "UTF-8" : "Shift_JIS";
}

std::optional<Encoding> encodingNamed(std::string_view name)
{
    std::string lower{name};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower == "utf-8")
        return Encoding::Utf8;
    constexpr std::array<std::string_view, 4> kCp932Names{"shift_jis", "windows-31j", "cp932", "ms932"};
    if (std::find(kCp932Names.begin(), kCp932Names.end(), lower) != kCp932Names.end())
        return Encoding::Cp932;
    return std::nullopt;
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        if (byteOf(bytes[at]) < 0x80) { // most of every message
            ++at;
            continue;
        }
        const auto length = sequenceLength(bytes.substr(at));
        if (length == 0)
            return at;
        at += length;
    }
    return std::nullopt;
}

Cp932Text fromCp932(std::string_view bytes)
{
    const auto userDefined = firstUserDefined(bytes);
    const auto plain = bytes.substr(0, userDefined.value_or(bytes.size()));

    Cp932Text text;
    const Converter converter{"UTF-8", "CP932"};
    const auto used = converter.usable() ? converter.convert(plain, text.utf8, 3) : 0;
    if (used < bytes.size())
        text.invalid = used;
    return text;
}

std::optional<std::string> toCp932(std::string_view utf8)
{
    if (firstInvalidUtf8(utf8))
        return std::nullopt;
    const auto wanted = withMicrosoftTwins(utf8);
    std::string bytes;
    const Converter converter{"CP932", "UTF-8"};
    if (!converter.usable() || converter.convert(wanted, bytes, 1) < wanted.size())
        return std::nullopt;

    // iconv turns a few signs into others (¥ into a backslash): only what comes back unchanged was carried.
    const auto back = fromCp932(bytes);
    if (back.invalid || back.utf8 != wanted)
        return std::nullopt;
    return bytes;
}

bool canCarry(Encoding encoding, std::string_view utf8)
{
    return encoding == Encoding::Utf8 ? !firstInvalidUtf8(utf8) : toCp932(utf8).has_value();
}

} // namespace madoguchi
