// SPDX-License-Identifier: Apache-2.0
#include "domain/text/Texts.h"

#include "domain/text/TextTable.h"

namespace madoguchi {

std::string_view text(TextId sentence, Language language)
{
    return textTable()[static_cast<std::size_t>(sentence)][static_cast<std::size_t>(language)];
}

std::string filled(TextId sentence, Language language,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values)
{
    std::string words{text(sentence, language)};
    for (const auto& [name, value] : values) {
        const auto place = '{' + std::string{name} + '}';
        if (const auto at = words.find(place); at != std::string::npos)
            words.replace(at, place.size(), value);
    }
    return words;
}

std::string_view ownName(Language language)
{
    return languageTable()[static_cast<std::size_t>(language)].name;
}

std::string_view code(Language language)
{
    return languageTable()[static_cast<std::size_t>(language)].code;
}

Language secondOf(Language language)
{
    return language == Language::Japanese ? Language::English : Language::Japanese;
}

} // namespace madoguchi
