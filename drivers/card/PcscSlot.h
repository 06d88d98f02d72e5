// SPDX-License-Identifier: Apache-2.0
// The patient's reader through pcscd: connects to the card that lies on it at the moment of the call.
#pragma once

#include "drivers/card/CardTransport.h"
#include "drivers/card/ReaderChoice.h"

namespace madoguchi {

class PcscSlot final : public CardSlot {
public:
    explicit PcscSlot(ReaderRule reader) : reader_{std::move(reader)} {}

    Result<std::unique_ptr<CardTransport>> connect() override;

private:
    ReaderRule reader_;
};

} // namespace madoguchi
