// SPDX-License-Identifier: Apache-2.0
#include "drivers/central/https/HttpsCentral.h"

#include "drivers/central/https/CentralFaults.h"
#include "drivers/central/https/HttpsSession.h"

#include <openssl/rand.h>

#include <array>

namespace madoguchi {
namespace {

/// 128 random bits as hexadecimal: no two questions share a key.
Result<std::string> freshKey()
{
    std::array<std::uint8_t, 16> bits{};
    if (RAND_bytes(bits.data(), static_cast<int>(bits.size())) != 1)
        return Fault{.code = FaultCode::Internal, .where = "central/random"};
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string key;
    for (const std::uint8_t byte : bits) {
        key += kDigits[byte >> 4];
        key += kDigits[byte & 15];
    }
    return key;
}

/// Keeps the caller's key or makes one.
Result<void> ensureKey(std::string& key)
{
    if (!key.empty())
        return {};
    auto fresh = freshKey();
    if (!fresh)
        return fresh.fault();
    key = std::move(*fresh);
    return {};
}

/// A refusal says more than its HTTP status; anything else with such a status is judged by it alone.
Fault refused(const HttpsAnswer& answer, std::string_view where)
{
    const auto refusal = decodeCentralRefusal(answer.body);
    return refusal ? faultOfRefusal(refusal->error, where) : faultOfHttp(answer.status, where);
}

/// Sends, and hands the body of a good answer to `decode`.
template<typename T>
Result<T> exchange(HttpsSession& session, const HttpsRequest& request, Parsed<T> (*decode)(std::string_view))
{
    const auto answer = session.send(request);
    if (!answer)
        return answer.fault();
    if (answer->status != 200)
        return refused(*answer, request.where);
    return decode(answer->body).orFault(request.where, FaultCode::CentralAnswerInvalid);
}

/// An answer must be to our question: two terminals of a house must never see each other's patients.
bool answers(const EligibilityAnswer& answer, std::string_view institutionCode, std::string_view key)
{
    return answer.institutionCode == institutionCode && answer.fileIdentifier == key;
}

Parsed<EligibilityAnswer> decodeNumberAnswer(std::string_view body)
{
    auto answer = decodeCentralAnswer(body);
    if (!answer)
        return answer.error();
    return std::move(answer->eligibility);
}

Fault notOurs(std::string_view where)
{
    return {.code = FaultCode::CentralAnswerInvalid, .where = where};
}

} // namespace

HttpsCentral::HttpsCentral(std::string institutionCode, std::unique_ptr<HttpsSession> session)
    : institutionCode_{std::move(institutionCode)}, session_{std::move(session)}
{
}

HttpsCentral::~HttpsCentral() = default;

Result<std::unique_ptr<HttpsCentral>> HttpsCentral::open(const CentralConnection& connection)
{
    auto session = HttpsSession::open(connection);
    if (!session)
        return session.fault();
    return std::unique_ptr<HttpsCentral>{new HttpsCentral{connection.institutionCode, std::move(*session)}};
}

Result<Challenge> HttpsCentral::challenge()
{
    return exchange(*session_, {.path = central_route::kChallenge, .where = "central/challenge"},
                    &decodeChallenge);
}

Result<CentralAnswer> HttpsCentral::ask(const EligibilityQuery& query)
{
    constexpr std::string_view kWhere = "central/ask";
    CardQuestion question{institutionCode_, query};
    std::string& key = question.query.idempotencyKey;
    if (const auto keyed = ensureKey(key); !keyed)
        return keyed.fault();
    auto body = encode(question);
    if (!body)
        return body.fault();
    auto answer = exchange(
        *session_,
        {.path = central_route::kByCard, .body = std::move(*body), .idempotencyKey = key, .where = kWhere},
        &decodeCentralAnswer);
    if (answer && !answers(answer->eligibility, institutionCode_, key))
        return notOurs(kWhere);
    return answer;
}

Result<EligibilityAnswer> HttpsCentral::askByNumber(const NumberQuery& query)
{
    QualificationRequest request;
    request.confirmedFor = query.day;
    request.insurerNumber = query.insurerNumber;
    request.symbol = query.symbol;
    request.number = query.number;
    request.branch = query.branch;
    request.birthdate = query.birth;
    request.limitConsent = query.limitConsent;
    return askByNumber(std::move(request));
}

Result<EligibilityAnswer> HttpsCentral::askByNumber(QualificationRequest request)
{
    constexpr std::string_view kWhere = "central/askByNumber";
    std::string& key = request.fileIdentifier;
    request.institutionCode = institutionCode_;
    if (const auto keyed = ensureKey(key); !keyed)
        return keyed.fault();
    auto body = encode(request);
    if (!body)
        return body.fault();
    auto answer = exchange(
        *session_,
        {.path = central_route::kByNumber, .body = std::move(*body), .idempotencyKey = key, .where = kWhere},
        &decodeNumberAnswer);
    if (answer && !answers(*answer, institutionCode_, key))
        return notOurs(kWhere);
    return answer;
}

Result<ReferenceNumberAnswer> HttpsCentral::registerReferenceNumber(ReferenceNumberRegistration registration)
{
    std::string& key = registration.fileIdentifier;
    registration.institutionCode = institutionCode_;
    if (const auto keyed = ensureKey(key); !keyed)
        return keyed.fault();
    auto body = encode(registration);
    if (!body)
        return body.fault();
    return exchange(*session_,
                    {.path = central_route::kReferenceNumber,
                     .body = std::move(*body),
                     .idempotencyKey = key,
                     .where = "central/referenceNumber"},
                    &decodeReferenceNumberAnswer);
}

Result<std::vector<ServiceState>> HttpsCentral::services()
{
    return exchange(*session_, {.path = central_route::kStatus, .where = "central/services"},
                    &decodeServiceStates);
}

} // namespace madoguchi
