// SPDX-License-Identifier: Apache-2.0
// What is left of a text once it is drawn: the glyphs it was shaped into, their pictures in a font engine's
// cache, and pixels.
#pragma once

#include "practice/canary/Needles.h"

#include <string>

namespace madoguchi::test {

/// Shapes and draws `text` as the kiosk's result screen does (its font, weight, size and colours) and adds
/// "glyphs", "glyph picture" and "drawn name".
void addDrawn(Needles& needles, const std::string& text);

} // namespace madoguchi::test
