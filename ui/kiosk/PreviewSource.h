// SPDX-License-Identifier: Apache-2.0
// Where the patient's mirror picture comes from: the face process's shared memory, or a drawn one in tests.
#pragma once

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class PreviewSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program that has the memory")

public:
    using QObject::QObject;

    /// The newest picture, not mirrored. Null when there is none yet, or none that is whole.
    [[nodiscard]] virtual QImage latest() = 0;
};

} // namespace madoguchi
