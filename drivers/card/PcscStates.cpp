// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PcscStates.h"

#include "drivers/card/PcscFault.h"

#include <algorithm>
#include <winscard.h>

namespace madoguchi {
namespace {

constexpr auto kPseudoReader = "\\\\?PnP?\\Notification";

} // namespace

Result<void> PcscStates::list(const PcscContext& context)
{
    auto names = context.readers();
    if (!names)
        return names.fault();
    names_ = std::move(*names);
    std::erase_if(known_, [&](const auto& entry) {
        return entry.first != kPseudoReader && std::ranges::find(names_, entry.first) == names_.end();
    });
    return {};
}

Result<void> PcscStates::look(const PcscContext& context)
{
    const auto done = change(context, std::chrono::milliseconds{0});
    return done ? Result<void>{} : done.fault();
}

Result<PcscStates::Wait> PcscStates::wait(const PcscContext& context, std::chrono::milliseconds atMost)
{
    return change(context, atMost);
}

Result<PcscStates::Wait> PcscStates::change(const PcscContext& context, std::chrono::milliseconds atMost)
{
    auto names = names_;
    names.emplace_back(kPseudoReader);
    std::vector<SCARD_READERSTATE> states(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        states[i].szReader = names[i].c_str();
        states[i].dwCurrentState = known_[names[i]]; // SCARD_STATE_UNAWARE for a new one: answered at once
    }

    const auto code = SCardGetStatusChange(context.handle(), static_cast<DWORD>(atMost.count()),
                                           states.data(), static_cast<DWORD>(states.size()));
    if (code == SCARD_E_CANCELLED)
        return Wait::Cancelled;
    if (code == SCARD_E_UNKNOWN_READER) // unplugged between list() and here
        return Wait::ListAgain;
    if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT)
        return pcscFault(code, "card/getStatusChange");
    for (std::size_t i = 0; i < names.size(); ++i)
        known_[names[i]] = states[i].dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
    return code == SCARD_S_SUCCESS ? Wait::Changed : Wait::NothingYet;
}

std::vector<ReaderState> PcscStates::readers() const
{
    std::vector<ReaderState> readers;
    for (const auto& name : names_) {
        const auto found = known_.find(name);
        const auto state = found == known_.end() ? 0UL : found->second;
        readers.push_back(
            {name, (state & SCARD_STATE_PRESENT) != 0, static_cast<std::uint16_t>(state >> 16)});
    }
    return readers;
}

} // namespace madoguchi
