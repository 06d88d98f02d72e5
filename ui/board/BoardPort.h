// SPDX-License-Identifier: Apache-2.0
// Where what staff do at the board goes: the supervisor, or a test.
#pragma once

#include "formats/status/DeskMessages.h"

namespace madoguchi {

class BoardPort {
public:
    virtual ~BoardPort() = default;
    virtual void send(const DeskMessage& message) = 0;
};

} // namespace madoguchi
