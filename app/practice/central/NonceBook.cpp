// SPDX-License-Identifier: Apache-2.0
#include "practice/central/NonceBook.h"

#include <openssl/rand.h>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::size_t kNonceSize = 32;
constexpr std::size_t kMostOpen = 1024; // beyond this the oldest is forgotten

} // namespace

Result<Challenge> NonceBook::issue(const std::string& institution, std::chrono::sys_seconds now)
{
    Bytes nonce(kNonceSize);
    if (RAND_bytes(nonce.data(), static_cast<int>(nonce.size())) != 1)
        return Fault{.code = FaultCode::Internal, .where = "practice/nonce"};
    if (open_.size() == kMostOpen)
        open_.pop_front();
    open_.push_back({institution, nonce, now + life_});
    return Challenge{std::move(nonce)};
}

bool NonceBook::redeem(const std::string& institution, const Bytes& nonce, std::chrono::sys_seconds now)
{
    const auto entry = std::ranges::find(open_, nonce, &Entry::nonce);
    if (entry == open_.end())
        return false;
    const bool good = entry->institution == institution && now < entry->end;
    open_.erase(entry);
    return good;
}

} // namespace madoguchi
