// SPDX-License-Identifier: Apache-2.0
// One thing to say on a screen: the chosen language large, the second one below it. Which two those are is
// the text table's business; a screen knows neither their names nor their number.
#pragma once

#include "ui/bridge/Wording.h"

namespace madoguchi {

class Phrase : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int sentence READ sentence WRITE setSentence NOTIFY changed) ///< of TextId
    Q_PROPERTY(madoguchi::Wording words READ words WRITE setWords NOTIFY changed)
    Q_PROPERTY(int language READ language WRITE setLanguage NOTIFY changed) ///< of Language
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString second READ second NOTIFY changed)

public:
    explicit Phrase(QObject* parent = nullptr) : QObject{parent} {}

    [[nodiscard]] int sentence() const { return sentence_; }
    void setSentence(int sentence);
    [[nodiscard]] const Wording& words() const { return words_; }
    void setWords(const Wording& words);
    [[nodiscard]] int language() const { return static_cast<int>(language_); }
    void setLanguage(int language);

    [[nodiscard]] QString text() const { return words_.in(language_); }
    [[nodiscard]] QString second() const { return words_.in(secondOf(language_)); }

signals:
    void changed();

private:
    int sentence_{0};
    Language language_{Language::Japanese};
    Wording words_;
};

} // namespace madoguchi
