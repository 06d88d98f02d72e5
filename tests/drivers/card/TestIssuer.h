// SPDX-License-Identifier: Apache-2.0
// Keys, certificates and card faces made when the tests start: one certification authority, one issuer under
// it, one card. Nothing of it is written anywhere.
#pragma once

#include "CardScript.h"
#include "drivers/card/IssuerTrust.h"

#include <chrono>
#include <memory>
#include <string>

struct evp_pkey_st;

namespace madoguchi::testing {

class TestKey {
public:
    TestKey(); ///< a new RSA-2048 pair
    [[nodiscard]] std::string publicPem() const;
    [[nodiscard]] std::string privatePem() const;
    [[nodiscard]] Bytes cardObject() const; ///< {90 exponent, 91 modulus}
    [[nodiscard]] Bytes sign(ByteSpan data) const;
    /// The private operation over bytes that are already a DigestInfo.
    [[nodiscard]] Bytes signPayload(ByteSpan payload) const;
    [[nodiscard]] evp_pkey_st* handle() const { return key_.get(); }

private:
    std::shared_ptr<evp_pkey_st> key_;
};

struct FaceParts {
    Bytes photo;
    std::string expiry{"20350217"};
    std::size_t filler{64}; ///< FF bytes behind the record, as in a real file
};

/// The cast of every test; made once, because keys take time.
struct TestIssuer {
    TestKey authority; ///< signs issuers
    TestKey issuer;    ///< signs faces
    TestKey card;      ///< the card's own key, DF24
    TestKey person;    ///< the 利用者証明用 key
    TestKey terminal;  ///< 特定機関認証

    static const TestIssuer& one();

    [[nodiscard]] Bytes issuerCertificate() const { return certificate(authority, issuer); }
    [[nodiscard]] Bytes face(const FaceParts& parts) const;
    [[nodiscard]] IssuerTrust trust() const;
    /// 利用者証明用 certificate in DER, valid until the given second.
    [[nodiscard]] Bytes personCertificate(std::chrono::sys_seconds notAfter) const;

    static Bytes certificate(const TestKey& signer, const TestKey& subject);
};

[[nodiscard]] Bytes tlv(std::uint32_t tag, const Bytes& value);

/// The smallest JP2 shell with these dimensions: boxes and size segment in order, no picture data.
[[nodiscard]] Bytes jp2(std::uint32_t width, std::uint32_t height, std::uint16_t components = 1);

inline constexpr std::string_view kIssuerKeyId = "36303030303233080530303100000000";

} // namespace madoguchi::testing
