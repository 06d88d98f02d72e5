// SPDX-License-Identifier: Apache-2.0
#include "services/staff/StaffFile.h"

#include "foundation/base/DurableFile.h"
#include "foundation/base/UniqueFd.h"
#include "services/staff/OneTimeCode.h"
#include "services/staff/Rights.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace madoguchi {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxFile = 1024 * 1024;
constexpr int kVersion = 1;

Fault diskFault(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, errno, where};
}

json toJson(const StaffRecord& person)
{
    return {{"name", person.name},
            {"role", name(person.role)},
            {"password", person.password},
            {"pin", person.pin},
            {"code", base32(person.codeSecret)},
            {"used", person.usedStep},
            {"emergency", person.emergency},
            {"sealBroken", person.sealBroken}};
}

std::string toText(const StaffData& data)
{
    json people = json::array();
    for (const auto& person : data.people)
        people.push_back(toJson(person));
    json attempts = json::object();
    for (const auto& [who, tried] : data.attempts)
        attempts[who] = {tried.failures, tried.last.time_since_epoch().count()};
    const json whole{{"version", kVersion},
                     {"key", base32(data.key)},
                     {"decoy", data.decoy},
                     {"people", std::move(people)},
                     {"attempts", std::move(attempts)}};
    return whole.dump(1) + '\n';
}

/// Throws json's exceptions, and std::bad_optional_access for words that are none of ours.
StaffRecord personIn(const json& object)
{
    StaffRecord person;
    person.name = object.at("name").get<std::string>();
    person.role = roleCalled(object.at("role").get<std::string>()).value();
    person.password = object.at("password").get<std::string>();
    person.pin = object.at("pin").get<std::string>();
    person.codeSecret = fromBase32(object.at("code").get<std::string>()).value();
    person.usedStep = object.at("used").get<std::uint64_t>();
    person.emergency = object.value("emergency", std::vector<std::string>{}); // files before it have none
    person.sealBroken = object.value("sealBroken", false);
    return person;
}

StaffData dataIn(const json& whole)
{
    StaffData data;
    if (whole.at("version").get<int>() != kVersion || whole.at("people").size() > StaffFile::kMostPeople)
        throw std::bad_optional_access{};
    data.key = fromBase32(whole.at("key").get<std::string>()).value();
    data.decoy = whole.at("decoy").get<std::string>();
    for (const auto& person : whole.at("people"))
        data.people.push_back(personIn(person));
    for (const auto& [who, tried] : whole.at("attempts").items())
        data.attempts[who] = {tried.at(0).get<int>(), std::chrono::sys_seconds{std::chrono::seconds{
                                                          tried.at(1).get<std::int64_t>()}}};
    return data;
}

Result<StaffData> parsed(const std::string& text)
{
    const Fault damaged{FaultCode::MessageInvalid, FaultSpace::None, 0, "staff/read"};
    try {
        return dataIn(json::parse(text));
    } catch (const json::exception&) {
        return damaged;
    } catch (const std::bad_optional_access&) {
        return damaged;
    }
}

Result<UniqueFd> locked(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), 0700) != 0)
        return diskFault("staff/folder");
    UniqueFd fd{::open((folder / "staff.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!fd || ::flock(fd.value(), LOCK_EX) != 0)
        return diskFault("staff/lock");
    return fd;
}

} // namespace

StaffRecord* StaffData::find(std::string_view name)
{
    const auto found = std::ranges::find(people, name, &StaffRecord::name);
    return found == people.end() ? nullptr : &*found;
}

Result<StaffData> StaffFile::read() const
{
    const auto file = folder_ / kName;
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error)
        return StaffData{};
    const auto text = readBounded(file, kMaxFile);
    return text ? parsed(*text) : Result<StaffData>{text.fault()};
}

Result<void> StaffFile::change(const std::function<bool(StaffData&)>& edit) const
{
    const auto lock = locked(folder_);
    if (!lock)
        return lock.fault();
    auto data = read();
    if (!data)
        return data.fault();
    return edit(*data) ? writeDurably(folder_ / kName, toText(*data)) : Result<void>{};
}

} // namespace madoguchi
