// SPDX-License-Identifier: Apache-2.0
// A place in a picture, in its pixels.
#pragma once

namespace madoguchi {

struct Box {
    double left{0};
    double top{0};
    double width{0};
    double height{0};
};

} // namespace madoguchi
