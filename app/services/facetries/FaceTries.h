// SPDX-License-Identifier: Apache-2.0
// How often a face was tried with one card: five in a row without a wait, then each 30 seconds after the
// last, fifty fruitless ones a day at most (NIST SP 800-63B-4, 3.2.3). One file, replaced whole and fsynced
// before a try is allowed, so that neither a kill nor a power cut gives one back. What is kept of a card is
// an HMAC of its certificate under a random key that is thrown away with the file's rows when the day ends.
#pragma once

#include "domain/ports/FaceTriesPort.h"
#include "foundation/base/Bytes.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Result.h"

#include <filesystem>

namespace madoguchi {

class FaceTries final : public FaceTriesPort {
public:
    static constexpr int kFree = 5;
    static constexpr std::chrono::seconds kWait{30};
    static constexpr int kMostADay = 50;
    static constexpr std::size_t kMostCards = 20'000;
    static constexpr const char* kName = "tries";

    FaceTries(std::filesystem::path folder, const Clock& clock) : folder_{std::move(folder)}, clock_{clock} {}

    /// RecordNotKept also when the file is damaged: then nobody is let try until it has been looked at.
    Result<void> begin(const Bytes& certificate) override;
    Result<void> takeBack(const Bytes& certificate, bool accepted) override;

private:
    std::filesystem::path folder_;
    const Clock& clock_;
};

} // namespace madoguchi
