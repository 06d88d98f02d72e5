// SPDX-License-Identifier: Apache-2.0
// Makes a person's practice card: keys and certificates once (kept in `<practice folder>/cards/<id>`, made
// anew when their last day is no longer the one people.toml asks for), records on each call. The photo is
// `<practice folder>/faces/<id>/portrait.jp2`, or a plain grey when that is missing.
#pragma once

#include "drivers/sim/card/CardAuthorities.h"
#include "drivers/sim/card/CardImage.h"
#include "drivers/sim/personas/Persona.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <filesystem>
#include <vector>

namespace madoguchi {

/// How a card can differ from what its person's card should be.
struct CardVariation {
    enum class Kind : std::uint8_t {
        MyNumberCard,
        OtherCard,    ///< knows none of the applications
        ResidentCard, ///< 住民基本台帳カード, the predecessor
        PhoneToken,   ///< a phone: no card face, certificate behind the PIN
    };
    Kind kind{Kind::MyNumberCard};
    bool shortOnly{false}; ///< refuses extended APDUs (6700)
    bool pinBlocked{false};
    bool noCertificate{false};      ///< no 利用者証明用 certificate
    bool expiredCertificate{false}; ///< ended 100 days ago
    bool cloned{false};             ///< does not hold the key its face names
    bool tamperedPhoto{false};      ///< the photo is not the one that was signed
};

class CardMaker {
public:
    /// Opens or makes the authorities in `<practice folder>/pki`.
    [[nodiscard]] static Result<CardMaker> open(std::filesystem::path practiceFolder,
                                                const std::vector<Persona>& people,
                                                std::chrono::sys_seconds now);

    [[nodiscard]] Result<CardImage> make(const Persona& persona, const CardVariation& variation = {}) const;

private:
    CardMaker(std::filesystem::path folder, CardAuthorities authorities, std::chrono::sys_seconds now);

    std::filesystem::path folder_;
    CardAuthorities authorities_;
    std::chrono::sys_seconds now_;
};

} // namespace madoguchi
