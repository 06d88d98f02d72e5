// SPDX-License-Identifier: Apache-2.0
// The face process's preview memory as pictures for QML.
#pragma once

#include "foundation/picture/PreviewFrame.h"
#include "ui/kiosk/PreviewSource.h"

namespace madoguchi {

class SharedPreview : public PreviewSource {
    Q_OBJECT

public:
    explicit SharedPreview(PreviewReader reader);

    [[nodiscard]] QImage latest() override;

private:
    PreviewReader reader_;
    QImage frame_;
};

} // namespace madoguchi
