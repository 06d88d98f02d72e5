// SPDX-License-Identifier: Apache-2.0
#include "formats/record/PaneMessages.h"

#include "formats/status/StatusFields.h"

namespace madoguchi {

namespace {

using bus::Fields;
using nlohmann::json;

constexpr std::size_t kMaxName = 256; ///< as in ScreenMessages
constexpr std::size_t kMaxValue = 1024;
constexpr std::size_t kMaxPhoto = 96 * 1024; ///< a card holds 16 KiB of it
constexpr std::size_t kSecurityNumberDigits = 14;
constexpr int kMost = 1000;
constexpr std::int64_t kMaxTicket = 0xFFFF'FFFF;

/// Every text of a record and its name on the line, for both directions.
constexpr std::array kTexts{
    std::pair{"confirmedFor", &PaneRecord::confirmedFor},
    std::pair{"notice", &PaneRecord::notice},
    std::pair{"name", &PaneRecord::name},
    std::pair{"nameOfOther", &PaneRecord::nameOfOther},
    std::pair{"nameKana", &PaneRecord::nameKana},
    std::pair{"sex", &PaneRecord::sex},
    std::pair{"birth", &PaneRecord::birth},
    std::pair{"postNumber", &PaneRecord::postNumber},
    std::pair{"address", &PaneRecord::address},
    std::pair{"cardClass", &PaneRecord::cardClass},
    std::pair{"insurerNumber", &PaneRecord::insurerNumber},
    std::pair{"insurerName", &PaneRecord::insurerName},
    std::pair{"symbol", &PaneRecord::symbol},
    std::pair{"number", &PaneRecord::number},
    std::pair{"branch", &PaneRecord::branch},
    std::pair{"personalFamily", &PaneRecord::personalFamily},
    std::pair{"start", &PaneRecord::start},
    std::pair{"loss", &PaneRecord::loss},
    std::pair{"validTo", &PaneRecord::validTo},
    std::pair{"ratio", &PaneRecord::ratio},
    std::pair{"elderlyRatio", &PaneRecord::elderlyRatio},
    std::pair{"elderlyStart", &PaneRecord::elderlyStart},
    std::pair{"elderlyEnd", &PaneRecord::elderlyEnd},
    std::pair{"limitClass", &PaneRecord::limitClass},
    std::pair{"limitStart", &PaneRecord::limitStart},
    std::pair{"limitEnd", &PaneRecord::limitEnd},
    std::pair{"referenceNumber", &PaneRecord::referenceNumber},
};

template<std::size_t Size>
json numbered(const std::array<std::string, Size>& texts)
{
    json object = json::object();
    for (std::size_t i = 0; i < Size; ++i)
        object[std::to_string(i)] = texts[i];
    return object;
}

template<std::size_t Size>
void readNumbered(Fields& fields, std::array<std::string, Size>& texts)
{
    for (std::size_t i = 0; i < Size; ++i)
        texts[i] = fields.text(std::to_string(i).c_str(), kMaxValue);
}

json recordObject(const PaneRecord& record)
{
    json object{{"processed", record.processed},
                {"byNumber", record.byNumber},
                {"results", record.results},
                {"elderly", record.elderly},
                {"validity", record.validity ? static_cast<int>(*record.validity) : 0},
                {"consents", json::array({numbered(record.consents), numbered(record.consentEnds)})}};
    for (const auto& [name, member] : kTexts)
        object[name] = record.*member;
    return object;
}

PaneRecord readRecord(Fields& fields)
{
    PaneRecord record;
    record.processed = fields.flag("processed");
    record.byNumber = fields.flag("byNumber");
    record.results = static_cast<int>(fields.integer("results", 0, kMost));
    record.elderly = fields.flag("elderly");
    if (const auto validity = fields.integer("validity", 0, static_cast<int>(Validity::ValidUnregistered));
        validity > 0)
        record.validity = static_cast<Validity>(validity);
    const auto consents = fields.objects("consents", 2, [](Fields& inner) {
        std::array<std::string, 4> texts;
        readNumbered(inner, texts);
        return texts;
    });
    if (consents.size() == 2) {
        record.consents = consents[0];
        record.consentEnds = consents[1];
    } else {
        fields.spoil();
    }
    for (const auto& [name, member] : kTexts)
        record.*member = fields.text(name, kMaxValue);
    return record;
}

json chartObject(const PaneChart& chart)
{
    return {{"patientNumber", chart.chart.patientNumber},
            {"others", chart.others},
            {"undo", chart.undo},
            {"failed", chart.failed},
            {"values", json::array({numbered(chart.chart.values)})}};
}

PaneChart readChart(Fields& fields)
{
    PaneChart chart;
    chart.chart.patientNumber = fields.text("patientNumber", kMaxName);
    chart.others = static_cast<int>(fields.integer("others", 0, kMost));
    chart.undo = fields.flag("undo");
    chart.failed = fields.flag("failed");
    const auto values = fields.objects("values", 1, [](Fields& inner) {
        ChartValues texts;
        readNumbered(inner, texts);
        return texts;
    });
    if (values.size() == 1)
        chart.chart.values = values.front();
    else
        fields.spoil();
    return chart;
}

/// What may be there once or not at all travels as a list.
template<typename T, typename Read>
std::optional<T> optionalObject(Fields& fields, const char* name, Read read)
{
    auto list = fields.objects(name, 1, read);
    return list.empty() ? std::optional<T>{} : std::optional<T>{std::move(list.front())};
}

json queryObject(const NumberQuery& query)
{
    return {{"insurer", query.insurerNumber}, {"symbol", query.symbol}, {"number", query.number},
            {"branch", query.branch},         {"birth", query.birth},   {"day", query.day},
            {"limit", query.limitConsent},    {"input", "numberGiven"}};
}

NumberQuery readQuery(Fields& fields)
{
    constexpr std::size_t kMaxTyped = 120; // 40 characters of three bytes
    NumberQuery query;
    query.insurerNumber = fields.digits("insurer", 8);
    query.symbol = fields.text("symbol", kMaxTyped);
    query.number = fields.text("number", kMaxTyped);
    query.branch = fields.text("branch", 2);
    query.birth = fields.text("birth", 8);
    query.day = fields.digits("day", 8);
    query.limitConsent = fields.flag("limit");
    return query;
}

/// One encoder for each thing staff can do. "input" names it.
struct InputWriter {
    json operator()(const StaffAttested&) const { return {{"input", "attested"}}; }
    json operator()(const StaffRefused&) const { return {{"input", "refused"}}; }
    json operator()(const SecurityNumberGiven& input) const
    {
        return {{"input", "number"}, {"number", input.number}};
    }
    json operator()(const StaffLooks&) const { return {{"input", "looks"}}; }
    json operator()(const StaffBegan&) const { return {{"input", "began"}}; }
    json operator()(const NumberGiven& input) const { return queryObject(input.query); }
    json operator()(const QueryWanted&) const { return {{"input", "again"}}; }
    json operator()(const PaneOpened&) const { return {{"input", "opened"}}; }
    json operator()(const PaneClosed&) const { return {{"input", "closed"}}; }
    json operator()(const MoreTimeWanted&) const { return {{"input", "moreTime"}}; }
};

std::optional<PaneInput> readInput(Fields& fields, std::string_view kind)
{
    if (kind == "attested")
        return StaffInput{StaffAttested{}};
    if (kind == "refused")
        return StaffInput{StaffRefused{}};
    if (kind == "number")
        return StaffInput{SecurityNumberGiven{fields.digits("number", kSecurityNumberDigits)}};
    if (kind == "looks")
        return StaffInput{StaffLooks{}};
    if (kind == "began")
        return StaffInput{StaffBegan{}};
    if (kind == "numberGiven")
        return StaffInput{NumberGiven{readQuery(fields)}};
    if (kind == "again")
        return StaffInput{QueryWanted{}};
    if (kind == "opened")
        return StaffInput{PaneOpened{}};
    if (kind == "closed")
        return StaffInput{PaneClosed{}};
    if (kind == "moreTime")
        return StaffInput{MoreTimeWanted{}};
    if (kind == "take")
        return ChartOrder{
            static_cast<std::uint32_t>(fields.integer("fields", 0, (std::int64_t{1} << kChartFields) - 1))};
    if (kind == "link")
        return LinkOrder{};
    if (kind == "print")
        return PageOrder{fields.enumeration<PageKind>("page"),
                         static_cast<std::uint32_t>(fields.integer("ticket", 1, kMaxTicket))};
    return std::nullopt;
}

} // namespace

std::string encode(const PaneView& view)
{
    json object{
        {"maskedName", view.maskedName},  {"practice", view.practice}, {"shown", view.shown},
        {"charts", view.charts},          {"linkable", view.linkable}, {"today", view.today},
        {"record", json::array()},        {"chart", json::array()},    {"photo", bus::base64(view.photo)},
        {"pageTicket", view.page.ticket}, {"pageKept", view.page.kept}};
    if (view.record)
        object["record"].push_back(recordObject(*view.record));
    if (view.chart)
        object["chart"].push_back(chartObject(*view.chart));
    bus::putStatus(object, view.status);
    return bus::write(object);
}

Result<PaneView> decodePaneView(std::string_view message)
{
    constexpr std::size_t kDay = 8;
    Fields fields{message};
    PaneView view;
    view.status = bus::readStatus(fields);
    view.maskedName = fields.text("maskedName", kMaxName);
    view.practice = fields.flag("practice");
    view.shown = fields.flag("shown");
    view.charts = fields.flag("charts");
    view.linkable = fields.flag("linkable");
    view.today = fields.text("today", kDay);
    view.record = optionalObject<PaneRecord>(fields, "record", readRecord);
    view.chart = optionalObject<PaneChart>(fields, "chart", readChart);
    view.page.ticket = static_cast<std::uint32_t>(fields.integer("pageTicket", 0, kMaxTicket));
    view.page.kept = fields.flag("pageKept");
    view.photo = fields.bytes("photo", kMaxPhoto);
    return fields.finish(std::move(view), "bus/decodePaneView");
}

std::string encode(const StaffInput& input)
{
    return bus::write(std::visit(InputWriter{}, input));
}

std::string encode(const ChartOrder& order)
{
    return bus::write({{"input", "take"}, {"fields", order.fields}});
}

std::string encode(const LinkOrder&)
{
    return bus::write({{"input", "link"}});
}

std::string encode(const PageOrder& order)
{
    return bus::write({{"input", "print"}, {"page", bus::number(order.page)}, {"ticket", order.ticket}});
}

Result<PaneInput> decodePaneInput(std::string_view message)
{
    constexpr std::string_view kWhere = "bus/decodePaneInput";
    Fields fields{message};
    auto input = readInput(fields, fields.text("input", 16));
    if (!input)
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, kWhere};
    return fields.finish(std::move(*input), kWhere);
}

} // namespace madoguchi
