// SPDX-License-Identifier: Apache-2.0
#include "ui/window/WindowProgram.h"

#include "foundation/process/ProcessHardening.h"
#include "foundation/process/ProcessLimits.h"

#include <QQmlEngine>

#include <cstdio>

namespace madoguchi {

int runWindow(int argc, char** argv, const char* name, Holds holds, int (*run)(QGuiApplication& app))
{
    if (!hardenProcess() || !limitProcess(kWindowLimits)) {
        std::fprintf(stderr, "%s: the process cannot be protected\n", name);
        return 1;
    }
    if (holds == Holds::OnePatient)
        qputenv("QML_DISABLE_DISK_CACHE", "1");
    QGuiApplication app{argc, argv};
    QGuiApplication::setApplicationName(name);
    return run(app);
}

bool load(QQuickView& view, const char* module, const char* file, const QVariantMap& properties)
{
    view.engine()->addImportPath(":/qt/qml"); // the modules inside this program, and no others of that name
    view.setInitialProperties(properties);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setSource(QUrl{QStringLiteral("qrc:/qt/qml/Madoguchi/%1/%2").arg(module, file)});
    return view.status() == QQuickView::Ready;
}

} // namespace madoguchi
