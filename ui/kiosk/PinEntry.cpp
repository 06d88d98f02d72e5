// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/PinEntry.h"

#include <cstring>

namespace madoguchi {

PinEntry::~PinEntry()
{
    ::explicit_bzero(digits_.data(), digits_.size());
}

void PinEntry::press(int digit)
{
    if (complete() || digit < 0 || digit > 9)
        return;
    digits_[static_cast<std::size_t>(count_++)] = static_cast<char>('0' + digit);
    emit countChanged();
}

void PinEntry::takeBack()
{
    if (count_ == 0)
        return;
    digits_[static_cast<std::size_t>(--count_)] = 0;
    emit countChanged();
}

void PinEntry::clear()
{
    ::explicit_bzero(digits_.data(), digits_.size());
    if (count_ == 0)
        return;
    count_ = 0;
    emit countChanged();
}

PinDigits PinEntry::take()
{
    if (!complete())
        return {};
    PinDigits pin{digits_.data(), digits_.size()};
    clear();
    return pin;
}

} // namespace madoguchi
