// SPDX-License-Identifier: Apache-2.0
// The kind of a message, as its file's name says it: "OQSsiquc01res" in OQSsiquc01res_face_<id>_<time>.xml.
// Single (si) and bulk (mu), request (req) and answer (res), receipt (01) and result (02) are all in the
// name.
#pragma once

#include "formats/oqs/MessageDocument.h"

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

/// From a file's name or path: three capitals, letters, two digits, req or res, then '_' or the end of the
/// stem.
[[nodiscard]] std::optional<std::string> kindFromFileName(std::string_view fileName);

/// From what is inside, for a file that somebody renamed: only kinds whose elements are theirs alone.
[[nodiscard]] std::optional<std::string> kindFromContent(const MessageElement& root);

[[nodiscard]] bool isAnswer(std::string_view kind);

} // namespace madoguchi
