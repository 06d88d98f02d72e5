// SPDX-License-Identifier: Apache-2.0
#include "services/staff/PracticeStaff.h"

#include <array>

namespace madoguchi {
namespace {

/// Adding people reads no clock.
class NoClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return {}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override { return {}; }
};

Result<void> hire(const StaffBook& book, StaffRole role)
{
    const std::string name = practiceName(role);
    const auto added = book.add(name, role, Secret{kPracticePassword});
    if (!added)
        return added.fault();
    if (*added == StaffEdit::NameTaken)
        return {};
    const auto set = book.setPin(name, Secret{kPracticePin});
    return set ? Result<void>{} : Result<void>{set.fault()};
}

} // namespace

const char* practiceName(StaffRole role)
{
    constexpr std::array<const char*, kStaffRoleCount> kNames{"uketsuke", "yakuzaishi", "ishi", "kanri"};
    return kNames[static_cast<std::size_t>(role)];
}

StaffBook::Rules practiceRules()
{
    return {.password = {.kibibytes = 1024, .passes = 1},
            .pin = {.kibibytes = 1024, .passes = 1},
            .codeRequired = false};
}

Result<void> hirePracticeStaff(const std::filesystem::path& folder)
{
    const NoClock clock;
    const StaffBook book{folder, practiceRules(), clock};
    for (std::size_t i = 0; i < kStaffRoleCount; ++i)
        if (const auto hired = hire(book, static_cast<StaffRole>(i)); !hired)
            return hired;
    return {};
}

} // namespace madoguchi
