// SPDX-License-Identifier: Apache-2.0
// A message as one line of JSON, for support and for tests: the XML's own element names, texts in UTF-8,
// elements that may repeat always as arrays. `results` are the persons or units of the answer; `body` is what
// stands beside them.
//
//   {"file":"…","kind":"OQSsiquc01res","header":{…},"body":{…},"results":[{…}]}
//   {"file":"…","kind":"OQSsiquc01req.err","header":{},"body":{},"results":[],"rejection":"…"}
//   {"file":"…","error":"Birthdate: not a day written YYYYMMDD","line":23,"column":17}
#pragma once

#include "formats/oqs/MessageDocument.h"

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace madoguchi {

/// Keeps the order of the file's elements.
[[nodiscard]] nlohmann::ordered_json toJson(const MessageDocument& document);

[[nodiscard]] nlohmann::ordered_json toJson(const MessageError& error);

struct MessageLine {
    std::string json; ///< without the line end
    bool readable{false};
};

/// Reads a file's content and says what is in it. `file` is shown as given and tells the kind.
[[nodiscard]] MessageLine describeMessage(std::string_view bytes, std::string_view file);

} // namespace madoguchi
