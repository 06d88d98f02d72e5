// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/ReservationFolder.h"

#include "domain/eligibility/ReservationMatch.h"
#include "drivers/receipt/oqs/FileFaults.h"
#include "formats/oqs/BulkAnswer.h"
#include "formats/oqs/MessageKind.h"
#include "foundation/base/CivilDate.h"
#include "foundation/base/UniqueFd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace madoguchi {
namespace {

constexpr std::size_t kLargest = std::size_t{4} << 20U;
constexpr std::string_view kKind = "OQSmuquc02res";

bool isList(const std::filesystem::path& file)
{
    return file.extension() == ".xml" && kindFromFileName(file.filename().string()) == kKind;
}

Result<std::vector<std::filesystem::path>> listsIn(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> lists;
    for (std::filesystem::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error))
        if (isList(entry->path()))
            lists.push_back(entry->path());
    if (error)
        return fileFault(error.value(), "handoff/reservations");
    std::ranges::sort(lists);
    return lists;
}

/// An ordinary file of at most kLargest: a pipe would hold us up, a link would lead elsewhere.
Result<std::string> contentOf(const std::filesystem::path& file)
{
    constexpr auto kWhere = "handoff/reservationList";
    const UniqueFd opened{::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    struct stat status {};
    if (!opened.valid() || ::fstat(opened.value(), &status) != 0)
        return fileFault(errno, kWhere);
    if (!S_ISREG(status.st_mode))
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, kWhere};
    std::string bytes;
    std::array<char, 65536> chunk{};
    while (bytes.size() <= kLargest) {
        const auto size = ::read(opened.value(), chunk.data(), chunk.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return fileFault(errno, kWhere);
        if (size == 0)
            return bytes;
        bytes.append(chunk.data(), static_cast<std::size_t>(size));
    }
    return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "handoff/reservationListTooLarge"};
}

Result<BulkAnswer> listAt(const std::filesystem::path& file, const std::string& institutionCode)
{
    constexpr auto kWhere = "handoff/reservationList";
    const auto bytes = contentOf(file);
    if (!bytes)
        return bytes.fault();
    auto document = readMessageOfKind(*bytes, std::string{kKind}).orFault(kWhere);
    if (!document)
        return document.fault();
    auto list = bulkAnswerOf(*document).orFault(kWhere);
    if (list && !list->institutionCode.empty() && list->institutionCode != institutionCode)
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "handoff/reservationsOfAnother"};
    return list;
}

} // namespace

ReservationFolder::ReservationFolder(std::filesystem::path folder, std::string institutionCode,
                                     const Clock& clock)
    : folder_{std::move(folder)}, institutionCode_{std::move(institutionCode)}, clock_{clock}
{
}

Result<ReservationFound> ReservationFolder::find(const EligibilityAnswer& answer)
{
    const auto lists = listsIn(folder_);
    if (!lists)
        return lists.fault();
    std::optional<Fault> trouble;
    if (lists->size() > kMostLists)
        trouble = Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "handoff/tooManyReservationLists"};
    const auto today = wireDate(civilDay(clock_.wallTime()));
    std::vector<BulkUnit> units;
    for (std::size_t i = 0; i < std::min(lists->size(), kMostLists); ++i) {
        auto list = listAt((*lists)[i], institutionCode_);
        if (!list)
            trouble = list.fault();
        else if (isOfDay(*list, today))
            std::ranges::move(list->units, std::back_inserter(units));
    }
    ReservationFound found{reservationOf(answer, units), std::nullopt};
    if (!found.person && trouble)
        return *trouble;
    if (!trouble && !units.empty())
        found.booked = countsOf(units, today);
    return found;
}

} // namespace madoguchi
