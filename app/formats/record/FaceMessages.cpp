// SPDX-License-Identifier: Apache-2.0
#include "formats/record/FaceMessages.h"

#include "formats/status/StatusRanges.h"
#include "foundation/line/Fields.h"

namespace madoguchi {

template<>
inline constexpr FaceVerdict bus::kLast<FaceVerdict> = FaceVerdict::NotYet;
template<>
inline constexpr FaceDoubt bus::kLast<FaceDoubt> = FaceDoubt::NoTurn;

namespace {

using bus::Fields;
using bus::number;
using nlohmann::json;

constexpr double kMaxScore = 1e6;
constexpr int kMaxMilliseconds = 3'600'000;

struct CommandWriter {
    json operator()(const FaceStart&) const { return {{"face", "start"}}; }
    json operator()(const FaceReference& command) const
    {
        return {{"face", "reference"},
                {"portrait", bus::base64(command.portrait.jpeg2000)},
                {"minor", command.cautions.minor},
                {"old_photo", command.cautions.oldPhoto}};
    }
    json operator()(const FaceStop&) const { return {{"face", "stop"}}; }
};

struct ReportWriter {
    json operator()(Guidance guidance) const { return {{"guidance", number(guidance)}}; }
    json operator()(const FaceDecision& decision) const
    {
        return {{"verdict", number(decision.verdict)},
                {"doubt", number(decision.doubt)},
                {"score", decision.score},
                {"threshold", decision.threshold},
                {"shots", decision.shots},
                {"milliseconds", decision.milliseconds}};
    }
    json operator()(const Fault& fault) const
    {
        return {{"fault", number(fault.code)}, {"space", number(fault.space)}, {"value", fault.value}};
    }
};

FaceDecision readDecision(Fields& fields)
{
    FaceDecision decision;
    decision.verdict = fields.enumeration<FaceVerdict>("verdict");
    decision.doubt = fields.enumeration<FaceDoubt>("doubt");
    decision.score = fields.real("score", -kMaxScore, kMaxScore);
    decision.threshold = fields.real("threshold", -kMaxScore, kMaxScore);
    decision.shots = static_cast<int>(fields.integer("shots", 0, 1000));
    decision.milliseconds = static_cast<int>(fields.integer("milliseconds", 0, kMaxMilliseconds));
    return decision;
}

Fault readFault(Fields& fields)
{
    Fault fault;
    fault.code = fields.enumeration<FaultCode>("fault");
    fault.space = fields.enumeration<FaultSpace>("space");
    fault.value = fields.integer("value", INT64_MIN, INT64_MAX);
    fault.where = "bus/faceReport";
    return fault;
}

} // namespace

std::string encode(const FaceCommand& command)
{
    return bus::write(std::visit(CommandWriter{}, command));
}

Result<FaceCommand> decodeFaceCommand(std::string_view message)
{
    constexpr std::string_view kWhere = "bus/decodeFaceCommand";
    Fields fields{message};
    const auto kind = fields.text("face", 16);
    if (kind == "start")
        return fields.finish(FaceCommand{FaceStart{}}, kWhere);
    if (kind == "stop")
        return fields.finish(FaceCommand{FaceStop{}}, kWhere);
    if (kind != "reference")
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, kWhere};
    FaceReference read{.portrait = {fields.bytes("portrait", kMaxPortraitBytes)}, .cautions = {}};
    read.cautions = {.minor = fields.flag("minor"), .oldPhoto = fields.flag("old_photo")};
    FaceCommand reference = std::move(read);
    return fields.finish(std::move(reference), kWhere);
}

std::string encode(const FaceReport& report)
{
    return bus::write(std::visit(ReportWriter{}, report));
}

Result<FaceReport> decodeFaceReport(std::string_view message)
{
    constexpr std::string_view kWhere = "bus/decodeFaceReport";
    Fields fields{message};
    if (fields.has("verdict")) {
        const FaceReport decision = readDecision(fields);
        return fields.finish(decision, kWhere);
    }
    if (fields.has("fault")) {
        const FaceReport fault = readFault(fields);
        return fields.finish(fault, kWhere);
    }
    const FaceReport guidance = fields.enumeration<Guidance>("guidance");
    return fields.finish(guidance, kWhere);
}

std::string encodeCardNumber(const Result<SecurityNumber>& number)
{
    return number ? bus::write(json{{"card_number", *number}}) : encode(FaceReport{number.fault()});
}

Result<SecurityNumber> decodeCardNumber(std::string_view message)
{
    constexpr std::string_view kWhere = "bus/decodeCardNumber";
    constexpr std::size_t kDigits = 14;
    Fields fields{message};
    if (!fields.has("fault"))
        return fields.finish(SecurityNumber{fields.digits("card_number", kDigits)}, kWhere);
    const auto report = decodeFaceReport(message);
    const auto* const fault = report ? std::get_if<Fault>(&*report) : nullptr;
    return fault != nullptr ? *fault : Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, kWhere};
}

} // namespace madoguchi
