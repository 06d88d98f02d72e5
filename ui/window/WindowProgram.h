// SPDX-License-Identifier: Apache-2.0
// The beginning of a program with a window, the same for kiosk, board and pane.
#pragma once

#include <QGuiApplication>
#include <QQuickView>
#include <QVariantMap>

namespace madoguchi {

// Exit codes.
inline constexpr int kCannotRun = 2;
inline constexpr int kCannotShow = 3;

enum class Holds {
    NoPatient,
    OnePatient, ///< a process of a visit's group: nothing of it is written to disk, not even compiled QML
};

/// main(): protects the process, or ends with 1, then runs `run`. `name`: the program's.
int runWindow(int argc, char** argv, const char* name, Holds holds, int (*run)(QGuiApplication& app));

/// Loads `file` of the module `module` ("Desk") into `view`, which fills with it. False when it cannot.
bool load(QQuickView& view, const char* module, const char* file, const QVariantMap& properties);

} // namespace madoguchi
