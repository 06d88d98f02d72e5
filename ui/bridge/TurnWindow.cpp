// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/TurnWindow.h"

#include <utility>

namespace madoguchi {
namespace {

/// For a window manager: below the others, and neither focus nor touch. Without one, the order of windows
/// decides.
constexpr auto kBeneath =
    Qt::WindowStaysOnBottomHint | Qt::WindowDoesNotAcceptFocus | Qt::WindowTransparentForInput;

} // namespace

TurnWindow::TurnWindow(QQuickView& view, bool fullscreen, QSize size) : view_{view}, fullscreen_{fullscreen}
{
    view_.resize(size);
    view_.create(); // a hidden window is laid out and ready, too
    if (!fullscreen_)
        return;
    view_.setFlags(view_.flags() | kBeneath);
    view_.lower(); // before it is shown: it never lies above, not even for a moment
    view_.showFullScreen();
    view_.lower();
}

void TurnWindow::begin()
{
    if (std::exchange(begun_, true))
        return;
    if (fullscreen_)
        view_.setFlags(view_.flags() & ~kBeneath);
    else
        view_.show();
    view_.raise();
    view_.requestActivate();
}

} // namespace madoguchi
