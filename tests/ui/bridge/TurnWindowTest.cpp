// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/TurnWindow.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("aSpareOnADesktopDoesNotAppearBeforeItsTurn")
{
    QQuickView view;
    TurnWindow window{view, false, {800, 1280}};
    CHECK(view.handle() != nullptr); // ready nevertheless
    CHECK_FALSE(view.isVisible());
    window.begin();
    CHECK(view.isVisible());
    CHECK(view.size() == QSize{800, 1280});
}

TEST_CASE("aSpareInFullScreenIsDrawnBeneathAndTakesNoTouchBeforeItsTurn")
{
    QQuickView view;
    TurnWindow window{view, true, {800, 1280}};
    CHECK(view.isVisible());
    CHECK(view.flags().testFlag(Qt::WindowTransparentForInput));
    CHECK(view.flags().testFlag(Qt::WindowStaysOnBottomHint));
    window.begin();
    CHECK(view.isVisible());
    CHECK_FALSE(view.flags().testFlag(Qt::WindowTransparentForInput));
    CHECK_FALSE(view.flags().testFlag(Qt::WindowStaysOnBottomHint));
}

TEST_CASE("aSecondWordThatItIsOnesTurnChangesNothing")
{
    QQuickView view;
    TurnWindow window{view, false, {800, 1280}};
    window.begin();
    view.hide();
    window.begin();
    CHECK_FALSE(view.isVisible());
}
