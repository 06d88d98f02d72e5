// SPDX-License-Identifier: Apache-2.0
// The product's tables as QML reads them: one text in both languages, and a fault in such texts. Values, made
// anew at each reading; which of them a screen shows is the table's and the model's business.
#pragma once

#include "domain/status/FaultTable.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace madoguchi {

/// The product's texts are UTF-8; Qt's are not.
[[nodiscard]] inline QString words(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

class Wording {
    Q_GADGET
    QML_VALUE_TYPE(wording)
    Q_PROPERTY(QString ja READ ja CONSTANT)
    Q_PROPERTY(QString en READ en CONSTANT)

public:
    Wording() = default;
    explicit Wording(const Text& text) : ja_{words(text.ja)}, en_{words(text.en)} {}
    Wording(QString ja, QString en) : ja_{std::move(ja)}, en_{std::move(en)} {}

    [[nodiscard]] QString ja() const { return ja_; }
    [[nodiscard]] QString en() const { return en_; }

private:
    QString ja_, en_;
};

/// Empty texts without a fault.
class FaultWords {
    Q_GADGET
    QML_VALUE_TYPE(faultWords)
    Q_PROPERTY(QString code READ code CONSTANT) ///< for support
    Q_PROPERTY(bool retry READ retry CONSTANT)  ///< trying again at once may help
    Q_PROPERTY(madoguchi::Wording headline READ headline CONSTANT)
    Q_PROPERTY(madoguchi::Wording advice READ advice CONSTANT) ///< addressed to the patient

public:
    FaultWords() = default;
    explicit FaultWords(std::optional<FaultCode> fault) : row_{fault ? &faultRow(*fault) : nullptr} {}

    [[nodiscard]] QString code() const { return row_ != nullptr ? words(row_->supportCode) : QString{}; }
    [[nodiscard]] bool retry() const { return row_ != nullptr && row_->retry; }
    [[nodiscard]] Wording headline() const { return row_ != nullptr ? Wording{row_->headline} : Wording{}; }
    [[nodiscard]] Wording advice() const { return row_ != nullptr ? Wording{row_->advice} : Wording{}; }

private:
    const FaultRow* row_{nullptr}; ///< in the table, which outlives everything
};

} // namespace madoguchi
