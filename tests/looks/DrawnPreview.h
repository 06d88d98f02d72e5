// SPDX-License-Identifier: Apache-2.0
// A camera picture of nobody: a grey head and shoulders on a plain wall.
#pragma once

#include "ui/kiosk/PreviewSource.h"

namespace madoguchi {

class DrawnPreview : public PreviewSource {
    Q_OBJECT

public:
    using PreviewSource::PreviewSource;
    [[nodiscard]] QImage latest() override;
};

} // namespace madoguchi
