// SPDX-License-Identifier: Apache-2.0
// The two encodings of the receipt computer's interface. "Shift_JIS" in a declaration means CP932
// (Windows-31J) in every program that takes part. Both directions are exact: a byte sequence or a character
// that has no counterpart is an error, never a '?' or a look-alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

enum class Encoding : std::uint8_t { Utf8, Cp932 };

/// As written in an XML declaration.
[[nodiscard]] std::string_view declaredName(Encoding encoding);

/// The encoding a declaration names (Shift_JIS, Windows-31J and CP932 are one), without regard to case.
[[nodiscard]] std::optional<Encoding> encodingNamed(std::string_view name);

/// Where the first invalid sequence of UTF-8 text begins (overlong forms, surrogates and what lies beyond
/// U+10FFFF are invalid); nothing when the text is sound.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view bytes);

/// CP932 as UTF-8, or how far it could be read. User-defined characters (外字, F040-F9FC) are refused: what
/// they mean differs from machine to machine.
struct Cp932Text {
    std::string utf8;                   ///< up to the error, if there is one
    std::optional<std::size_t> invalid; ///< byte offset of the first sequence that has no meaning
};
[[nodiscard]] Cp932Text fromCp932(std::string_view bytes);

/// UTF-8 as CP932, or nothing if one character cannot be carried. Four signs that JIS has once and Unicode
/// twice (～ － ∥ ― and their twins) are carried as the one sign they are.
[[nodiscard]] std::optional<std::string> toCp932(std::string_view utf8);

/// Whether the text survives the way into the encoding and back.
[[nodiscard]] bool canCarry(Encoding encoding, std::string_view utf8);

} // namespace madoguchi
