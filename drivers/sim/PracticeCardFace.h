// SPDX-License-Identifier: Apache-2.0
// Practice's camera over the card. Who lies the card down knows whose it is, so the program with the practice
// card serves what is printed on it (照合番号B) on a local socket, and this port reads it there: one
// connection, fourteen digits, end. A reader with a real camera has drivers/cardface instead.
#pragma once

#include "core/Ports.h"

#include <filesystem>

namespace madoguchi {

/// `<practice folder>/cardface.sock`.
[[nodiscard]] std::filesystem::path cardFaceSocket(const std::filesystem::path& practiceFolder);

class PracticeCardFace final : public CardFacePort {
public:
    explicit PracticeCardFace(std::filesystem::path socket);

    /// CardUnreadable when nothing lies on the practice reader or what comes is not fourteen digits.
    Result<SecurityNumber> read(std::stop_token stop) override;

private:
    std::filesystem::path socket_;
};

} // namespace madoguchi
