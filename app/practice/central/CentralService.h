// SPDX-License-Identifier: Apache-2.0
// What the practice central answers, without any HTTP or TLS: bodies of messages/CentralProfile.h in, bodies
// and statuses out. Decides in the order: message, terminal, challenge, card, signature, person. One call at
// a time.
#pragma once

#include "practice/central/AnswerBook.h"
#include "practice/central/CardProof.h"
#include "practice/central/NonceBook.h"
#include "practice/central/QualificationStore.h"

#include <functional>
#include <memory>
#include <string>

namespace madoguchi {

/// Who asks, as the client certificate says.
struct Terminal {
    std::string institution; ///< 10 digits; the third says what it is (4 = pharmacy)
    std::string role;        ///< "reception"
};

struct CentralServiceOptions {
    CardTrust cardTrust;
    std::chrono::seconds nonceLife{600}; ///< longer than the longest visit
    std::function<std::chrono::sys_seconds()> now;
};

class CentralService {
public:
    CentralService(std::unique_ptr<QualificationStore> store, CentralServiceOptions options);

    Reply challenge(const Terminal& terminal);
    /// `key` is the idempotency header; empty = the question is not remembered.
    Reply byCard(const Terminal& terminal, const std::string& key, const std::string& body);
    Reply byNumber(const Terminal& terminal, const std::string& key, const std::string& body);
    Reply registerReferenceNumber(const Terminal& terminal, const std::string& key, const std::string& body);
    Reply services(const Terminal& terminal);

private:
    using Handler = Reply (CentralService::*)(const Terminal&, const std::string&);
    Reply once(const Terminal& terminal, const std::string& key, const std::string& body, Handler handler);
    Reply judgeCard(const Terminal& terminal, const std::string& body);
    Reply judgeNumber(const Terminal& terminal, const std::string& body);
    Reply judgeReferenceNumber(const Terminal& terminal, const std::string& body);
    Reply answerPerson(const Terminal& terminal, const EligibilityQuery& query, const CardProof& proof);
    Result<void> addRecord(EligibilityAnswer& answer, const Terminal& terminal, const CardProof& proof,
                           const Consents& consents);

    std::unique_ptr<QualificationStore> store_;
    CentralServiceOptions options_;
    NonceBook nonces_;
    AnswerBook answers_;
};

/// A refusal with the HTTP status that goes with it.
[[nodiscard]] Reply refusal(CentralError error);

} // namespace madoguchi
