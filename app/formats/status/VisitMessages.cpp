// SPDX-License-Identifier: Apache-2.0
#include "formats/status/VisitMessages.h"

#include "formats/status/StatusFields.h"
#include "foundation/line/Fields.h"

#include <algorithm>

namespace madoguchi {

template<>
inline constexpr AuditAct bus::kLast<AuditAct> = kLastVisitAct; // no visit speaks for the supervisor

namespace {

using bus::Fields;
using bus::number;
using nlohmann::json;

constexpr std::size_t kVisitIdLength = 32;
constexpr std::int64_t kMaxCap = 86'400'000;

json readerObject(const ReaderFound& found)
{
    return {{"reader", found.reader}, {"largestAnswer", found.largestAnswer}};
}

struct VisitWriter {
    json operator()(const VisitReady&) const { return {{"visit", "ready"}}; }
    json operator()(const VisitReport& report) const
    {
        json object{{"visit", "report"}, {"since", report.since.count()}};
        bus::putStatus(object, report.status);
        return object;
    }
    json operator()(const VisitArmed& armed) const
    {
        return {{"visit", "armed"}, {"cap", armed.cap.count()}};
    }
    json operator()(const AuditFact& fact) const
    {
        json object{{"visit", "fact"}, {"act", number(fact.act)}};
        bus::putOptional(object, "method", fact.method);
        bus::putOptional(object, "fault", fact.fault);
        bus::putOptional(object, "page", fact.page);
        return object;
    }
    json operator()(const ReaderFound& found) const
    {
        json object = readerObject(found);
        object["visit"] = "reader";
        return object;
    }
};

ReaderFound readReader(Fields& fields)
{
    ReaderFound found;
    found.reader = fields.text("reader", kMaxReaderName);
    found.largestAnswer = static_cast<std::uint32_t>(fields.integer("largestAnswer", 256, 65'536));
    const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
    if (found.reader.empty() || !std::ranges::all_of(found.reader, printable))
        fields.spoil();
    return found;
}

VisitReport readReport(Fields& fields)
{
    VisitReport report;
    report.since = std::chrono::milliseconds{fields.integer("since", 0, bus::kMaxUptime)};
    report.status = bus::readStatus(fields);
    return report;
}

VisitMessage readVisitMessage(Fields& fields, std::string_view kind)
{
    if (kind == "ready")
        return VisitReady{};
    if (kind == "report")
        return readReport(fields);
    if (kind == "armed")
        return VisitArmed{std::chrono::milliseconds{fields.integer("cap", 1, kMaxCap)}};
    if (kind == "fact")
        return AuditFact{fields.enumeration<AuditAct>("act"), fields.optionalEnumeration<Method>("method"),
                         fields.optionalEnumeration<FaultCode>("fault"),
                         fields.optionalEnumeration<PageKind>("page")};
    if (kind == "reader")
        return readReader(fields);
    fields.spoil();
    return VisitReady{};
}

struct SupervisorWriter {
    json operator()(const Activate& message) const
    {
        json readers = json::array();
        for (const auto& found : message.readers)
            readers.push_back(readerObject(found));
        return {{"supervisor", "activate"},
                {"visitId", message.visit},
                {"cardLeft", message.cardLeft},
                {"readers", std::move(readers)}};
    }
    json operator()(const FactKept&) const { return {{"supervisor", "factKept"}}; }
    json operator()(const FactLost&) const { return {{"supervisor", "factLost"}}; }
    json operator()(StaffOrder order) const { return {{"supervisor", "order"}, {"order", number(order)}}; }
    json operator()(const Shutdown&) const { return {{"supervisor", "shutdown"}}; }
};

Activate readActivate(Fields& fields)
{
    std::string visit = fields.text("visitId", kVisitIdLength);
    const auto hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (visit.size() != kVisitIdLength || !std::ranges::all_of(visit, hexadecimal))
        fields.spoil();
    const bool cardLeft = fields.flag("cardLeft");
    return Activate{std::move(visit), cardLeft, fields.objects("readers", kMaxReaders, readReader)};
}

SupervisorMessage readSupervisorMessage(Fields& fields, std::string_view kind)
{
    if (kind == "activate")
        return readActivate(fields);
    if (kind == "factKept")
        return FactKept{};
    if (kind == "factLost")
        return FactLost{};
    if (kind == "order")
        return fields.enumeration<StaffOrder>("order");
    if (kind == "shutdown")
        return Shutdown{};
    fields.spoil();
    return Shutdown{};
}

} // namespace

std::string encode(const VisitMessage& message)
{
    return bus::write(std::visit(VisitWriter{}, message));
}

Result<VisitMessage> decodeVisitMessage(std::string_view message)
{
    Fields fields{message};
    auto decoded = readVisitMessage(fields, fields.text("visit", 16));
    return fields.finish(std::move(decoded), "bus/decodeVisitMessage");
}

std::string encode(const SupervisorMessage& message)
{
    return bus::write(std::visit(SupervisorWriter{}, message));
}

Result<SupervisorMessage> decodeSupervisorMessage(std::string_view message)
{
    Fields fields{message};
    auto decoded = readSupervisorMessage(fields, fields.text("supervisor", 16));
    return fields.finish(std::move(decoded), "bus/decodeSupervisorMessage");
}

} // namespace madoguchi
