// SPDX-License-Identifier: Apache-2.0
// The practice card: answers command APDUs as a My Number Card does, as far as that is publicly known. A pure
// state machine over a CardImage: no sockets, no clock, no files.
//
// Security status belongs to the current application and ends with the next successful SELECT of an
// application or with the loss of power; it outlives a client's disconnection and a warm reset. Wrong secrets
// count down to 63C0; from then on VERIFY says 6984.
#pragma once

#include "drivers/sim/card/CardCommand.h"
#include "drivers/sim/card/CardImage.h"
#include "drivers/sim/card/TerminalGate.h"
#include "foundation/base/Bytes.h"

#include <cstdint>
#include <functional>
#include <set>

namespace madoguchi {

class PracticeCard {
public:
    using Random = sim::TerminalGate::Random;

    /// `random` makes challenges; a test may make them predictable.
    explicit PracticeCard(CardImage image, Random random = randomBytes);

    PracticeCard(const PracticeCard&) = delete;
    PracticeCard& operator=(const PracticeCard&) = delete;

    [[nodiscard]] const Bytes& atr() const { return image_.atr; }

    void powerOn();
    void powerOff();
    void reset(); ///< warm: everything stays

    /// The response APDU (data and status word) to a command APDU.
    [[nodiscard]] Bytes answer(const Bytes& commandApdu);

    /// Tries left of a secret, for practice's own displays. -1: no such secret.
    [[nodiscard]] int triesLeft(const Bytes& aid, std::uint16_t secret) const;

    [[nodiscard]] static Bytes randomBytes(std::size_t count);

private:
    struct Answer {
        std::uint16_t status{0};
        Bytes data{};
    };
    using Command = sim::CardCommand;

    Answer collect(Command command);
    Answer dispatch(const Command& command);
    Answer select(const Command& command);
    Answer selectApplication(const Command& command);
    Answer selectFile(const Command& command);
    Answer readBinary(const Command& command);
    Answer readRecord(const Command& command);
    Answer verify(const Command& command);
    Answer changeSecret(const Command& command);
    Answer sign(const Command& command);
    Answer giveChallenge(const Command& command);
    Answer presentTerminal(const Command& command);
    Answer authenticateTerminal(const Command& command);
    Answer dataObject(const Command& command);

    CardApplication& application() { return image_.applications[current_]; }
    void enter(std::size_t application);
    CardFile* fileByShortId(std::uint8_t shortId);
    CardFile* referencedFile(std::uint8_t p2);
    [[nodiscard]] bool open(const CardFile& file) const;

    CardImage image_;
    Random random_;
    sim::TerminalGate gate_;
    bool powered_{false};
    std::size_t current_{0};
    CardFile* file_{nullptr};
    std::set<std::uint16_t> verified_;
    Command chain_; ///< what came of a chained command so far
};

} // namespace madoguchi
