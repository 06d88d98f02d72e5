// SPDX-License-Identifier: Apache-2.0
// INVENTED. How a terminal with keys provisioned under contract (特定機関認証) proves itself to a real card
// is not public; this stands in for it so that the path can be practised. Two commands: the terminal's
// certificate (body and signature, as CvCertificate.h writes it) is answered with a challenge of 16 bytes,
// and the terminal's signature over terminalSubject(challenge) opens the signing key without PIN until
// another application is selected.
#pragma once

#include "drivers/sim/card/CardKey.h"

#include <functional>
#include <optional>

namespace madoguchi::sim {

/// What a terminal signs (PKCS#1 v1.5, SHA-256): a fixed text and the card's challenge.
[[nodiscard]] Bytes terminalSubject(const Bytes& challenge);

class TerminalGate {
public:
    static constexpr std::size_t kChallenge = 16;
    using Random = std::function<Bytes(std::size_t)>;

    TerminalGate(std::optional<CardKey> authority, Random random);

    /// The challenge, or nothing when the certificate is not the authority's.
    [[nodiscard]] std::optional<Bytes> present(const Bytes& certificate);

    [[nodiscard]] bool challenged() const { return !challenge_.empty(); }

    /// Whether `signature` answers the challenge, which is spent either way.
    [[nodiscard]] bool authenticate(const Bytes& signature);

    void forget();

private:
    std::optional<CardKey> authority_;
    Random random_;
    std::optional<CardKey> terminal_;
    Bytes challenge_;
};

} // namespace madoguchi::sim
