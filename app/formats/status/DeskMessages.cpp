// SPDX-License-Identifier: Apache-2.0
#include "formats/status/DeskMessages.h"
#include "domain/status/DeskSession.h"

#include "formats/status/SessionFields.h"

#include <algorithm>

namespace madoguchi {

namespace {

using bus::Fields;
using bus::number;
using nlohmann::json;

struct DeskWriter {
    json operator()(const DeskOrder& order) const
    {
        return {{"desk", "order"}, {"tag", order.tag}, {"order", number(order.order)}};
    }
    json operator()(const SignIn& signIn) const
    {
        return {
            {"desk", "signIn"}, {"name", signIn.name}, {"password", signIn.password}, {"code", signIn.code}};
    }
    json operator()(const Unlock& unlock) const { return {{"desk", "unlock"}, {"pin", unlock.pin}}; }
    json operator()(const LockDesk&) const { return {{"desk", "lock"}}; }
    json operator()(const SignOut&) const { return {{"desk", "signOut"}}; }
    json operator()(const StillHere&) const { return {{"desk", "stillHere"}}; }
    json operator()(const ReleaseStaff& release) const
    {
        return {{"desk", "release"}, {"name", release.name}};
    }
};

DeskMessage readDeskMessage(Fields& fields, std::string_view kind)
{
    if (kind == "order")
        return DeskOrder{bus::readTag(fields), fields.enumeration<StaffOrder>("order")};
    if (kind == "signIn")
        return SignIn{fields.text("name", kMaxStaffName), fields.text("password", kMaxPassword),
                      fields.text("code", kMaxStaffCode)};
    if (kind == "unlock")
        return Unlock{fields.text("pin", kMaxStaffCode)};
    if (kind == "lock")
        return LockDesk{};
    if (kind == "signOut")
        return SignOut{};
    if (kind == "stillHere")
        return StillHere{};
    if (kind == "release")
        return ReleaseStaff{fields.text("name", kMaxStaffName)};
    fields.spoil();
    return SignOut{};
}

} // namespace

namespace bus {

std::string readTag(Fields& fields)
{
    const auto hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    std::string tag = fields.text("tag", kVisitTagDigits);
    if (tag.size() != kVisitTagDigits || !std::ranges::all_of(tag, hexadecimal))
        fields.spoil();
    return tag;
}

std::string readOwnName(Fields& fields, const char* field, std::size_t maxBytes)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    };
    std::string name = fields.text(field, maxBytes);
    if (!std::ranges::all_of(name, allowed))
        fields.spoil();
    return name;
}

void putSession(nlohmann::json& object, const DeskSession& session)
{
    json may = json::array();
    for (const auto operation : session.may)
        may.push_back(number(operation));
    object["session"] = number(session.state);
    object["staff"] = session.staff;
    object["pinSet"] = session.pinSet;
    object["may"] = std::move(may);
    object["problem"] = number(session.problem);
    object["waitSeconds"] = session.waitSeconds;
    putOptional(object, "role", session.role);
}

DeskSession readSession(Fields& fields)
{
    DeskSession session;
    session.state = fields.enumeration<SessionState>("session");
    session.staff = readOwnName(fields, "staff", kMaxStaffName);
    session.pinSet = fields.flag("pinSet");
    session.may = fields.enumerations<DeskOperation>("may");
    session.problem = fields.enumeration<DeskProblem>("problem");
    session.waitSeconds = static_cast<int>(fields.integer("waitSeconds", 0, 24 * 3600));
    session.role = fields.optionalEnumeration<StaffRole>("role");
    return session;
}

} // namespace bus

std::string encode(const DeskMessage& message)
{
    return bus::write(std::visit(DeskWriter{}, message));
}

Result<DeskMessage> decodeDeskMessage(std::string_view message)
{
    Fields fields{message};
    auto decoded = readDeskMessage(fields, fields.text("desk", 16));
    return fields.finish(std::move(decoded), "bus/decodeDeskMessage");
}

} // namespace madoguchi
