// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/Phrase.h"

#include <utility>

namespace madoguchi {

void Phrase::setSentence(int sentence)
{
    if (std::exchange(sentence_, sentence) != sentence)
        setWords(Wording{static_cast<TextId>(sentence)});
}

void Phrase::setWords(const Wording& words)
{
    if (words_ == words)
        return;
    words_ = words;
    emit changed();
}

void Phrase::setLanguage(int language)
{
    const auto chosen = static_cast<Language>(language);
    if (language < 0 || language >= static_cast<int>(kLanguageCount) ||
        std::exchange(language_, chosen) == chosen)
        return;
    emit changed();
}

} // namespace madoguchi
