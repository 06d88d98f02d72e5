// SPDX-License-Identifier: Apache-2.0
// The third thing this program does: the camera over the card is switched on, 照合番号B or a fault goes out,
// and the program ends. The visit, which holds everything else about the patient, reads no pictures.
#pragma once

#include "ephemeral/face/Cameras.h"
#include "foundation/line/Channel.h"
#include "services/settings/Settings.h"

namespace madoguchi {

/// One message through `channel`, and the end of the program; its exit code.
int sendCardNumber(Channel channel, const CardSettings& settings, const CameraSource& cameras);

} // namespace madoguchi
