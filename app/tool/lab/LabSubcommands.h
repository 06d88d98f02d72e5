// SPDX-License-Identifier: Apache-2.0
// What madoguchi-lab can do.
#pragma once

#include "tool/support/Subcommands.h"

namespace madoguchi {

void addCardFace(CLI::App& program, Job& chosen);
void addDrawnFaces(CLI::App& program, Job& chosen);
void addPane(CLI::App& program, Job& chosen);
void addVisit(CLI::App& program, Job& chosen);

} // namespace madoguchi
