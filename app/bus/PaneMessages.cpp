// SPDX-License-Identifier: Apache-2.0
#include "bus/PaneMessages.h"

#include "bus/StatusFields.h"

namespace madoguchi {

namespace {

using bus::Fields;
using nlohmann::json;

constexpr std::size_t kMaxName = 256; ///< as in ScreenMessages
constexpr std::size_t kSecurityNumberDigits = 14;

/// One encoder for each thing staff can do. "input" names it.
struct InputWriter {
    json operator()(const StaffAttested&) const { return {{"input", "attested"}}; }
    json operator()(const StaffRefused&) const { return {{"input", "refused"}}; }
    json operator()(const SecurityNumberGiven& input) const
    {
        return {{"input", "number"}, {"number", input.number}};
    }
};

std::optional<StaffInput> readInput(Fields& fields, std::string_view kind)
{
    if (kind == "attested")
        return StaffAttested{};
    if (kind == "refused")
        return StaffRefused{};
    if (kind == "number")
        return SecurityNumberGiven{fields.digits("number", kSecurityNumberDigits)};
    return std::nullopt;
}

} // namespace

std::string encode(const PaneView& view)
{
    json object{{"maskedName", view.maskedName}, {"practice", view.practice}};
    bus::putStatus(object, view.status);
    return bus::write(object);
}

Result<PaneView> decodePaneView(std::string_view message)
{
    Fields fields{message};
    PaneView view;
    view.status = bus::readStatus(fields);
    view.maskedName = fields.text("maskedName", kMaxName);
    view.practice = fields.flag("practice");
    return fields.finish(std::move(view), "bus/decodePaneView");
}

std::string encode(const StaffInput& input)
{
    return bus::write(std::visit(InputWriter{}, input));
}

Result<StaffInput> decodeStaffInput(std::string_view message)
{
    constexpr std::string_view kWhere = "bus/decodeStaffInput";
    Fields fields{message};
    auto input = readInput(fields, fields.text("input", 16));
    if (!input)
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, kWhere};
    return fields.finish(std::move(*input), kWhere);
}

} // namespace madoguchi
