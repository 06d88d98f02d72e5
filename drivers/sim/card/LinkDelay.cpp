// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/LinkDelay.h"

#include <algorithm>

namespace madoguchi {

std::size_t bytesOnAir(std::size_t length)
{
    constexpr std::size_t kFrame = 256;
    constexpr std::size_t kPrologueAndCrc = 3;
    constexpr std::size_t kAcknowledgement = 3;
    constexpr std::size_t kPayload = kFrame - kPrologueAndCrc;
    const std::size_t blocks = std::max<std::size_t>(1, (length + kPayload - 1) / kPayload);
    return length + blocks * kPrologueAndCrc + (blocks - 1) * kAcknowledgement;
}

std::chrono::nanoseconds timeOnAir(std::size_t bytes, int kbps)
{
    if (kbps <= 0)
        return {};
    constexpr double kCarrier = 13.56e6;
    constexpr double kEtuPerCharacter = 10;
    const double etu = 128 / kCarrier / (kbps / kLinkRates.front());
    return std::chrono::nanoseconds{
        static_cast<std::int64_t>(static_cast<double>(bytes) * kEtuPerCharacter * etu * 1e9)};
}

std::chrono::nanoseconds linkDelay(std::size_t commandBytes, std::size_t responseBytes,
                                   const LinkModel& model)
{
    if (model.kbps == 0)
        return {};
    return timeOnAir(bytesOnAir(commandBytes) + bytesOnAir(responseBytes), model.kbps) + model.turnaround;
}

} // namespace madoguchi
