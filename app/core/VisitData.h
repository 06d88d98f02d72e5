// SPDX-License-Identifier: Apache-2.0
// What one visit handles, as plain values. They exist only inside the visit's process group, whose death erases
// them, so plain types serve.
#pragma once

#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

using Bytes = std::vector<std::uint8_t>;

/// How the person was shown to be the card's holder.
enum class Method : std::uint8_t { Face, Pin, StaffEye };

enum class Language : std::uint8_t { Japanese, English };

/// State of the 利用者証明用 certificate on the day of the visit (domain rules: the last day counts as valid, the
/// grace period ends on the same day three months later).
enum class CertificateState : std::uint8_t {
    Valid,
    EndsSoon, ///< three months or less are left
    InGrace,  ///< expired three months ago at most: qualification yes, medical information no
    Expired,  ///< for longer
};

/// What the card says about itself before anybody has been asked anything.
struct CardRecord {
    Bytes certificate; ///< X.509 DER of the 利用者証明用 certificate, trimmed to its DER length
    CertificateState certificateState{CertificateState::Valid};
    std::chrono::year_month_day certificateEnd{};
};

/// Tries the card still allows for the 利用者証明用 PIN (0 to 3). 0 means locked.
struct PinTries {
    int left{0};
};

/// Four ASCII digits.
using Pin = std::string;

/// 照合番号B: 14 ASCII digits, birth YYMMDD as printed, expiry YYYY, security code. Opens the card face.
using SecurityNumber = std::string;

/// Who found the number: a camera over the card by itself, or staff who can look at the card again.
enum class NumberSource : std::uint8_t { Camera, Staff };

/// The chip's photo after issuer and anti-clone signatures were verified: a JPEG 2000 file (JP2), grey.
struct ChipPortrait {
    Bytes jpeg2000;
};

/// The central system's single-use nonce.
struct Challenge {
    Bytes nonce;
};

/// What a patient may allow to be shown, for this visit. The order is the order on the consent page.
enum class ConsentItem : std::uint8_t { Medicines, Visits, Surgery, CheckUps };
inline constexpr std::size_t kConsentItems = 4;

/// Bit i set = yes to item i. No answer is no.
using Consents = std::bitset<kConsentItems>;

[[nodiscard]] inline bool allows(const Consents& consents, ConsentItem item)
{
    return consents.test(static_cast<std::size_t>(item));
}

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

/// What the card signs: the nonce, the answers and the method in one unambiguous form, so that nobody on the way
/// can change a no into a yes.
[[nodiscard]] Bytes querySubject(const Bytes& nonce, const Consents& consents, Method method, bool registerFirstUse);

} // namespace madoguchi
