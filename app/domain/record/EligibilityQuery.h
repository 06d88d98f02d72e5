// SPDX-License-Identifier: Apache-2.0
// The questions a visit puts to the central system, and what the card signs for them.
#pragma once

#include "domain/status/Consents.h"
#include "domain/status/Method.h"
#include "foundation/base/Bytes.h"

#include <string>

namespace madoguchi {

/// The central system's single-use nonce.
struct Challenge {
    Bytes nonce;
};

/// The question put to the central system.
struct EligibilityQuery {
    Bytes certificate; ///< DER
    Bytes signature;   ///< by the card over querySubject(...), PKCS#1 v1.5 with SHA-256
    Bytes nonce;
    Consents consents;
    Method method{Method::Pin};
    bool registerFirstUse{false}; ///< 初回登録: "use this card as my insurance card from now on"
    std::string idempotencyKey;   ///< one per question; a repeated question gets the same answer
};

/// The question by symbol and number, as staff typed it from a paper (資格確認書). Texts are UTF-8.
struct NumberQuery {
    std::string insurerNumber;  ///< eight digits
    std::string symbol, number; ///< symbol may be empty (後期高齢者医療 has none)
    std::string branch;         ///< two digits; empty = the paper has none
    std::string birth;          ///< YYYYMMDD; beside a branch MMDD is enough
    std::string day;            ///< YYYYMMDD the answer is for
    bool limitConsent{false};   ///< the patient agrees that the 限度額 class is told

    friend bool operator==(const NumberQuery&, const NumberQuery&) = default;
};

/// What the card signs: the nonce, the answers and the method in one unambiguous form, so that nobody on the
/// way can change a no into a yes.
[[nodiscard]] Bytes querySubject(const Bytes& nonce, const Consents& consents, Method method,
                                 bool registerFirstUse);

} // namespace madoguchi
