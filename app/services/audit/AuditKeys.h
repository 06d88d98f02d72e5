// SPDX-License-Identifier: Apache-2.0
// The log's two keys: one signs its head (Ed25519), one hides visits (HMAC). Made at the first start, 0600.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace madoguchi {

struct FreeKey {
    void operator()(evp_pkey_st* key) const;
};
using AuditKey = std::unique_ptr<evp_pkey_st, FreeKey>;

struct AuditKeys {
    AuditKey signing;
    Bytes object;
};

/// Reads signing.pem and object.key in `folder`, making them (and public.pem for whoever verifies) when they
/// are missing.
Result<AuditKeys> openAuditKeys(const std::filesystem::path& folder);

/// The public half, PEM.
Result<AuditKey> readPublicKey(const std::filesystem::path& file);

/// Hexadecimal signature; empty when OpenSSL refuses.
[[nodiscard]] std::string signText(const AuditKey& key, std::string_view text);
[[nodiscard]] bool signatureHolds(const AuditKey& key, std::string_view text, std::string_view signature);

} // namespace madoguchi
