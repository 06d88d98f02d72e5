// SPDX-License-Identifier: Apache-2.0
// The 利用者証明用 certificate as it lies in the card's file: DER with filler behind it. Dates are civil
// dates in Japan, because that is what stands on the card and what the rules are written in.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/status/CertificateState.h"
#include "drivers/card/Apdu.h"

#include <chrono>

namespace madoguchi {

/// The last day of a certificate counts as valid; the grace period ends on the same day three months later,
/// or on the last day of that month if it is shorter.
[[nodiscard]] CertificateState certificateState(std::chrono::year_month_day end,
                                                std::chrono::year_month_day today);

/// Trims, parses and dates it. CertificateMissing for a file of filler, CardAnswerInvalid for anything else
/// that is no certificate. Whether it is trusted or revoked is the central system's decision.
[[nodiscard]] Result<CardRecord> readCertificate(ByteSpan file, std::chrono::year_month_day today);

} // namespace madoguchi
