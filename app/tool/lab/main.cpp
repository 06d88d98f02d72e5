// SPDX-License-Identifier: Apache-2.0
#include "tool/lab/LabSubcommands.h"

#include <array>

int main(int argc, char** argv)
{
    using namespace madoguchi;
    constexpr std::array<AddSubcommand, 4> kSubcommands{addCardFace, addDrawnFaces, addPane, addVisit};
    return runSubcommands(argc, argv, "Madoguchi's measurements on practice people and practice cards",
                          kSubcommands);
}
