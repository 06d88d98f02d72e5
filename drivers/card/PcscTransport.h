// SPDX-License-Identifier: Apache-2.0
// One card in one reader, through pcscd. Shared with other programs (an exclusive connection would fail as
// soon as anything else looks at the card); a transaction keeps them out from the first secret to the end of
// the visit.
#pragma once

#include "drivers/card/CardTransport.h"
#include "drivers/card/PcscContext.h"

namespace madoguchi {

class PcscTransport final : public CardTransport {
public:
    /// Connects to the card in `reader`. T=1 is asked for first, because that is what the card speaks on
    /// either interface; then whatever the reader offers.
    static Result<std::unique_ptr<CardTransport>> connect(PcscContext context, std::string reader);

    PcscTransport(const PcscTransport&) = delete;
    PcscTransport& operator=(const PcscTransport&) = delete;
    ~PcscTransport() override;

    Result<Bytes> transmit(ByteSpan command) override;
    [[nodiscard]] bool cardWentAway() override;
    Result<void> beginTransaction() override;
    void endTransaction() override;
    Result<void> reconnect() override;
    void disconnect(Parting parting) override;
    [[nodiscard]] const std::string& readerName() const override { return reader_; }
    std::optional<std::uint32_t> maxApduData() override;

private:
    PcscTransport(PcscContext context, std::string reader, long card, unsigned long protocol);
    [[nodiscard]] Bytes control(unsigned long code) const;

    PcscContext context_;
    std::string reader_;
    long card_{0};
    unsigned long protocol_{0};
    bool connected_{true};
    bool inTransaction_{false};
};

} // namespace madoguchi
