// SPDX-License-Identifier: Apache-2.0
#include "services/staff/Rights.h"

#include <array>

namespace madoguchi {
namespace {

constexpr std::size_t at(auto value)
{
    return static_cast<std::size_t>(value);
}

struct Rights {
    std::string_view role;
    std::array<bool, kDeskOperationCount> may;
};

// An administrator looks after people and machine, and sees no patient.
constexpr std::array<Rights, kStaffRoleCount> kRights{{
    //                SeeBoard OpenPane EndVisit ReleaseStaff
    {"reception", {true, true, true, false}},
    {"pharmacist", {true, true, true, false}},
    {"doctor", {true, true, true, false}},
    {"administrator", {false, false, false, true}},
}};

} // namespace

bool mayDo(StaffRole role, DeskOperation operation)
{
    return kRights[at(role)].may[at(operation)];
}

std::vector<DeskOperation> rightsOf(StaffRole role)
{
    std::vector<DeskOperation> rights;
    for (std::size_t i = 0; i < kDeskOperationCount; ++i)
        if (mayDo(role, static_cast<DeskOperation>(i)))
            rights.push_back(static_cast<DeskOperation>(i));
    return rights;
}

std::string_view name(StaffRole role)
{
    return kRights[at(role)].role;
}

std::optional<StaffRole> roleCalled(std::string_view word)
{
    for (std::size_t i = 0; i < kStaffRoleCount; ++i)
        if (kRights[i].role == word)
            return static_cast<StaffRole>(i);
    return std::nullopt;
}

} // namespace madoguchi
