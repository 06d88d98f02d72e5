// SPDX-License-Identifier: Apache-2.0
// The people of one terminal and their failed tries, in one file (staff.json, 0600) that is replaced whole,
// fsynced and renamed. Whoever changes it holds a lock, so the supervisor and madoguchi-tool can both. A file
// that cannot be read lets nobody in.
#pragma once

#include "domain/status/DeskSession.h"
#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"
#include "services/staff/Throttle.h"

#include <filesystem>
#include <functional>

namespace madoguchi {

struct StaffRecord {
    std::string name;
    StaffRole role{StaffRole::Reception};
    std::string password;                 ///< argon2id
    std::string pin;                      ///< argon2id; empty = none
    Bytes codeSecret;                     ///< of the second factor; empty = none
    std::uint64_t usedStep{0};            ///< the newest code that has opened
    std::vector<std::string> emergency{}; ///< argon2id: codes in a sealed envelope, each opens once
    bool sealBroken{false};               ///< one of them has, since they were made
};

struct StaffData {
    Bytes key;         ///< hides the names in `attempts`: what was typed there may be anything
    std::string decoy; ///< a hash nobody knows the password of: names that nobody has take as long
    std::vector<StaffRecord> people;
    AttemptTable attempts;

    [[nodiscard]] StaffRecord* find(std::string_view name);
};

class StaffFile {
public:
    static constexpr const char* kName = "staff.json";
    static constexpr std::size_t kMostPeople = 500;

    explicit StaffFile(std::filesystem::path folder) : folder_{std::move(folder)} {}

    /// MessageInvalid: not a staff file. A file that is not there is an empty one.
    [[nodiscard]] Result<StaffData> read() const;

    /// Reads, lets `edit` change it, and has it on disk when it returns. Nothing is written when `edit` says
    /// false.
    Result<void> change(const std::function<bool(StaffData&)>& edit) const;

private:
    std::filesystem::path folder_;
};

} // namespace madoguchi
