// SPDX-License-Identifier: Apache-2.0
// Notices a camera that hangs aside or upside down: nobody is ever found in its pictures, but somebody is in
// the same pictures turned. A camera that shows people as in a mirror cannot be told by a face.
#pragma once

#include "faceauth/networks/FaceFinder.h"
#include "foundation/picture/Frame.h"

#include <chrono>
#include <optional>

namespace madoguchi {

class TurnedCamera {
public:
    /// Nobody for so long, and the pictures are looked at turned; 40 ms each time.
    static constexpr std::chrono::milliseconds kEvery{1000};
    static constexpr int kTimes = 3; ///< the same turn found so often in a row is no accident

    /// A frame and who was found in it as it is. By how many degrees its pictures must be turned
    /// clockwise, once that is clear.
    [[nodiscard]] std::optional<int> observe(const Frame& frame, const std::vector<Face>& faces,
                                             FaceFinder& finder);

private:
    std::optional<std::chrono::milliseconds> looked_;
    int turn_{0}, times_{0};
};

} // namespace madoguchi
