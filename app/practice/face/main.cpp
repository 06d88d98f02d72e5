// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/FaceProgram.h"
#include "practice/face/PracticeCameras.h"

int main(int argc, char** argv)
{
    return madoguchi::runFace({argv, static_cast<std::size_t>(argc)}, madoguchi::PracticeCameras{});
}
