// SPDX-License-Identifier: Apache-2.0
// What stands between a file of unknown origin and the XML parser. The messages of the field use a small part
// of XML: elements and text, in UTF-8 or CP932. Everything else (document types, entities of one's own,
// processing instructions, attributes, namespaces) is refused, and size, depth, count and lengths are
// bounded, in one pass and without allocating more than the decoded text.
#pragma once

#include "formats/oqs/Encoding.h"
#include "formats/oqs/MessageError.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace madoguchi {

struct XmlLimits {
    std::size_t bytes{4U << 20U}; ///< of the file, and of its text in UTF-8
    std::size_t nodes{65536};     ///< elements, comments and CDATA sections
    std::size_t depth{32};
    std::size_t nameBytes{64};
    std::size_t valueBytes{16384}; ///< of one run of text; the vocabulary is stricter
};

/// Well-lexed text: no BOM, valid UTF-8, everything within the limits. Whether tags match is the parser's to
/// say.
struct GuardedXml {
    std::string text;
    Encoding encoding{Encoding::Utf8}; ///< what the bytes were in
};

[[nodiscard]] Parsed<GuardedXml> guardXml(std::string_view bytes, const XmlLimits& limits = {});

} // namespace madoguchi
