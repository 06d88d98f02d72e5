// SPDX-License-Identifier: Apache-2.0
// Answers by idempotency key: who repeats a question because the line broke gets the same answer, not a
// second judgement of a challenge that is used up by then.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

namespace madoguchi {

/// An HTTP answer.
struct Reply {
    int status{200};
    std::string body;
};

class AnswerBook {
public:
    enum class Known { No, Same, OtherQuestion };
    struct Found {
        Known known{Known::No};
        Reply reply;
    };

    [[nodiscard]] Found find(const std::string& key, const std::string& question) const;
    void remember(const std::string& key, const std::string& question, const Reply& reply);

private:
    struct Entry {
        std::string key, question;
        Reply reply;
    };
    std::deque<Entry> entries_; ///< oldest first
};

} // namespace madoguchi
