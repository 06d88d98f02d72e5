// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/IssuerTrust.h"

#include <algorithm>
#include <charconv>

namespace madoguchi {
namespace {

constexpr std::size_t kKeyIdSize = 16;

/// The bytes of an empty or complete key identifier, otherwise nothing.
std::optional<Bytes> parseKeyId(std::string_view hex)
{
    if (!hex.empty() && hex.size() != 2 * kKeyIdSize)
        return std::nullopt;
    Bytes bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        std::uint8_t byte = 0;
        const auto* const end = hex.data() + i + 2;
        if (std::from_chars(hex.data() + i, end, byte, 16).ptr != end)
            return std::nullopt;
        bytes.push_back(byte);
    }
    return bytes;
}

} // namespace

Result<IssuerTrust> IssuerTrust::fromText(const std::vector<IssuerKeyText>& keys)
{
    IssuerTrust trust;
    for (const auto& text : keys) {
        auto keyId = parseKeyId(text.keyId);
        auto key = RsaPublicKey::fromPem(text.pem);
        if (!keyId || !key)
            return Fault{FaultCode::SettingsInvalid, FaultSpace::None, 0, "card/issuerKeys"};
        trust.authorities_.push_back({std::move(*keyId), std::move(*key)});
    }
    return trust;
}

bool IssuerTrust::vouchesFor(ByteSpan keyId, ByteSpan signedData, ByteSpan signature) const
{
    return std::ranges::any_of(authorities_, [&](const Authority& authority) {
        const bool named = authority.keyId.empty() || std::ranges::equal(authority.keyId, keyId);
        return named && authority.key.verifies(signedData, signature);
    });
}

} // namespace madoguchi
