// SPDX-License-Identifier: Apache-2.0
// The patient's reader through pcscd: connects to the card that lies on it at the moment of the call.
#pragma once

#include "drivers/card/CardTransport.h"

#include <string>

namespace madoguchi {

class PcscSlot final : public CardSlot {
public:
    /// `configuredReader` as in ReaderChoice.h; empty means the first reader with a card.
    explicit PcscSlot(std::string configuredReader) : configuredReader_{std::move(configuredReader)} {}

    Result<std::unique_ptr<CardTransport>> connect() override;

private:
    std::string configuredReader_;
};

} // namespace madoguchi
