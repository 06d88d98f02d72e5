// SPDX-License-Identifier: Apache-2.0
// What an attacker or a broken process may make of a message: every prefix, every byte replaced, and fields
// added. A decoder may answer what it likes, as long as it answers with a value or a fault.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace madoguchi {

/// Calls `decode` with every mutation of `message`.
inline void forEachMutation(std::string_view message, const std::function<void(const std::string&)>& decode)
{
    constexpr std::string_view kReplacements{"\0\"{}[],:-9e\xff", 12};
    for (std::size_t length = 0; length < message.size(); ++length)
        decode(std::string{message.substr(0, length)});
    for (std::size_t at = 0; at < message.size(); ++at)
        for (const char replacement : kReplacements) {
            std::string mutated{message};
            mutated[at] = replacement;
            decode(mutated);
        }
}

/// The message with one field more.
inline std::string withUnknownField(std::string message)
{
    message.insert(1, "\"surprise\":1,");
    return message;
}

} // namespace madoguchi
