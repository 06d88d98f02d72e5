// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/exchange/RequestAnswer.h"

#include "domain/eligibility/MyNumber.h"
#include "domain/status/FaultTable.h"
#include "domain/text/Texts.h"
#include "formats/oqs/MessageDocument.h"
#include "formats/oqs/QualificationAnswer.h"
#include "foundation/base/CivilDate.h"

#include <algorithm>

namespace madoguchi {
namespace {

/// Why a request is given back, in words for the receipt computer's screen; never a value from the request.
struct Refusal {
    std::string words;
    bool returned{true}; ///< false: not even the request may stay
};

/// What a receipt computer is told stands in both languages, each on a line.
Refusal refusal(TextId sentence, bool giveBack = true)
{
    return {std::string{text(sentence, Language::Japanese)} + '\n' +
                std::string{text(sentence, Language::English)} + '\n',
            giveBack};
}

Refusal unreadable(const MessageError& error)
{
    return {filled(TextId::answersUnreadable, Language::Japanese,
                   {{"line", std::to_string(error.line)},
                    {"column", std::to_string(error.column)},
                    {"what", error.what}}) +
            '\n' + std::string{text(TextId::answersUnreadable, Language::English)} + '\n'};
}

/// A central system that could not answer, in the receipt computer's own form.
template<typename Answer>
Answer noAnswer(const Fault& fault, const RequestRules& rules, const std::string& identifier,
                const Clock& clock)
{
    const auto& row = faultRow(fault.code);
    Answer answer;
    answer.executedAt = wireTime(clock.wallTime());
    answer.institutionCode = rules.institutionCode;
    answer.fileIdentifier = identifier;
    answer.segmentOfResult = "9";
    answer.errorCode = row.supportCode;
    answer.errorMessage = text(row.headline, Language::Japanese);
    return answer;
}

class Answering {
public:
    Answering(const ClaimedRequest& request, const RequestRules& rules, const RequestAsker& central,
              const FolderHandOff& handOff, ReceiptExchange& exchange, const Clock& clock)
        : request_{request}, rules_{rules}, central_{central}, handOff_{handOff}, exchange_{exchange},
          clock_{clock}
    {
    }

    Result<RequestOutcome> run()
    {
        if (request_.tooLarge)
            return refuse(refusal(TextId::answersTooLarge));
        const auto part = freePartOf(request_.name);
        if (!part)
            return refuse(refusal(TextId::answersBadName));
        freePart_ = *part;
        const auto document = readMessage(request_.bytes, request_.name);
        if (!document)
            return refuse(unreadable(document.error()));
        if (document->kind == "OQSsiquc01req")
            return qualification(*document);
        if (document->kind == "OQSsiimm01req" && central_.reference)
            return reference(*document);
        return refuse(refusal(TextId::answersNotOffered));
    }

private:
    Result<RequestOutcome> qualification(const MessageDocument& document)
    {
        auto request = qualificationRequestOf(document);
        if (!request)
            return refuse(unreadable(request.error()));
        if (request->institutionCode != rules_.institutionCode)
            return refuse(refusal(TextId::answersOtherInstitution));
        if (looksLikeMyNumber(request->number) || looksLikeMyNumber(request->symbol))
            return refuse(refusal(TextId::answersMyNumber, false));
        auto asked = *request;
        asked.fileIdentifier.clear(); // the sender's may come twice; ours to the central system never does
        auto answer = central_.byNumber(std::move(asked));
        const auto fault = answer ? std::optional<FaultCode>{} : answer.fault().code;
        auto told =
            answer ? *std::move(answer)
                   : noAnswer<EligibilityAnswer>(answer.fault(), rules_, request->fileIdentifier, clock_);
        told.fileIdentifier = request->fileIdentifier;
        told.confirmedFor = request->confirmedFor;
        told.referenceClass = "2";
        return placed(handOff_.answerRequest(told, freePart_, &*request), fault);
    }

    Result<RequestOutcome> reference(const MessageDocument& document)
    {
        auto registration = referenceNumberRegistrationOf(document);
        if (!registration)
            return refuse(unreadable(registration.error()));
        if (registration->institutionCode != rules_.institutionCode)
            return refuse(refusal(TextId::answersOtherInstitution));
        if (registration->entries.size() != 1)
            return refuse(refusal(TextId::answersNotOffered));
        const auto& entry = registration->entries.front();
        if (looksLikeMyNumber(entry.number) || looksLikeMyNumber(entry.symbol) ||
            looksLikeMyNumber(entry.referenceNumber))
            return refuse(refusal(TextId::answersMyNumber, false));
        auto asked = *registration;
        asked.fileIdentifier.clear();
        auto answer = central_.reference(std::move(asked));
        const auto fault = answer ? std::optional<FaultCode>{} : answer.fault().code;
        auto told =
            answer ? *std::move(answer) : noAnswer<ReferenceNumberAnswer>(answer.fault(), rules_, {}, clock_);
        told.fileIdentifier = registration->fileIdentifier;
        told.entry = entry;
        return placed(handOff_.answerRequest(told, freePart_), fault);
    }

    Result<RequestOutcome> placed(const Result<HandOver>& placed, std::optional<FaultCode> fault)
    {
        if (!placed && placed.fault().code == FaultCode::HandOverNameTaken)
            return refuse(refusal(TextId::answersNameTaken));
        if (!placed)
            return placed.fault();
        if (const auto done = exchange_.done(request_); !done)
            return done.fault();
        return RequestOutcome{fault};
    }

    Result<RequestOutcome> refuse(const Refusal& refusal)
    {
        if (const auto rejected = exchange_.reject(request_, refusal.words, refusal.returned); !rejected)
            return rejected.fault();
        return RequestOutcome{FaultCode::MessageInvalid};
    }

    const ClaimedRequest& request_;
    const RequestRules& rules_;
    const RequestAsker& central_;
    const FolderHandOff& handOff_;
    ReceiptExchange& exchange_;
    const Clock& clock_;
    std::string freePart_;
};

} // namespace

Result<RequestOutcome> answerRequest(const ClaimedRequest& request, const RequestRules& rules,
                                     const RequestAsker& central, const FolderHandOff& handOff,
                                     ReceiptExchange& exchange, const Clock& clock)
{
    return Answering{request, rules, central, handOff, exchange, clock}.run();
}

} // namespace madoguchi
