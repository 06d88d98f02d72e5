// SPDX-License-Identifier: Apache-2.0
// Where the patient's answers go: the visit behind the channel, or a test.
#pragma once

#include "domain/record/Screen.h"

namespace madoguchi {

class ScreenPort {
public:
    virtual ~ScreenPort() = default;
    virtual void send(const PatientInput& input) = 0;
};

} // namespace madoguchi
