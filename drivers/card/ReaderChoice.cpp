// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderChoice.h"

namespace madoguchi {

bool isOurs(std::string_view reader, std::string_view configured)
{
    return reader.starts_with(configured) && (reader.size() == configured.size() || configured.empty() ||
                                              configured.back() == ' ' || reader[configured.size()] == ' ');
}

const ReaderState* chooseReader(std::span<const ReaderState> readers, std::string_view configured)
{
    const ReaderState* empty = nullptr;
    for (const auto& reader : readers) {
        if (!isOurs(reader.name, configured))
            continue;
        if (reader.card)
            return &reader;
        if (empty == nullptr)
            empty = &reader;
    }
    return empty;
}

} // namespace madoguchi
