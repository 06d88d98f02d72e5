// SPDX-License-Identifier: Apache-2.0
#include "formats/status/StatusFields.h"

#include <algorithm>

namespace madoguchi::bus {

namespace {

constexpr std::size_t kMaxFileName = 128;

bool onlyDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The hand-over file's name is put together from fixed words, a counter and a time
/// (handoff/HandOverNames.h). Whatever else stands there could be somebody's name.
bool looksLikeFileName(std::string_view name)
{
    constexpr std::string_view kStart = "OQSsiquc01res_", kFace = "face_", kEnd = ".xml";
    constexpr std::size_t kTimeDigits = 14;
    if (!name.starts_with(kStart) || !name.ends_with(kEnd))
        return name.empty();
    name.remove_prefix(kStart.size());
    name.remove_suffix(kEnd.size());
    if (name.starts_with(kFace))
        name.remove_prefix(kFace.size());
    const auto between = name.find('_');
    return between != std::string_view::npos && onlyDigits(name.substr(0, between)) &&
           onlyDigits(name.substr(between + 1)) && name.size() - between - 1 == kTimeDigits;
}

constexpr int kMostBooked = 100'000;

/// Numbers only: no text leaves a visit's group here.
nlohmann::json bookedObjects(const std::optional<BookedCounts>& booked)
{
    auto list = nlohmann::json::array();
    if (booked)
        list.push_back({{"day", booked->day},
                        {"valid", booked->valid},
                        {"invalid", booked->invalid},
                        {"unchecked", booked->unchecked}});
    return list;
}

BookedCounts readBooked(Fields& fields)
{
    const auto count = [&fields](const char* name) {
        return static_cast<int>(fields.integer(name, 0, kMostBooked));
    };
    return {static_cast<int>(fields.integer("day", 1900'01'01, 2199'12'31)), count("valid"), count("invalid"),
            count("unchecked")};
}

} // namespace

void putStatus(nlohmann::json& object, const VisitStatus& status)
{
    object["stage"] = number(status.stage);
    object["outcome"] = number(status.outcome);
    object["staffCalled"] = status.staffCalled;
    object["securityNumberWanted"] = status.securityNumberWanted;
    object["kanjiNameOmitted"] = status.kanjiNameOmitted;
    object["withoutCard"] = status.withoutCard;
    object["mayAskAgain"] = status.mayAskAgain;
    object["mayBegin"] = status.mayBegin;
    object["cardLeft"] = status.cardLeft;
    object["file"] = status.handOverFile;
    putOptional(object, "fault", status.fault);
    putOptional(object, "proof", status.proof);
    putOptional(object, "reason", status.reason);
    putOptional(object, "reservation", status.reservation);
    object["booked"] = bookedObjects(status.booked);
}

VisitStatus readStatus(Fields& fields)
{
    VisitStatus status;
    status.stage = fields.enumeration<Stage>("stage");
    status.outcome = fields.enumeration<Outcome>("outcome");
    status.staffCalled = fields.flag("staffCalled");
    status.securityNumberWanted = fields.flag("securityNumberWanted");
    status.kanjiNameOmitted = fields.flag("kanjiNameOmitted");
    status.withoutCard = fields.flag("withoutCard");
    status.mayAskAgain = fields.flag("mayAskAgain");
    status.mayBegin = fields.flag("mayBegin");
    status.cardLeft = fields.flag("cardLeft");
    status.handOverFile = fields.text("file", kMaxFileName);
    status.fault = fields.optionalEnumeration<FaultCode>("fault");
    status.proof = fields.optionalEnumeration<Method>("proof");
    status.reason = fields.optionalEnumeration<ResolutionReason>("reason");
    status.reservation = fields.optionalEnumeration<Reservation>("reservation");
    if (const auto booked = fields.objects("booked", 1, readBooked); !booked.empty())
        status.booked = booked.front();
    if (!looksLikeFileName(status.handOverFile))
        fields.spoil();
    return status;
}

} // namespace madoguchi::bus
