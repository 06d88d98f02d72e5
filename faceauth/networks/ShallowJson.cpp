// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/ShallowJson.h"

namespace madoguchi {

namespace {

/// Brackets outside of texts, counted without building anything.
bool isShallow(std::string_view text)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && (text[i] == '[' || text[i] == '{') && ++depth > kMostJsonDepth)
            return false;
        else if (!quoted && (text[i] == ']' || text[i] == '}'))
            --depth;
    }
    return true;
}

} // namespace

Json parseShallow(std::string_view text)
{
    return isShallow(text) ? Json::parse(text, nullptr, false) : Json{Json::value_t::discarded};
}

const Json* member(const Json& object, const char* key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

} // namespace madoguchi
