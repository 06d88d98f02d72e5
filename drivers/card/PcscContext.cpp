// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PcscContext.h"

#include "drivers/card/PcscFault.h"

#include <algorithm>
#include <winscard.h>

namespace madoguchi {

static_assert(sizeof(SCARDCONTEXT) == sizeof(long) && sizeof(SCARDHANDLE) == sizeof(long));

Result<PcscContext> PcscContext::establish()
{
    SCARDCONTEXT handle = 0;
    const auto code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "card/establishContext");
    return PcscContext{handle};
}

PcscContext& PcscContext::operator=(PcscContext&& other) noexcept
{
    std::swap(handle_, other.handle_);
    return *this;
}

PcscContext::~PcscContext()
{
    if (handle_ != 0)
        SCardReleaseContext(handle_);
}

Result<std::vector<std::string>> PcscContext::readers() const
{
    // pcscd serves at most 16 readers with names of at most 128 bytes.
    std::string names(MAX_READERNAME * (PCSCLITE_MAX_READERS_CONTEXTS + 1), '\0');
    DWORD size = names.size();
    const auto code = SCardListReaders(handle_, nullptr, names.data(), &size);
    if (code == SCARD_E_NO_READERS_AVAILABLE)
        return std::vector<std::string>{};
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "card/listReaders");

    names.resize(std::min<std::size_t>(size, names.size()));
    std::vector<std::string> list;
    for (std::size_t begin = 0; begin < names.size() && names[begin] != '\0';) {
        const auto end = std::min(names.find('\0', begin), names.size());
        list.push_back(names.substr(begin, end - begin));
        begin = end + 1;
    }
    return list;
}

} // namespace madoguchi
