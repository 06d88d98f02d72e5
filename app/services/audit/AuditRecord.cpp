// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditRecord.h"

#include "domain/status/FaultTable.h"
#include "foundation/base/Digest.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace madoguchi {

namespace {

constexpr std::array<std::string_view, 3> kActors{"terminal", "patient", "staff"};
constexpr std::array<std::string_view, 3> kMethods{"face", "pin", "staff-eye"};

std::string utc(std::chrono::sys_seconds time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text.data();
}

template<typename E, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, E value)
{
    return words[static_cast<std::size_t>(value)];
}

std::string orDash(std::string_view text)
{
    return std::string{text.empty() ? "-" : text};
}

} // namespace

std::string auditLine(const AuditRecord& record, std::string_view before)
{
    std::string line = std::to_string(record.seq);
    const auto add = [&line](std::string_view field) { (line += '\t') += field; };
    add(std::to_string(record.boot.count()));
    add(utc(record.wall));
    add(record.terminal);
    const std::string actor{word(kActors, record.actor)};
    add(record.person.empty() ? actor : actor + ':' + record.person);
    add(name(record.act));
    add(record.method ? word(kMethods, *record.method) : record.page ? name(*record.page) : "-");
    add(orDash(record.object));
    add(record.fault ? faultRow(*record.fault).supportCode : "ok");
    line += '\t';
    return line + sha256(before, line) + '\n';
}

std::optional<AuditLink> auditLink(std::string_view line)
{
    if (line.size() > kMaxAuditLine || line.size() <= kHashDigits)
        return std::nullopt;
    AuditLink link;
    link.body = line.substr(0, line.size() - kHashDigits);
    link.hash = line.substr(link.body.size());
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), link.seq);
    const bool wellFormed =
        error == std::errc{} && *end == '\t' && link.body.ends_with('\t') && isHexadecimal(link.hash);
    return wellFormed ? std::optional{link} : std::nullopt;
}

} // namespace madoguchi
