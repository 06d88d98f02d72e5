// SPDX-License-Identifier: Apache-2.0
#include "practice/central/CentralService.h"

#include "foundation/base/CivilDate.h"
#include "practice/pki/PracticePki.h"

namespace madoguchi {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_seconds;

constexpr auto kConsentLasts = 24h;
constexpr std::string_view kByCardClass = "1", kByNumberClass = "2"; // OQSCD002
constexpr std::string_view kNormal = "1", kError = "2";              // OQSCD003, OQSCD004

int statusOf(CentralError error)
{
    switch (error) {
    case CentralError::BadRequest:
        return 400;
    case CentralError::TerminalNotAllowed:
        return 403;
    case CentralError::NotOffered:
        return 404;
    case CentralError::ChallengeUnknown:
    case CentralError::IdempotencyConflict:
        return 409;
    case CentralError::SignatureInvalid:
    case CentralError::CertificateUntrusted:
    case CentralError::CertificateExpired:
    case CentralError::CertificateRevoked:
        return 422;
    case CentralError::Busy:
        return 503;
    case CentralError::Broken:
        return 500;
    }
    return 500;
}

Reply replyWith(const Result<std::string>& body)
{
    return body ? Reply{200, *body} : refusal(CentralError::Broken);
}

bool mayAsk(const Terminal& terminal, const std::string& institutionCode)
{
    return terminal.role == kReceptionRole && terminal.institution == institutionCode;
}

bool isPharmacy(const Terminal& terminal)
{
    return terminal.institution.size() > 2 && terminal.institution[2] == '4';
}

EligibilityAnswer normalAnswer(const Terminal& terminal, std::string_view referenceClass,
                               const std::string& key, const std::string& day, sys_seconds now)
{
    EligibilityAnswer answer;
    answer.executedAt = wireTime(now);
    answer.confirmedFor = day;
    answer.institutionCode = terminal.institution;
    answer.fileIdentifier = key;
    answer.referenceClass = referenceClass;
    answer.segmentOfResult = kNormal;
    answer.processingStatus = kNormal;
    return answer;
}

ConsentRecord consentRecord(bool given, sys_seconds now)
{
    if (!given)
        return {.flag = "0", .time = {}, .availableUntil = {}};
    return {.flag = "1", .time = wireTime(now), .availableUntil = wireTime(now + kConsentLasts)};
}

/// What counts of the patient's answers: in grace no medical information at all, check-ups never to a
/// pharmacy.
Consents effective(const EligibilityQuery& query, const CardProof& proof, const Terminal& terminal)
{
    if (proof.state == CertificateState::InGrace)
        return {};
    Consents consents = query.consents;
    if (isPharmacy(terminal))
        consents.reset(static_cast<std::size_t>(ConsentItem::CheckUps));
    return consents;
}

void noteConsents(Qualification& q, const Consents& consents, sys_seconds now)
{
    const ConsentRecord always{.flag = "1", .time = wireTime(now), .availableUntil = {}};
    q.medicines = consentRecord(allows(consents, ConsentItem::Medicines), now);
    q.visits = consentRecord(allows(consents, ConsentItem::Visits), now);
    q.surgery = consentRecord(allows(consents, ConsentItem::Surgery), now);
    q.checkUps = consentRecord(allows(consents, ConsentItem::CheckUps), now);
    if (q.limit) // since 2024-10 the card itself is the consent to these two
        q.limitConsent = always;
    if (!q.diseases.empty())
        q.diseaseConsent = always;
}

/// By number nobody has agreed to anything but, perhaps, the limit class.
void withhold(Qualification& q, bool limitConsent, sys_seconds now)
{
    q.limitConsent = {
        .flag = limitConsent ? "1" : "0", .time = limitConsent ? wireTime(now) : "", .availableUntil = {}};
    if (!limitConsent)
        q.limit.reset();
    q.diseases.clear();
    q.tickets.clear();
}

/// The additional notice of a normal answer.
std::string noticeFor(const Decision& decision, const CardProof& proof)
{
    if (proof.state == CertificateState::EndsSoon)
        return "電子証明書の有効期限は" + wireDate(proof.end) + "です";
    if (proof.state == CertificateState::InGrace)
        return "電子証明書の有効期限が切れています";
    return decision.overlap ? "資格が重複しています" : "";
}

std::string wireFlags(const Consents& consents)
{
    std::string flags;
    for (std::size_t item = 0; item < kConsentItems; ++item)
        flags += consents.test(item) ? '1' : '0';
    return flags;
}

} // namespace

Reply refusal(CentralError error)
{
    const auto body = encode(CentralRefusal{error});
    return {statusOf(error), body ? *body : std::string{}};
}

CentralService::CentralService(std::unique_ptr<QualificationStore> store, CentralServiceOptions options)
    : store_{std::move(store)}, options_{std::move(options)}, nonces_{options_.nonceLife}
{
}

Reply CentralService::challenge(const Terminal& terminal)
{
    if (terminal.role != kReceptionRole)
        return refusal(CentralError::TerminalNotAllowed);
    const auto nonce = nonces_.issue(terminal.institution, options_.now());
    return nonce ? replyWith(encode(*nonce)) : refusal(CentralError::Broken);
}

Reply CentralService::byCard(const Terminal& terminal, const std::string& key, const std::string& body)
{
    return once(terminal, key, body, &CentralService::judgeCard);
}

Reply CentralService::byNumber(const Terminal& terminal, const std::string& key, const std::string& body)
{
    return once(terminal, key, body, &CentralService::judgeNumber);
}

Reply CentralService::registerReferenceNumber(const Terminal& terminal, const std::string& key,
                                              const std::string& body)
{
    return once(terminal, key, body, &CentralService::judgeReferenceNumber);
}

Reply CentralService::services(const Terminal&)
{
    return replyWith(encode(std::vector<ServiceState>{{"eligibility-card", true},
                                                      {"eligibility-number", true},
                                                      {"reference-number", true},
                                                      {"batch", false},
                                                      {"medical-information", false},
                                                      {"disaster", false}}));
}

Reply CentralService::once(const Terminal& terminal, const std::string& key, const std::string& body,
                           Handler handler)
{
    const std::string ownKey = terminal.institution + '/' + key;
    const auto found = answers_.find(ownKey, body);
    if (!key.empty() && found.known == AnswerBook::Known::Same)
        return found.reply;
    if (!key.empty() && found.known == AnswerBook::Known::OtherQuestion)
        return refusal(CentralError::IdempotencyConflict);
    Reply reply = (this->*handler)(terminal, body);
    if (!key.empty() && reply.status < 500)
        answers_.remember(ownKey, body, reply);
    return reply;
}

Reply CentralService::judgeCard(const Terminal& terminal, const std::string& body)
{
    const auto question = decodeCardQuestion(body);
    if (!question)
        return refusal(CentralError::BadRequest);
    if (!mayAsk(terminal, question->institutionCode))
        return refusal(CentralError::TerminalNotAllowed);
    const EligibilityQuery& query = question->query;
    if (!nonces_.redeem(terminal.institution, query.nonce, options_.now()))
        return refusal(CentralError::ChallengeUnknown);
    const auto judged = proveCard(query, options_.cardTrust, options_.now());
    if (const auto* error = std::get_if<CentralError>(&judged))
        return refusal(*error);
    return answerPerson(terminal, query, std::get<CardProof>(judged));
}

Reply CentralService::answerPerson(const Terminal& terminal, const EligibilityQuery& query,
                                   const CardProof& proof)
{
    const sys_seconds now = options_.now();
    const std::string today = wireDate(civilDay(now));
    CentralAnswer answer{.eligibility =
                             normalAnswer(terminal, kByCardClass, query.idempotencyKey, today, now)};
    const auto registered = store_->registered(proof.person);
    if (!registered)
        return refusal(CentralError::Broken);
    answer.firstUse = !*registered && !query.registerFirstUse;
    if (answer.firstUse)
        return replyWith(encode(answer));
    if (!*registered && !store_->registerCard(proof.person))
        return refusal(CentralError::Broken);
    if (!addRecord(answer.eligibility, terminal, proof, effective(query, proof, terminal)))
        return refusal(CentralError::Broken);
    return replyWith(encode(answer));
}

Result<void> CentralService::addRecord(EligibilityAnswer& answer, const Terminal& terminal,
                                       const CardProof& proof, const Consents& consents)
{
    const sys_seconds now = options_.now();
    const auto history = store_->historyOf(proof.person, answer.confirmedFor);
    if (!history)
        return history.fault();
    if (const auto recorded = store_->recordConsents(proof.person, terminal.institution, wireFlags(consents),
                                                     wireTime(now), wireTime(now + kConsentLasts));
        !recorded)
        return recorded;
    Decision decision = decideByCard(*history, answer.confirmedFor);
    answer.validity = decision.validity;
    answer.processingMessage = noticeFor(decision, proof);
    if (!decision.record)
        return {};
    auto reference = store_->referenceNumber(terminal.institution, *decision.record);
    if (!reference)
        return reference.fault();
    decision.record->referenceNumber = std::move(*reference);
    noteConsents(*decision.record, consents, now);
    answer.results = {std::move(*decision.record)};
    return {};
}

Reply CentralService::judgeNumber(const Terminal& terminal, const std::string& body)
{
    const auto question = decodeNumberQuestion(body);
    if (!question)
        return refusal(CentralError::BadRequest);
    if (!mayAsk(terminal, question->institutionCode))
        return refusal(CentralError::TerminalNotAllowed);
    const sys_seconds now = options_.now();
    const auto holders = store_->holdersOf(*question, wireDate(civilDay(now)));
    if (!holders)
        return refusal(CentralError::Broken);
    Decision decision = decideByNumber(*question, *holders);
    CentralAnswer answer{.eligibility = normalAnswer(terminal, kByNumberClass, question->fileIdentifier,
                                                     question->confirmedFor, now)};
    answer.eligibility.validity = decision.validity;
    if (!decision.validity) {
        answer.eligibility.processingStatus = kError;
        answer.eligibility.processingMessage = "必須項目が足りません";
    }
    if (decision.record) {
        withhold(*decision.record, question->limitConsent, now);
        const auto reference = store_->referenceNumber(terminal.institution, *decision.record);
        if (!reference)
            return refusal(CentralError::Broken);
        decision.record->referenceNumber = *reference;
        answer.eligibility.results = {std::move(*decision.record)};
    }
    return replyWith(encode(answer));
}

Reply CentralService::judgeReferenceNumber(const Terminal& terminal, const std::string& body)
{
    const auto question = decodeReferenceNumberQuestion(body);
    if (!question || question->entries.size() != 1)
        return refusal(CentralError::BadRequest);
    if (!mayAsk(terminal, question->institutionCode))
        return refusal(CentralError::TerminalNotAllowed);
    const ReferenceNumberEntry& entry = question->entries.front();
    if (!store_->setReferenceNumber(terminal.institution, entry))
        return refusal(CentralError::Broken);
    ReferenceNumberAnswer answer;
    answer.executedAt = wireTime(options_.now());
    answer.institutionCode = terminal.institution;
    answer.fileIdentifier = question->fileIdentifier;
    answer.segmentOfResult = kNormal;
    answer.processingStatus = kNormal;
    answer.entry = entry;
    return replyWith(encode(answer));
}

} // namespace madoguchi
