// SPDX-License-Identifier: Apache-2.0
// The languages on offer, for the buttons that choose one.
#pragma once

#include "ui/bridge/Wording.h"

namespace madoguchi {

class Languages : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    explicit Languages(QObject* parent = nullptr) : QObject{parent} {}

    /// Whoever has `language` and presses the button gets this one.
    [[nodiscard]] Q_INVOKABLE static int after(int language)
    {
        const auto next = static_cast<std::size_t>(language) + 1;
        return next < kOfferedLanguages ? static_cast<int>(next) : 0;
    }
    /// What its speakers call it.
    [[nodiscard]] Q_INVOKABLE static QString ownName(int language)
    {
        return words(madoguchi::ownName(static_cast<Language>(language)));
    }
    /// The language of the quiet line.
    [[nodiscard]] Q_INVOKABLE static int second(int language)
    {
        return static_cast<int>(secondOf(static_cast<Language>(language)));
    }
};

} // namespace madoguchi
