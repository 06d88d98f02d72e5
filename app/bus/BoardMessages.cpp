// SPDX-License-Identifier: Apache-2.0
#include "bus/BoardMessages.h"

#include "bus/StatusFields.h"

#include <algorithm>

namespace madoguchi {

namespace {

using bus::Fields;
using bus::number;
using nlohmann::json;

constexpr std::size_t kMaxTerminalName = 32;
constexpr std::size_t kMaxFindings = 32;

json rowOf(const BoardRow& row)
{
    json object{{"tag", row.tag},
                {"begun", row.begun.count()},
                {"since", row.since.count()},
                {"ended", row.ended.count()}};
    bus::putStatus(object, row.status);
    return object;
}

std::string readTag(Fields& fields)
{
    const auto hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    std::string tag = fields.text("tag", kVisitTagDigits);
    if (tag.size() != kVisitTagDigits || !std::ranges::all_of(tag, hexadecimal))
        fields.spoil();
    return tag;
}

std::chrono::milliseconds readTime(Fields& fields, const char* name)
{
    return std::chrono::milliseconds{fields.integer(name, 0, bus::kMaxUptime)};
}

BoardRow readRow(Fields& fields)
{
    BoardRow row;
    row.tag = readTag(fields);
    row.begun = readTime(fields, "begun");
    row.since = readTime(fields, "since");
    row.ended = readTime(fields, "ended");
    row.status = bus::readStatus(fields);
    return row;
}

} // namespace

std::string encode(const BoardSnapshot& board)
{
    json rows = json::array();
    for (const auto& row : board.rows)
        rows.push_back(rowOf(row));
    json findings = json::array();
    for (const int finding : board.findings)
        findings.push_back({{"finding", finding}});
    return bus::write({{"terminal", board.terminal},
                       {"practice", board.practice},
                       {"inService", board.inService},
                       {"spareWarm", board.spareWarm},
                       {"auditFailing", board.auditFailing},
                       {"findings", std::move(findings)},
                       {"rows", std::move(rows)}});
}

Result<BoardSnapshot> decodeBoard(std::string_view message)
{
    Fields fields{message};
    BoardSnapshot board;
    board.terminal = fields.text("terminal", kMaxTerminalName);
    board.practice = fields.flag("practice");
    board.inService = fields.flag("inService");
    board.spareWarm = fields.flag("spareWarm");
    board.auditFailing = fields.flag("auditFailing");
    board.findings = fields.objects("findings", kMaxFindings, [](Fields& inner) {
        return static_cast<int>(inner.integer("finding", 0, kMaxFindings));
    });
    board.rows = fields.objects("rows", kMaxBoardRows, readRow);
    return fields.finish(std::move(board), "bus/decodeBoard");
}

std::string encode(const DeskOrder& order)
{
    return bus::write({{"tag", order.tag}, {"order", number(order.order)}});
}

Result<DeskOrder> decodeDeskOrder(std::string_view message)
{
    Fields fields{message};
    DeskOrder order;
    order.tag = readTag(fields);
    order.order = fields.enumeration<StaffOrder>("order");
    return fields.finish(std::move(order), "bus/decodeDeskOrder");
}

} // namespace madoguchi
