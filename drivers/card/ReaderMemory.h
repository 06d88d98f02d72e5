// SPDX-License-Identifier: Apache-2.0
// What we have learnt about each reader: how many bytes it carries in one answer. Kept by the composition
// root for the life of the process and lent to every session, so that a reader that cannot do extended APDUs
// is found out once. May be told in advance by whoever knows the readers of the site. Safe to use from
// several threads.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace madoguchi {

class ReaderMemory {
public:
    /// Most bytes one READ may ask for: 256 for a short-only reader, up to 65 536. Nothing when still
    /// unknown.
    [[nodiscard]] std::optional<std::uint32_t> largestAnswer(const std::string& reader) const;
    void remember(const std::string& reader, std::uint32_t largestAnswer);

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::uint32_t> largestAnswer_;
};

} // namespace madoguchi
