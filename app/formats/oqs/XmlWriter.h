// SPDX-License-Identifier: Apache-2.0
// Writes <XmlMsg> documents the way every known reader takes them: declaration, CRLF, one tab a level, no
// attributes. An empty value and a container without content are left out altogether: there are readers that
// reject a file for either.
#pragma once

#include "formats/oqs/Encoding.h"
#include "foundation/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

class XmlWriter {
public:
    /// An element around what is written until the matching close().
    void open(std::string_view name);
    void close();

    /// <name>value</name>; nothing if the value is empty.
    void text(std::string_view name, std::string_view value);

    /// Writes what was opened even if nothing follows: header and body must be there.
    void keepOpened();

    /// The whole document as bytes. MessageInvalid if a value is not text (control characters, broken UTF-8)
    /// or cannot be written in the encoding.
    [[nodiscard]] Result<std::string> finish(Encoding encoding) &&;

private:
    void indent(std::size_t depth);

    std::string xml_;
    std::vector<std::string> opened_;
    std::size_t written_{0}; ///< how many of opened_ stand in xml_
    bool sound_{true};
};

} // namespace madoguchi
