// SPDX-License-Identifier: Apache-2.0
// Keeps the windows of two visits apart: the one in front of a patient, and the spare that is already loaded
// behind it and must neither cover it nor take a touch.
#pragma once

#include <QQuickView>
#include <QSize>

namespace madoguchi {

class TurnWindow {
public:
    /// `view` has its source loaded. Full screen, the spare lies beneath with its idle screen drawn, so that
    /// nothing flickers when the window above it goes; as a window of `size` on a desktop it does not appear
    /// at all.
    TurnWindow(QQuickView& view, bool fullscreen, QSize size);

    /// The visit's turn has come. Harmless when it came before.
    void begin();

private:
    QQuickView& view_;
    bool fullscreen_;
    bool begun_{false};
};

} // namespace madoguchi
