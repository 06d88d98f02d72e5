// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/bridge/ActivityFilter.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace madoguchi {
namespace {

/// Counts the key presses that reach it.
struct Receiver : QObject {
    bool event(QEvent* event) override
    {
        keys += event->type() == QEvent::KeyPress ? 1 : 0;
        return QObject::event(event);
    }
    int keys{0};
};

void pressKey(QObject& target)
{
    QKeyEvent press{QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier};
    QCoreApplication::sendEvent(&target, &press);
    QKeyEvent release{QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier};
    QCoreApplication::sendEvent(&target, &release);
}

struct Watched {
    Watched()
    {
        filter.setWindow(&window);
        QObject::connect(&filter, &ActivityFilter::active, [this] { ++actives; });
    }
    Receiver window;
    ActivityFilter filter;
    int actives{0};
};

TEST_CASE("activityIsNotedAndPassedOn")
{
    Watched watched;

    pressKey(watched.window);

    CHECK(watched.actives == 1);
    CHECK(watched.window.keys == 1);
}

TEST_CASE("theTouchThatWakesADarkScreenDoesNothingElse")
{
    Watched watched;
    watched.filter.darken();

    pressKey(watched.window);
    const auto reachedWhileDark = watched.window.keys;
    pressKey(watched.window);

    CHECK(reachedWhileDark == 0);
    CHECK_FALSE(watched.filter.dark());
    CHECK(watched.window.keys == 1);
}

} // namespace
} // namespace madoguchi
