// SPDX-License-Identifier: Apache-2.0
#include "formats/record/ScreenMessages.h"

#include "formats/status/StatusRanges.h"
#include "foundation/line/Fields.h"

namespace madoguchi {

namespace {

using bus::Fields;
using bus::number;
using nlohmann::json;

constexpr std::size_t kMaxName = 256; ///< a masked name is far shorter
constexpr std::size_t kDateLength = 10;
constexpr int kPinLength = 4;
constexpr int kMaxTries = 10;
constexpr int kMaxStepSeconds = 3600;

template<typename E>
json numbers(const std::vector<E>& list)
{
    json array = json::array();
    for (const E item : list)
        array.push_back(number(item));
    return array;
}

/// One encoder for each thing a patient can do. "input" names it.
struct InputWriter {
    json operator()(const MethodChosen& input) const
    {
        return {{"input", "method"}, {"method", number(input.method)}};
    }
    json operator()(const PinEntered& input) const { return {{"input", "pin"}, {"pin", input.pin}}; }
    json operator()(const LastTryConfirmed&) const { return {{"input", "lastTry"}}; }
    json operator()(const ConsentsGiven& input) const
    {
        return {{"input", "consents"}, {"consents", input.consents.to_ulong()}};
    }
    json operator()(const FirstUseAnswered& input) const
    {
        return {{"input", "firstUse"}, {"register", input.registerCard}};
    }
    json operator()(const LanguageChosen& input) const
    {
        return {{"input", "language"}, {"language", number(input.language)}};
    }
    json operator()(const MoreTimeWanted&) const { return {{"input", "moreTime"}}; }
    json operator()(const HelpWanted&) const { return {{"input", "help"}}; }
    json operator()(const NoCardHere&) const { return {{"input", "noCard"}}; }
    json operator()(const Cancelled&) const { return {{"input", "cancel"}}; }
};

PatientInput readInput(Fields& fields, std::string_view kind)
{
    if (kind == "method")
        return MethodChosen{fields.enumeration<Method>("method")};
    if (kind == "pin")
        return PinEntered{fields.digits("pin", kPinLength)};
    if (kind == "lastTry")
        return LastTryConfirmed{};
    if (kind == "consents")
        return ConsentsGiven{
            Consents{static_cast<unsigned long>(fields.integer("consents", 0, (1 << kConsentItems) - 1))}};
    if (kind == "firstUse")
        return FirstUseAnswered{fields.flag("register")};
    if (kind == "language")
        return LanguageChosen{fields.enumeration<Language>("language")};
    if (kind == "moreTime")
        return MoreTimeWanted{};
    if (kind == "help")
        return HelpWanted{};
    if (kind == "noCard")
        return NoCardHere{};
    if (kind == "cancel")
        return Cancelled{};
    fields.spoil();
    return Cancelled{};
}

} // namespace

std::string encode(const Screen& screen)
{
    json object{{"stage", number(screen.stage)},
                {"language", number(screen.language)},
                {"practice", screen.practice},
                {"lineUp", screen.lineUp},
                {"myTurn", screen.myTurn},
                {"withoutCard", screen.withoutCard},
                {"methods", numbers(screen.methods)},
                {"consentItems", numbers(screen.consentItems)},
                {"confirmLastTry", screen.confirmLastTry},
                {"faceMisses", screen.faceMisses},
                {"mayCancel", screen.mayCancel},
                {"outcome", number(screen.outcome)},
                {"maskedName", screen.maskedName},
                {"stepSecondsLeft", screen.stepSecondsLeft},
                {"certificateEndsSoon", screen.certificateEndsSoon},
                {"certificateEnd", screen.certificateEnd}};
    bus::putOptional(object, "pinTriesLeft", screen.pinTriesLeft);
    bus::putOptional(object, "fault", screen.fault);
    bus::putOptional(object, "guidance", screen.guidance);
    return bus::write(object);
}

Result<Screen> decodeScreen(std::string_view message)
{
    Fields fields{message};
    Screen screen;
    screen.stage = fields.enumeration<Stage>("stage");
    screen.language = fields.enumeration<Language>("language");
    screen.practice = fields.flag("practice");
    screen.lineUp = fields.flag("lineUp");
    screen.myTurn = fields.flag("myTurn");
    screen.withoutCard = fields.flag("withoutCard");
    screen.methods = fields.enumerations<Method>("methods");
    screen.consentItems = fields.enumerations<ConsentItem>("consentItems");
    if (fields.has("pinTriesLeft"))
        screen.pinTriesLeft = static_cast<int>(fields.integer("pinTriesLeft", 0, kMaxTries));
    screen.confirmLastTry = fields.flag("confirmLastTry");
    screen.fault = fields.optionalEnumeration<FaultCode>("fault");
    screen.guidance = fields.optionalEnumeration<Guidance>("guidance");
    screen.faceMisses = static_cast<int>(fields.integer("faceMisses", 0, 1000));
    screen.mayCancel = fields.flag("mayCancel");
    screen.outcome = fields.enumeration<Outcome>("outcome");
    screen.maskedName = fields.text("maskedName", kMaxName);
    screen.stepSecondsLeft = static_cast<int>(fields.integer("stepSecondsLeft", 0, kMaxStepSeconds));
    screen.certificateEndsSoon = fields.flag("certificateEndsSoon");
    screen.certificateEnd = fields.text("certificateEnd", kDateLength);
    return fields.finish(std::move(screen), "bus/decodeScreen");
}

std::string encode(const PatientInput& input)
{
    return bus::write(std::visit(InputWriter{}, input));
}

Result<PatientInput> decodePatientInput(std::string_view message)
{
    Fields fields{message};
    PatientInput input = readInput(fields, fields.text("input", 16));
    return fields.finish(std::move(input), "bus/decodePatientInput");
}

} // namespace madoguchi
