// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/MessageDocument.h"

#include "formats/oqs/MessageKind.h"
#include "formats/oqs/Vocabulary.h"
#include "formats/oqs/XmlGuard.h"

#include <algorithm>
#include <optional>

#include <pugixml.hpp>

namespace madoguchi {
namespace {

/// Lines and columns of ever later offsets: elements come in document order, so one walk finds them all.
class Position {
public:
    explicit Position(std::string_view text) : text_{text} {}

    void moveTo(std::size_t offset)
    {
        for (; at_ < offset && at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') {
                ++line;
                column = 1;
            } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
                ++column;
            }
        }
    }

    int line{1};
    int column{1};

private:
    std::string_view text_;
    std::size_t at_{0};
};

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return std::string{text.substr(first, text.find_last_not_of(kSpace) - first + 1)};
}

bool isElement(const pugi::xml_node& node)
{
    return node.type() == pugi::node_element;
}

/// Our tree of pugixml's, no deeper than the guard let it be. Throws MessageError inside this file only.
MessageElement copyOf(const pugi::xml_node& node, Position& position)
{
    MessageElement element;
    element.name = node.name();
    position.moveTo(static_cast<std::size_t>(node.offset_debug()) - 1); // at the '<'
    element.line = position.line;
    element.column = position.column;

    std::string text;
    for (const auto& child : node.children()) {
        if (isElement(child))
            element.children.push_back(copyOf(child, position));
        else
            text += child.value();
    }
    element.text = trimmed(text);
    if (!element.children.empty() && !element.text.empty())
        throw errorAt(element, "text and elements stand side by side");
    return element;
}

Parsed<MessageElement> parseTree(const std::string& text)
{
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (parsed.status == pugi::status_end_element_mismatch)
        return errorAt(text, static_cast<std::size_t>(parsed.offset),
                       "an element does not end, or another one ends");
    if (!parsed)
        return errorAt(text, static_cast<std::size_t>(parsed.offset), "this is not well-formed XML");
    Position position{text};
    return copyOf(document.document_element(), position);
}

/// Everything up to the tree of elements.
struct Source {
    MessageElement root;
    Encoding encoding{Encoding::Utf8};
};

Parsed<Source> readSource(std::string_view bytes)
{
    auto xml = guardXml(bytes);
    if (!xml)
        return xml.error();
    try {
        auto root = parseTree(xml->text);
        if (!root)
            return root.error();
        return Source{*std::move(root), xml->encoding};
    } catch (const MessageError& error) {
        return error;
    }
}

std::optional<MessageError> checkParts(const MessageElement& root)
{
    if (root.name != "XmlMsg")
        return errorAt(root, "the root element must be XmlMsg");
    for (const auto& part : root.children) {
        if (part.name != "MessageHeader" && part.name != "MessageBody")
            return errorAt(part, "only MessageHeader and MessageBody may stand here");
        if (!part.text.empty())
            return errorAt(part, "must hold elements, not text");
    }
    if (!root.child("MessageHeader"))
        return errorAt(root, "has no MessageHeader");
    return std::nullopt;
}

/// An answer may lack its body, if it says that something went wrong; nothing else may.
std::optional<MessageError> checkBody(std::string_view kind, const MessageElement& root)
{
    const bool failed = isAnswer(kind) && root.child("MessageHeader")->textOf("SegmentOfResult") != "1";
    return root.child("MessageBody") || failed ? std::nullopt
                                               : std::optional{errorAt(root, "has no MessageBody")};
}

Parsed<MessageDocument> documentOf(Source source, std::string kind)
{
    if (auto error = firstBreach(kind, source.root))
        return *std::move(error);
    if (auto error = checkBody(kind, source.root))
        return *std::move(error);

    MessageDocument document{std::move(kind), source.encoding, {}, {}};
    document.body.name = "MessageBody";
    document.body.line = source.root.line;
    document.body.column = source.root.column;
    for (auto& part : source.root.children)
        (part.name == "MessageHeader" ? document.header : document.body) = std::move(part);
    return document;
}

} // namespace

const MessageElement* MessageElement::child(std::string_view childName) const
{
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const auto& c) { return c.name == childName; });
    return found == children.end() ? nullptr : &*found;
}

std::string_view MessageElement::textOf(std::string_view childName) const
{
    const auto* found = child(childName);
    return found ? std::string_view{found->text} : std::string_view{};
}

MessageError errorAt(const MessageElement& element, std::string_view rule)
{
    return {element.name + ": " + std::string{rule}, element.line, element.column};
}

std::optional<MessageError> firstMissing(const MessageElement& element,
                                         std::initializer_list<std::string_view> names)
{
    for (const auto name : names) {
        if (element.textOf(name).empty())
            return errorAt(element, "lacks " + std::string{name});
    }
    return std::nullopt;
}

Parsed<MessageDocument> readMessage(std::string_view bytes, std::string_view fileName)
{
    auto source = readSource(bytes);
    if (!source)
        return source.error();
    if (auto error = checkParts(source->root))
        return *std::move(error);
    auto kind = kindFromFileName(fileName);
    if (!kind)
        kind = kindFromContent(source->root);
    if (!kind)
        return MessageError{"neither the file's name nor its content says which kind of message it is", 1, 1};
    return documentOf(*std::move(source), *std::move(kind));
}

Parsed<MessageDocument> readMessageOfKind(std::string_view bytes, std::string kind)
{
    auto source = readSource(bytes);
    if (!source)
        return source.error();
    if (auto error = checkParts(source->root))
        return *std::move(error);
    return documentOf(*std::move(source), std::move(kind));
}

} // namespace madoguchi
