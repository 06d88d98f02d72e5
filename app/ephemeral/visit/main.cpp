// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/shared/GroupProgram.h"
#include "ephemeral/visit/VisitProgram.h"

int main(int argc, char** argv)
{
    return madoguchi::runGroupProgram(argc, argv, "One patient's visit; started by madoguchi, not by hand",
                                      madoguchi::runVisit);
}
