// SPDX-License-Identifier: Apache-2.0
// What we have learnt about each reader: how many bytes it carries in one answer. Kept by the composition
// root for the life of the process and lent to every session, so that a reader that cannot do extended APDUs
// is found out once; the composition root hands it on to the next process. Safe to use from several threads.
#pragma once

#include <cstdint>
#include <functional>
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
    /// Learnt at the reader itself.
    void remember(const std::string& reader, std::uint32_t largestAnswer);
    /// Known from somewhere else.
    void recall(const std::string& reader, std::uint32_t largestAnswer);

    /// Called, on the thread of remember(), with each reader newly found to carry short answers only: that
    /// cost a refused command, which whoever uses it next can be spared. What can be done needs no telling,
    /// the next trial of it costs nothing. Set it before any use.
    std::function<void(const std::string& reader, std::uint32_t largestAnswer)> onShortOnly;

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::uint32_t> largestAnswer_;
};

} // namespace madoguchi
