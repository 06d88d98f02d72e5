// SPDX-License-Identifier: Apache-2.0
#include "formats/status/BoardMessages.h"

#include "formats/status/SessionFields.h"
#include "formats/status/StatusFields.h"

namespace madoguchi {

template<>
inline constexpr BoardCall bus::kLast<BoardCall> = BoardCall::CardLeft;

namespace {

using bus::Fields;
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

std::chrono::milliseconds readTime(Fields& fields, const char* name)
{
    return std::chrono::milliseconds{fields.integer(name, 0, bus::kMaxUptime)};
}

BoardRow readRow(Fields& fields)
{
    BoardRow row;
    row.tag = bus::readTag(fields);
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
    json object{{"terminal", board.terminal},
                {"practice", board.practice},
                {"inService", board.inService},
                {"spareWarm", board.spareWarm},
                {"auditFailing", board.auditFailing},
                {"sealBroken", board.sealBroken},
                {"findings", std::move(findings)},
                {"call", bus::number(board.call)},
                {"rows", std::move(rows)}};
    bus::putSession(object, board.session);
    return bus::write(object);
}

Result<BoardSnapshot> decodeBoard(std::string_view message)
{
    Fields fields{message};
    BoardSnapshot board;
    board.terminal = bus::readOwnName(fields, "terminal", kMaxTerminalName);
    board.practice = fields.flag("practice");
    board.inService = fields.flag("inService");
    board.spareWarm = fields.flag("spareWarm");
    board.auditFailing = fields.flag("auditFailing");
    board.sealBroken = fields.flag("sealBroken");
    board.findings = fields.objects("findings", kMaxFindings, [](Fields& inner) {
        return static_cast<int>(inner.integer("finding", 0, kMaxFindings));
    });
    board.call = fields.enumeration<BoardCall>("call");
    board.rows = fields.objects("rows", kMaxBoardRows, readRow);
    board.session = bus::readSession(fields);
    return fields.finish(std::move(board), "bus/decodeBoard");
}

} // namespace madoguchi
