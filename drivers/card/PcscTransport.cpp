// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PcscTransport.h"

#include "drivers/card/PcscFault.h"
#include "drivers/card/ReaderFeatures.h"

#include <array>
#include <chrono>
#include <reader.h>
#include <winscard.h>

namespace madoguchi {
namespace {

constexpr std::size_t kAnswerRoom = kExtendedAnswer + 2;
constexpr DWORD kAnyProtocol = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;

/// pcscd looks at the reader every 0.4 s: after this long it knows whether a card that fell silent is still
/// there.
constexpr std::chrono::milliseconds kPresenceLag{600};

} // namespace

Result<std::unique_ptr<CardTransport>> PcscTransport::connect(PcscContext context, std::string reader)
{
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    auto code = SCardConnect(context.handle(), reader.c_str(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1, &card,
                             &protocol);
    if (code == SCARD_E_PROTO_MISMATCH || code == SCARD_E_INVALID_VALUE)
        code = SCardConnect(context.handle(), reader.c_str(), SCARD_SHARE_SHARED, kAnyProtocol, &card,
                            &protocol);
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "card/connect");
    return std::unique_ptr<CardTransport>{
        new PcscTransport{std::move(context), std::move(reader), card, protocol}};
}

PcscTransport::PcscTransport(PcscContext context, std::string reader, long card, unsigned long protocol)
    : context_{std::move(context)}, reader_{std::move(reader)}, card_{card}, protocol_{protocol}
{
}

PcscTransport::~PcscTransport()
{
    disconnect(Parting::Leave);
}

Result<Bytes> PcscTransport::transmit(ByteSpan command)
{
    Bytes answer(kAnswerRoom);
    DWORD size = answer.size();
    const auto* pci = protocol_ == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    const auto code =
        SCardTransmit(card_, pci, command.data(), command.size(), nullptr, answer.data(), &size);
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "card/transmit");
    answer.resize(std::min<std::size_t>(size, answer.size()));
    return answer;
}

bool PcscTransport::cardWentAway()
{
    SCARD_READERSTATE state{};
    state.szReader = reader_.c_str();
    state.dwCurrentState = SCARD_STATE_PRESENT;
    const auto code = SCardGetStatusChange(context_.handle(), kPresenceLag.count(), &state, 1);
    if (code == SCARD_E_UNKNOWN_READER)
        return true;
    return code == SCARD_S_SUCCESS && (state.dwEventState & SCARD_STATE_PRESENT) == 0;
}

Result<void> PcscTransport::beginTransaction()
{
    if (inTransaction_)
        return {};
    const auto code = SCardBeginTransaction(card_);
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "card/beginTransaction");
    inTransaction_ = true;
    return {};
}

void PcscTransport::endTransaction()
{
    if (std::exchange(inTransaction_, false))
        SCardEndTransaction(card_, SCARD_LEAVE_CARD);
}

Result<void> PcscTransport::reconnect()
{
    DWORD protocol = 0;
    const auto code = SCardReconnect(card_, SCARD_SHARE_SHARED, kAnyProtocol, SCARD_LEAVE_CARD, &protocol);
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "card/reconnect");
    protocol_ = protocol;
    return {};
}

void PcscTransport::disconnect(Parting parting)
{
    if (!std::exchange(connected_, false))
        return;
    endTransaction();
    SCardDisconnect(card_, parting == Parting::PowerOff ? SCARD_UNPOWER_CARD : SCARD_LEAVE_CARD);
}

Bytes PcscTransport::control(unsigned long code) const
{
    Bytes answer(MAX_BUFFER_SIZE);
    DWORD size = 0;
    if (SCardControl(card_, code, nullptr, 0, answer.data(), answer.size(), &size) != SCARD_S_SUCCESS)
        return {}; // a reader that does not describe itself is the normal case
    answer.resize(std::min<std::size_t>(size, answer.size()));
    return answer;
}

std::optional<std::uint32_t> PcscTransport::maxApduData()
{
    const auto code = tlvPropertiesCode(control(CM_IOCTL_GET_FEATURE_REQUEST));
    if (!code)
        return std::nullopt;
    return maxApduDataSize(control(*code));
}

} // namespace madoguchi
