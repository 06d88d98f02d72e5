// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PcscSlot.h"

#include "drivers/card/PcscStates.h"
#include "drivers/card/PcscTransport.h"

namespace madoguchi {

Result<std::unique_ptr<CardTransport>> PcscSlot::connect()
{
    auto context = PcscContext::establish();
    if (!context)
        return context.fault();
    PcscStates states;
    if (const auto listed = states.list(*context); !listed)
        return listed.fault();
    if (const auto looked = states.look(*context); !looked)
        return looked.fault();

    const auto readers = states.readers();
    const auto* chosen = chooseReader(readers, reader_);
    if (chosen == nullptr)
        return Fault{FaultCode::ReaderMissing, FaultSpace::None, 0, "card/chooseReader"};
    if (!chosen->card)
        return Fault{FaultCode::CardRemoved, FaultSpace::None, 0, "card/chooseReader"};
    return PcscTransport::connect(std::move(*context), chosen->name);
}

} // namespace madoguchi
