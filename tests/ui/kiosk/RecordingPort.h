// SPDX-License-Identifier: Apache-2.0
// A visit that only remembers what it was told.
#pragma once

#include "domain/visit/VisitMachine.h"
#include "ui/kiosk/ScreenPort.h"

#include <vector>

namespace madoguchi {

struct RecordingPort : ScreenPort {
    void send(const PatientInput& input) override { inputs.push_back(input); }

    /// How many inputs of one kind came.
    template<typename Input>
    [[nodiscard]] int count() const
    {
        int found = 0;
        for (const auto& input : inputs)
            found += std::holds_alternative<Input>(input) ? 1 : 0;
        return found;
    }

    std::vector<PatientInput> inputs;
};

inline Screen screenAt(Stage stage)
{
    Screen screen;
    screen.stage = stage;
    screen.mayCancel = mayCancel(stage);
    screen.methods = {Method::Face, Method::Pin, Method::StaffEye};
    return screen;
}

inline Screen pinScreen(std::optional<int> triesLeft)
{
    auto screen = screenAt(Stage::EnteringPin);
    screen.pinTriesLeft = triesLeft;
    return screen;
}

} // namespace madoguchi
