// SPDX-License-Identifier: Apache-2.0
// Does the question come from a genuine card that signed exactly this? Chain to the practice J-LIS,
// revocation, validity with the grace of three months, and the signature over querySubject().
#pragma once

#include "domain/record/EligibilityQuery.h"
#include "domain/status/CertificateState.h"
#include "formats/central/CentralProfile.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <variant>

namespace madoguchi {

/// PEM files of the issuer of 利用者証明用 certificates; read at each question, because cards are made and
/// revoked while the practice central runs.
struct CardTrust {
    std::filesystem::path authority;
    std::filesystem::path revocations;
};

struct CardProof {
    std::uint32_t person{0}; ///< low 32 bits of the certificate's serial number
    CertificateState state{CertificateState::Valid};
    std::chrono::year_month_day end{}; ///< last day, Tokyo
};

[[nodiscard]] std::variant<CardProof, CentralError>
proveCard(const EligibilityQuery& query, const CardTrust& trust, std::chrono::sys_seconds now);

/// Valid to the last day included; grace to the same day three months later, clipped to the month's end.
[[nodiscard]] CertificateState certificateStateOn(std::chrono::year_month_day today,
                                                  std::chrono::year_month_day end);

} // namespace madoguchi
