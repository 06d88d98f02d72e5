// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/PracticeReader.h"

#include <sys/eventfd.h>
#include <utility>

namespace madoguchi {

PracticeReader::PracticeReader(VpcdLinkOptions options, Listener listener)
    : options_{options}, listener_{std::move(listener)}, stop_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}
{
}

PracticeReader::~PracticeReader()
{
    remove();
}

Result<void> PracticeReader::insert(std::shared_ptr<PracticeCard> card)
{
    return insert(std::move(card), options_);
}

Result<void> PracticeReader::insert(std::shared_ptr<PracticeCard> card, const VpcdLinkOptions& options)
{
    remove();
    auto link = VpcdLink::insert(*card, options);
    if (!link)
        return link.fault();
    card_ = std::move(card);
    link_.emplace(std::move(*link));
    thread_ = std::thread{[this] {
        const auto end = link_->serve(stop_.value());
        if (end != VpcdLink::End::Stopped && listener_)
            listener_(end);
    }};
    return {};
}

void PracticeReader::remove()
{
    if (!thread_.joinable())
        return;
    ::eventfd_write(stop_.value(), 1);
    thread_.join();
    eventfd_t none = 0;
    ::eventfd_read(stop_.value(), &none);
}

LinkCount PracticeReader::count() const
{
    return link_ ? link_->count() : LinkCount{};
}

} // namespace madoguchi
