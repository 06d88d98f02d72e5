// SPDX-License-Identifier: Apache-2.0
// The My Number Card as a visit sees it. A PIN visit is seven commands, a face visit sixteen, on a reader
// with extended APDUs:
//   read          SELECT JPKI, READ presence, READ certificate
//   PIN           query tries, VERIFY, sign
//   face          SELECT card info, READ RECORD; SELECT surface, query tries, VERIFY, READ face, READ issuer
//                 certificate, sign nonce; SELECT JPKI, terminal authentication (2), sign
//   release       SELECT issuer domain: no security status stays behind
#pragma once

#include "domain/eligibility/SecurityNumberCheck.h"
#include "domain/ports/CardPort.h"
#include "domain/record/CardRecord.h"
#include "domain/status/Method.h"
#include "drivers/card/CardSession.h"
#include "drivers/card/CardTransport.h"
#include "drivers/card/IssuerTrust.h"
#include "drivers/card/TerminalAuthentication.h"
#include "foundation/base/Bytes.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Result.h"

#include <memory>
#include <optional>
#include <string_view>

namespace madoguchi {

struct MyNumberCardOptions {
    IssuerTrust issuers;                  ///< who may have issued the card's face; empty: no face is believed
    std::optional<TerminalKeys> terminal; ///< absent: no signature without PIN (PinlessNotAvailable)
    SecurityNumberPolicy securityNumber{};
};

class MyNumberCard final : public CardPort {
public:
    /// `slot`, `memory` and `clock` must outlive the card.
    MyNumberCard(CardSlot& slot, ReaderMemory& memory, const Clock& clock, MyNumberCardOptions settings);
    MyNumberCard(const MyNumberCard&) = delete;
    MyNumberCard& operator=(const MyNumberCard&) = delete;
    ~MyNumberCard() override;

    Result<CardRecord> read() override;
    Result<PinTries> pinTries() override;
    Result<void> verifyPin(PinDigits pin) override;
    Result<ChipPortrait> readPortrait(SecurityNumber number, NumberSource source) override;
    Result<Bytes> sign(const Bytes& subject, Method method) override;
    void release() override;

    /// What the wire carried since the last read(); stays readable after release().
    [[nodiscard]] const LinkStatistics& statistics() const { return statistics_; }

private:
    /// Everything that exists while a card is connected.
    struct Connection {
        Connection(std::unique_ptr<CardTransport> wire, ReaderMemory& memory)
            : transport{std::move(wire)}, session{*transport, memory}
        {
        }
        std::unique_ptr<CardTransport> transport;
        CardSession session;
        bool pinVerified{false};
        bool cameraTried{false}; ///< with this card on the reader a number of the camera's was presented
    };

    template<typename Step>
    auto withCard(Step step) -> decltype(step(std::declval<Connection&>()));
    Result<CardRecord> readFrom(Connection& card);
    Result<ChipPortrait> portraitFrom(Connection& card, std::string_view number, NumberSource source);
    Result<void> openFace(Connection& card, std::string_view number, NumberSource source);
    Result<Bytes> signWith(Connection& card, const Bytes& subject, Method method);
    Result<void> unlockWithoutPin(Connection& card);

    CardSlot& slot_;
    ReaderMemory& memory_;
    const Clock& clock_;
    MyNumberCardOptions settings_;
    std::optional<Connection> card_;
    std::optional<RsaPublicKey> certificateKey_;
    LinkStatistics statistics_;
};

} // namespace madoguchi
