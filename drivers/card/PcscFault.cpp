// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PcscFault.h"

#include <algorithm>
#include <array>
#include <winscard.h>

namespace madoguchi {
namespace {

using enum FaultCode;

constexpr std::uint32_t number(LONG code)
{
    return static_cast<std::uint32_t>(code);
}

constexpr std::array kRows{
    // the card went away, or does not answer
    PcscFaultRow{number(SCARD_W_REMOVED_CARD), CardRemoved},
    PcscFaultRow{number(SCARD_E_NO_SMARTCARD), CardRemoved},
    PcscFaultRow{number(SCARD_W_UNRESPONSIVE_CARD), CardUnreadable},
    PcscFaultRow{number(SCARD_W_UNPOWERED_CARD), CardUnreadable},
    PcscFaultRow{number(SCARD_W_UNSUPPORTED_CARD), CardUnreadable},
    PcscFaultRow{number(SCARD_E_PROTO_MISMATCH), CardUnreadable},
    PcscFaultRow{number(SCARD_E_NOT_TRANSACTED), CardUnreadable},
    PcscFaultRow{number(SCARD_E_COMM_DATA_LOST), CardUnreadable},
    PcscFaultRow{number(SCARD_E_NOT_READY), CardUnreadable},
    PcscFaultRow{number(SCARD_E_INVALID_ATR), CardUnreadable},
    PcscFaultRow{number(SCARD_E_UNKNOWN_CARD), CardUnreadable},
    PcscFaultRow{number(SCARD_E_CARD_UNSUPPORTED), CardUnreadable},
    PcscFaultRow{number(SCARD_E_CANT_DISPOSE), CardUnreadable},
    PcscFaultRow{number(SCARD_E_TIMEOUT), CardUnreadable},
    // somebody else has it
    PcscFaultRow{number(SCARD_W_RESET_CARD), CardBusy},
    PcscFaultRow{number(SCARD_E_SHARING_VIOLATION), CardBusy},
    PcscFaultRow{number(SCARD_E_SERVER_TOO_BUSY), CardBusy},
    // the reader
    PcscFaultRow{number(SCARD_E_NO_READERS_AVAILABLE), ReaderMissing},
    PcscFaultRow{number(SCARD_E_READER_UNAVAILABLE), ReaderMissing},
    PcscFaultRow{number(SCARD_E_UNKNOWN_READER), ReaderMissing},
    PcscFaultRow{number(SCARD_E_READER_UNSUPPORTED), ReaderMissing},
    PcscFaultRow{number(SCARD_E_DUPLICATE_READER), ReaderMissing},
    PcscFaultRow{number(SCARD_E_INVALID_VALUE), ReaderMissing}, // what pcscd says when a reader has just gone
    // pcscd
    PcscFaultRow{number(SCARD_E_NO_SERVICE), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_E_SERVICE_STOPPED), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_E_INVALID_HANDLE),
                 ReaderServiceStopped}, // our handles outlived a restart of pcscd
    PcscFaultRow{number(SCARD_E_SYSTEM_CANCELLED), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_P_SHUTDOWN), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_F_COMM_ERROR), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_F_INTERNAL_ERROR), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_F_UNKNOWN_ERROR), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_F_WAITED_TOO_LONG), ReaderServiceStopped},
    PcscFaultRow{number(SCARD_E_NO_MEMORY), ReaderServiceStopped},
    // we were told to stop
    PcscFaultRow{number(SCARD_E_CANCELLED), TimedOut},
    PcscFaultRow{number(SCARD_W_CANCELLED_BY_USER), TimedOut},
    // our own mistakes, and services pcsc-lite names but does not have
    PcscFaultRow{number(SCARD_E_INVALID_PARAMETER), Internal},
    PcscFaultRow{number(SCARD_E_INVALID_TARGET), Internal},
    PcscFaultRow{number(SCARD_E_INSUFFICIENT_BUFFER), Internal},
    PcscFaultRow{number(SCARD_E_PCI_TOO_SMALL), Internal},
    PcscFaultRow{number(SCARD_E_UNEXPECTED), Internal}, // SCARD_E_UNSUPPORTED_FEATURE has the same number
    PcscFaultRow{number(SCARD_E_ICC_INSTALLATION), Internal},
    PcscFaultRow{number(SCARD_E_ICC_CREATEORDER), Internal},
    PcscFaultRow{number(SCARD_E_DIR_NOT_FOUND), Internal},
    PcscFaultRow{number(SCARD_E_FILE_NOT_FOUND), Internal},
    PcscFaultRow{number(SCARD_E_NO_DIR), Internal},
    PcscFaultRow{number(SCARD_E_NO_FILE), Internal},
    PcscFaultRow{number(SCARD_E_NO_ACCESS), Internal},
    PcscFaultRow{number(SCARD_E_WRITE_TOO_MANY), Internal},
    PcscFaultRow{number(SCARD_E_BAD_SEEK), Internal},
    PcscFaultRow{number(SCARD_E_INVALID_CHV), Internal},
    PcscFaultRow{number(SCARD_E_UNKNOWN_RES_MNG), Internal},
    PcscFaultRow{number(SCARD_E_NO_SUCH_CERTIFICATE), Internal},
    PcscFaultRow{number(SCARD_E_CERTIFICATE_UNAVAILABLE), Internal},
    PcscFaultRow{number(SCARD_E_NO_KEY_CONTAINER), Internal},
    PcscFaultRow{number(SCARD_W_SECURITY_VIOLATION), Internal},
    PcscFaultRow{number(SCARD_W_WRONG_CHV), Internal},
    PcscFaultRow{number(SCARD_W_CHV_BLOCKED), Internal},
    PcscFaultRow{number(SCARD_W_EOF), Internal},
    PcscFaultRow{number(SCARD_W_CARD_NOT_AUTHENTICATED), Internal},
};

} // namespace

std::span<const PcscFaultRow> pcscFaultTable()
{
    return kRows;
}

Fault pcscFault(long code, std::string_view where)
{
    const auto wanted = number(code);
    const auto row = std::ranges::find(kRows, wanted, &PcscFaultRow::code);
    return Fault{row == kRows.end() ? CardUnreadable : row->fault, FaultSpace::Pcsc, wanted, where};
}

bool cardWasReset(const Fault& fault)
{
    return fault.space == FaultSpace::Pcsc && fault.value == number(SCARD_W_RESET_CARD);
}

bool cardIsGone(const Fault& fault)
{
    return fault.code == CardRemoved || fault.code == ReaderMissing || fault.code == ReaderServiceStopped;
}

} // namespace madoguchi
