// SPDX-License-Identifier: Apache-2.0
// Visit → face process: look, this is the reference, stop. Face process → visit: FaceReport (guidance, the
// decision, or a fault); when it was started for the camera over the card, that camera's one answer.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/FaceCautions.h"
#include "domain/record/FaceReport.h"
#include "foundation/base/Result.h"

#include <string>
#include <string_view>
#include <variant>

namespace madoguchi {

struct FaceStart {}; ///< open the camera and guide
struct FaceReference {
    ChipPortrait portrait; ///< already verified; at most 128 KiB. Its dates do not travel
    FaceCautions cautions;
};
struct FaceStop {}; ///< forget everything and end

using FaceCommand = std::variant<FaceStart, FaceReference, FaceStop>;

inline constexpr std::size_t kMaxPortraitBytes = 128 * 1024;

[[nodiscard]] std::string encode(const FaceCommand& command);
[[nodiscard]] Result<FaceCommand> decodeFaceCommand(std::string_view message);

/// Fault::where does not travel; a decoded fault names the channel instead.
[[nodiscard]] std::string encode(const FaceReport& report);
[[nodiscard]] Result<FaceReport> decodeFaceReport(std::string_view message);

/// Fourteen digits, or a fault as above.
[[nodiscard]] std::string encodeCardNumber(const Result<SecurityNumber>& number);
[[nodiscard]] Result<SecurityNumber> decodeCardNumber(std::string_view message);

} // namespace madoguchi
