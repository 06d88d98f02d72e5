// SPDX-License-Identifier: Apache-2.0
// What pcscd said last about each attached reader, in the form SCardGetStatusChange wants it back, so that
// the next wait returns for everything that happened in between. Includes pcscd's pseudo-reader, which
// reports readers that come and go.
#pragma once

#include "drivers/card/PcscContext.h"
#include "drivers/card/ReaderChoice.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace madoguchi {

class PcscStates {
public:
    enum class Wait : std::uint8_t {
        Changed,
        NothingYet,
        Cancelled,
        ListAgain, ///< a reader of the list is not there any more
    };

    /// Takes in which readers are attached; keeps what is known of those that stay.
    Result<void> list(const PcscContext& context);

    /// Asks for the present state of all readers. Does not wait.
    Result<void> look(const PcscContext& context);

    /// Blocks until something changes, SCardCancel() or `atMost` (`NothingYet`).
    Result<Wait> wait(const PcscContext& context, std::chrono::milliseconds atMost);

    /// The attached readers as last seen, in pcscd's order.
    [[nodiscard]] std::vector<ReaderState> readers() const;

private:
    Result<Wait> change(const PcscContext& context, std::chrono::milliseconds atMost);

    std::vector<std::string> names_;
    std::map<std::string, unsigned long> known_; ///< dwEventState by reader, pseudo-reader included
};

} // namespace madoguchi
