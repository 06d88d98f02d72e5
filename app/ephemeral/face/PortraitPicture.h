// SPDX-License-Identifier: Apache-2.0
// The other thing this program does: one chip photo comes in as JPEG 2000, goes out as a small PGM, and the
// program ends.
#pragma once

#include "foundation/line/Channel.h"

#include <string>

namespace madoguchi {

/// Answers one message; nothing is sent for what is no picture. The program's exit code.
int showPortrait(Channel channel);

/// Grey, at most 240 by 320 pixels; empty for what is no picture.
[[nodiscard]] std::string portraitPicture(std::string_view jpeg2000);

} // namespace madoguchi
