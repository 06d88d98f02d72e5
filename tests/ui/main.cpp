// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QGuiApplication>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Madoguchi_BridgePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_BoardPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_PanePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_StaffPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_KioskPlugin)

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    int none = 1; // the arguments are Catch's
    QGuiApplication app{none, argv};
    return Catch::Session().run(argc, argv);
}
