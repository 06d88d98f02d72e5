// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/Cameras.h"
#include "ephemeral/face/FaceProgram.h"

int main(int argc, char** argv)
{
    return madoguchi::runFace({argv, static_cast<std::size_t>(argc)}, madoguchi::DeviceCameras{});
}
