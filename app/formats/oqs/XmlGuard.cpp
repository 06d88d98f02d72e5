// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/XmlGuard.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace madoguchi {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpace = " \t\r\n";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isNameStart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// --- bytes to text
// -------------------------------------------------------------------------------------------

/// A document in two or four bytes a character betrays itself by its mark or by the NULs around its first
/// '<'.
bool looksLikeUtf16Or32(std::string_view bytes)
{
    constexpr std::array kSigns{"\xFE\xFF"sv, "\xFF\xFE"sv, "<\0"sv, "\0<"sv, "\0\0"sv};
    return std::any_of(kSigns.begin(), kSigns.end(), [&](auto sign) { return bytes.starts_with(sign); });
}

/// The text between the quotes that follow `name=`; nothing if it is not there.
std::optional<std::string_view> pseudoAttribute(std::string_view declaration, std::string_view name)
{
    const auto at = declaration.find(name);
    if (at == std::string_view::npos || at == 0 || !isSpace(declaration[at - 1]))
        return std::nullopt;
    auto rest = declaration.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
    if (!rest.starts_with('='))
        return std::nullopt;
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\''))
        return std::nullopt;
    const auto end = rest.find(rest[0], 1);
    return end == std::string_view::npos ? std::nullopt : std::optional{rest.substr(1, end - 1)};
}

struct Declaration {
    std::size_t length{0}; ///< of the declaration itself, 0 when there is none
    Encoding encoding{Encoding::Utf8};
};

Parsed<Declaration> readDeclaration(std::string_view bytes)
{
    constexpr std::size_t kLongest = 200;
    if (!bytes.starts_with("<?xml") || bytes.size() < 6 || !isSpace(bytes[5]))
        return Declaration{}; // XML 1.0 clause 4.3.3: without a declaration it is UTF-8
    const auto end = bytes.substr(0, kLongest).find("?>");
    if (end == std::string_view::npos)
        return MessageError{"the XML declaration does not end", 1, 1};
    const auto declaration = bytes.substr(0, end);
    if (pseudoAttribute(declaration, "version") != "1.0"sv)
        return MessageError{"the XML declaration does not say version 1.0", 1, 1};
    const auto name = pseudoAttribute(declaration, "encoding");
    if (!name)
        return Declaration{end + 2, Encoding::Utf8};
    const auto encoding = encodingNamed(*name);
    if (!encoding)
        return errorAt(bytes, static_cast<std::size_t>(name->data() - bytes.data()),
                       "the declared encoding is neither UTF-8 nor Shift_JIS");
    return Declaration{end + 2, *encoding};
}

/// Japanese text in UTF-8 is made of three-byte sequences; text in CP932 that happens to be valid UTF-8 and
/// has such sequences too does not occur.
bool isUtf8InDisguise(std::string_view bytes)
{
    const auto isThreeByteLead = [](char c) { return (static_cast<unsigned char>(c) & 0xF0) == 0xE0; };
    return std::any_of(bytes.begin(), bytes.end(), isThreeByteLead) && !firstInvalidUtf8(bytes);
}

Parsed<std::string> decodeUtf8(std::string_view bytes)
{
    if (const auto invalid = firstInvalidUtf8(bytes))
        return errorAt(bytes, *invalid, "a byte sequence is not valid UTF-8");
    return std::string{bytes};
}

Parsed<std::string> decodeCp932(std::string_view bytes)
{
    if (isUtf8InDisguise(bytes))
        return MessageError{"the declaration says Shift_JIS, but the text is UTF-8", 1, 1};
    auto decoded = fromCp932(bytes);
    if (decoded.invalid)
        return errorAt(decoded.utf8, decoded.utf8.size(), "a byte sequence is not valid Shift_JIS (CP932)");
    return std::move(decoded.utf8);
}

Parsed<GuardedXml> decode(std::string_view bytes)
{
    constexpr auto kMark = "\xEF\xBB\xBF"sv;
    if (looksLikeUtf16Or32(bytes))
        return MessageError{"UTF-16 and UTF-32 are not accepted", 1, 1};
    const bool marked = bytes.starts_with(kMark);
    bytes.remove_prefix(marked ? kMark.size() : 0);

    const auto declaration = readDeclaration(bytes);
    if (!declaration)
        return declaration.error();
    if (marked && declaration->encoding != Encoding::Utf8)
        return MessageError{"a UTF-8 byte order mark contradicts the declared encoding", 1, 1};
    auto text = declaration->encoding == Encoding::Utf8 ? decodeUtf8(bytes) : decodeCp932(bytes);
    if (!text)
        return text.error();
    // The declaration has served; blanks keep every position behind it where it was.
    std::fill_n(text->begin(), declaration->length, ' ');
    return GuardedXml{*std::move(text), declaration->encoding};
}

// --- text to tokens
// ------------------------------------------------------------------------------------------

/// What is wrong with the character that begins at `at`; "" if nothing is. Control characters, the
/// replacement character and the non-characters U+FFFE and U+FFFF are not text.
std::string_view forbiddenBecause(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0)
        return "a NUL is in the text";
    const bool c1 = byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    if ((byte < 0x20 && !isSpace(text[at])) || byte == 0x7F || c1)
        return "a control character is in the text";
    const auto character = text.substr(at, 3);
    if (character == "\uFFFD" || character == "\xEF\xBF\xBE"sv || character == "\xEF\xBF\xBF"sv)
        return "a character was lost on the way here (replacement character)";
    return {};
}

std::optional<MessageError> findForbiddenCharacter(std::string_view text)
{
    const auto isOrdinary = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xEF;
    };
    for (const char& c : text) {
        if (isOrdinary(c))
            continue;
        const auto at = static_cast<std::size_t>(&c - text.data());
        if (const auto why = forbiddenBecause(text, at); !why.empty())
            return errorAt(text, at, std::string{why});
    }
    return std::nullopt;
}

/// One pass over the text; stops at the first thing that is not of our small XML.
class Scanner {
public:
    Scanner(std::string_view text, const XmlLimits& limits) : text_{text}, limits_{limits} {}

    std::optional<MessageError> scan()
    {
        while (at_ < text_.size() && !error_)
            text_[at_] == '<' ? markup() : characters();
        if (!error_ && elements_ == 0)
            fail(at_, "there is no element");
        return std::move(error_);
    }

private:
    void fail(std::size_t at, std::string what) { error_ = errorAt(text_, at, std::move(what)); }

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    void markup()
    {
        if (rest().starts_with("<!--"))
            section(4, "-->", "a comment");
        else if (rest().starts_with("<![CDATA["))
            depth_ == 0 ? fail(at_, "text stands outside the root element")
                        : section(9, "]]>", "a CDATA section");
        else if (rest().starts_with("<!"))
            fail(at_, "document type declarations are refused");
        else if (rest().starts_with("<?"))
            fail(at_, "processing instructions are refused");
        else if (rest().starts_with("</"))
            endTag();
        else
            startTag();
    }

    void section(std::size_t opening, std::string_view closing, const std::string& what)
    {
        const auto end = text_.find(closing, at_ + opening);
        if (end == std::string_view::npos)
            return fail(at_, what + " does not end");
        if (end - at_ > limits_.valueBytes)
            return fail(at_, what + " is too long");
        count(at_);
        at_ = end + closing.size();
    }

    /// Whatever the parser will spend a node on.
    void count(std::size_t at)
    {
        if (++nodes_ > limits_.nodes)
            fail(at, "there are too many elements");
    }

    /// Moves behind a name; its length, 0 after fail().
    std::size_t name()
    {
        const auto start = at_;
        if (at_ >= text_.size() || !isNameStart(text_[at_]))
            return fail(at_, "an element name must start with a Latin letter"), 0;
        while (at_ < text_.size() && isNameCharacter(text_[at_]) && at_ - start <= limits_.nameBytes)
            ++at_;
        if (at_ - start > limits_.nameBytes)
            return fail(start, "an element name is too long"), 0;
        if (rest().starts_with(':'))
            return fail(start, "namespaces are refused"), 0;
        return at_ - start;
    }

    void skipSpace()
    {
        while (at_ < text_.size() && isSpace(text_[at_]))
            ++at_;
    }

    void startTag()
    {
        const auto start = at_++;
        if (name() == 0)
            return;
        skipSpace();
        if (depth_ == 0 && elements_ > 0)
            return fail(start, "there is a second root element");
        ++elements_;
        count(start);
        if (depth_ == limits_.depth)
            return fail(start, "elements are nested too deeply");
        if (rest().starts_with("/>")) {
            at_ += 2;
        } else if (rest().starts_with(">")) {
            ++depth_;
            ++at_;
        } else if (at_ == text_.size()) {
            fail(start, "a tag does not end");
        } else {
            fail(at_, "attributes are refused");
        }
    }

    void endTag()
    {
        const auto start = at_;
        at_ += 2;
        if (name() == 0)
            return;
        skipSpace();
        if (!rest().starts_with(">"))
            return fail(start, "an end tag does not end");
        if (depth_ == 0)
            return fail(start, "an end tag has no start tag");
        --depth_;
        ++at_;
    }

    void characters()
    {
        const auto end = std::min(text_.find('<', at_), text_.size());
        const auto run = text_.substr(at_, end - at_);
        const auto ink = run.find_first_not_of(kSpace);
        if (depth_ == 0 && ink != std::string_view::npos)
            return fail(at_ + ink, "text stands outside the root element");
        if (run.size() > limits_.valueBytes)
            return fail(at_, "a text is too long");
        if (const auto bracket = run.find("]]>"); bracket != std::string_view::npos)
            return fail(at_ + bracket, "']]>' stands in the text");
        for (auto mark = run.find('&'); mark != std::string_view::npos; mark = run.find('&', mark + 1)) {
            if (!isReference(run.substr(mark)))
                return fail(at_ + mark, "an '&' starts no reference that is known here");
        }
        at_ = end;
    }

    /// One of the five predefined entities, or a number of a character that may stand in text.
    static bool isReference(std::string_view s)
    {
        constexpr std::array kPredefined{"&amp;"sv, "&lt;"sv, "&gt;"sv, "&quot;"sv, "&apos;"sv};
        const auto starts = [&](auto entity) { return s.starts_with(entity); };
        if (std::any_of(kPredefined.begin(), kPredefined.end(), starts))
            return true;
        if (!s.starts_with("&#"))
            return false;
        const bool hexadecimal = s.starts_with("&#x");
        const auto digits = s.substr(hexadecimal ? 3 : 2, 8);
        std::uint32_t code = 0;
        const auto [end, problem] =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
        const bool closed = end != digits.data() + digits.size() && *end == ';';
        return problem == std::errc{} && closed && mayStandInText(code);
    }

    static bool mayStandInText(std::uint32_t code)
    {
        const bool control =
            (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7F && code < 0xA0);
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        return !control && !surrogate && code != 0xFFFD && code != 0xFFFE && code != 0xFFFF &&
               code <= 0x10FFFF;
    }

    std::string_view text_;
    const XmlLimits& limits_;
    std::size_t at_{0};
    std::size_t depth_{0};
    std::size_t elements_{0};
    std::size_t nodes_{0};
    std::optional<MessageError> error_;
};

} // namespace

Parsed<GuardedXml> guardXml(std::string_view bytes, const XmlLimits& limits)
{
    if (bytes.size() > limits.bytes)
        return MessageError{"the file is too large", 1, 1};
    auto xml = decode(bytes);
    if (!xml)
        return xml;
    if (xml->text.size() > limits.bytes)
        return MessageError{"the text is too large", 1, 1};
    if (auto error = findForbiddenCharacter(xml->text))
        return *std::move(error);
    if (auto error = Scanner{xml->text, limits}.scan())
        return *std::move(error);
    return xml;
}

} // namespace madoguchi
