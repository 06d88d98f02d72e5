// SPDX-License-Identifier: Apache-2.0
// What a card says and what opens it. Personal: it exists only inside the visit's process group, whose death
// erases it, so plain types serve.
#pragma once

#include "domain/record/NumberSource.h"
#include "domain/status/CertificateState.h"
#include "foundation/base/Bytes.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace madoguchi {

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
using PinDigits = std::string;

/// 照合番号B: 14 ASCII digits, birth YYMMDD as printed, expiry YYYY, security code. Opens the card face.
using SecurityNumber = std::string;

/// The chip's photo after issuer and anti-clone signatures were verified: a JPEG 2000 file (JP2), grey; and
/// what the same record says of whose it is and how long it is good for.
struct ChipPortrait {
    Bytes jpeg2000;
    std::optional<std::chrono::year_month_day> birth{}; ///< signed; nothing when it is no date
    std::optional<std::chrono::year_month_day>
        expiry{}; ///< not signed, hence only for more caution, never for less
};

} // namespace madoguchi
