// SPDX-License-Identifier: Apache-2.0
// The product's tables as QML reads them: one sentence in every language, and a fault in such sentences.
// Values, made anew at each reading; which of them a screen shows is the table's and the model's business.
#pragma once

#include "domain/status/FaultTable.h"
#include "domain/text/Texts.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <array>
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

public:
    Wording() = default;
    explicit Wording(TextId sentence)
        : Wording{[&](Language language) { return words(text(sentence, language)); }}
    {
    }
    /// `say` gives the words in a language.
    template<typename Say>
    requires std::is_invocable_r_v<QString, Say, Language>
    explicit Wording(const Say& say)
    {
        for (std::size_t i = 0; i < kLanguageCount; ++i)
            in_[i] = say(static_cast<Language>(i));
    }

    [[nodiscard]] const QString& in(Language language) const
    {
        return in_[static_cast<std::size_t>(language)];
    }
    [[nodiscard]] Q_INVOKABLE QString in(int language) const
    {
        return in_.at(static_cast<std::size_t>(language));
    }

    friend bool operator==(const Wording&, const Wording&) = default;

private:
    std::array<QString, kLanguageCount> in_;
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
