// SPDX-License-Identifier: Apache-2.0
// Any message of the field as a tree of elements and texts: <XmlMsg> with <MessageHeader> and <MessageBody>.
// Every known kind is read by the same code; what differs between them (which elements may repeat, what a
// value looks like) stands in Vocabulary.h. The order of elements never matters, it differs from file to
// file.
#pragma once

#include "formats/oqs/Encoding.h"
#include "formats/oqs/MessageError.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

/// Either text or children, never both.
struct MessageElement {
    std::string name;
    std::string text; ///< UTF-8, without the XML space around it; "" for an empty element
    std::vector<MessageElement> children;
    int line{0}, column{0};

    /// The first child of that name; nullptr if there is none.
    [[nodiscard]] const MessageElement* child(std::string_view childName) const;

    /// The text of the first child of that name; "" if there is none.
    [[nodiscard]] std::string_view textOf(std::string_view childName) const;
};

struct MessageDocument {
    std::string kind; ///< "OQSsiquc01res"
    Encoding encoding{Encoding::Utf8};
    MessageElement header;
    MessageElement body; ///< without children if the message has no body (an error answer)
};

/// Reads a message of any kind. `fileName` (a path will do) says the kind; if it says nothing, the content
/// may. 100 ms and 32 MiB suffice for whatever the bytes are.
[[nodiscard]] Parsed<MessageDocument> readMessage(std::string_view bytes, std::string_view fileName);

/// The same, for a body whose kind is agreed on: `kind` becomes the document's.
[[nodiscard]] Parsed<MessageDocument> readMessageOfKind(std::string_view bytes, std::string kind);

/// An error at an element: "Birthdate: not a date".
[[nodiscard]] MessageError errorAt(const MessageElement& element, std::string_view rule);

/// The first of `names` that has no text in `element`.
[[nodiscard]] std::optional<MessageError> firstMissing(const MessageElement& element,
                                                       std::initializer_list<std::string_view> names);

} // namespace madoguchi
