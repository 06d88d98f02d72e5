// SPDX-License-Identifier: Apache-2.0
// Where every thread puts what happened, for the runner's thread to take in one after another.
#pragma once

#include "domain/visit/Dossier.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace madoguchi {

class Inbox {
public:
    void put(Letter letter)
    {
        {
            const std::lock_guard lock{mutex_};
            letters_.push_back(std::move(letter));
        }
        arrived_.notify_one();
    }

    /// Lets take() return without a letter.
    void wake()
    {
        {
            const std::lock_guard lock{mutex_};
            woken_ = true;
        }
        arrived_.notify_one();
    }

    /// The next letter, or nothing when woken, when `within` has passed or when stop was requested.
    std::optional<Letter> take(std::chrono::milliseconds within, const std::stop_token& stop)
    {
        std::unique_lock lock{mutex_};
        arrived_.wait_for(lock, stop, within, [this] { return woken_ || !letters_.empty(); });
        woken_ = false;
        if (letters_.empty())
            return std::nullopt;
        auto letter = std::move(letters_.front());
        letters_.pop_front();
        return letter;
    }

private:
    std::mutex mutex_;
    std::condition_variable_any arrived_;
    std::deque<Letter> letters_;
    bool woken_{false};
};

} // namespace madoguchi
