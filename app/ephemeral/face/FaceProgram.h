// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ephemeral/face/Cameras.h"

#include <span>

namespace madoguchi {

/// --channel FD --settings FILE [--preview FD] | --portrait FD | --card-number FD --settings FILE; the exit
/// code.
int runFace(std::span<char*> words, const CameraSource& cameras);

} // namespace madoguchi
