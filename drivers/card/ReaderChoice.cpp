// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderChoice.h"

#include "domain/status/VirtualReader.h"

namespace madoguchi {

namespace {

/// Whether `words` stand somewhere in `name`, and whole.
bool hasWords(std::string_view name, std::string_view words)
{
    for (auto at = name.find(words); at != std::string_view::npos; at = name.find(words, at + 1)) {
        const auto end = at + words.size();
        const bool begins = at == 0 || name[at - 1] == ' ' || words.front() == ' ';
        if (begins && (end == name.size() || name[end] == ' ' || words.back() == ' '))
            return true;
    }
    return false;
}

} // namespace

bool isOurs(std::string_view reader, const ReaderRule& rule)
{
    if (rule.virtualOnes == VirtualReaders::Refused && isVirtualReader(reader))
        return false;
    return rule.name.empty() || hasWords(reader, rule.name);
}

const ReaderState* chooseReader(std::span<const ReaderState> readers, const ReaderRule& rule)
{
    const ReaderState* empty = nullptr;
    for (const auto& reader : readers) {
        if (!isOurs(reader.name, rule))
            continue;
        if (reader.card)
            return &reader;
        if (empty == nullptr)
            empty = &reader;
    }
    return empty;
}

} // namespace madoguchi
