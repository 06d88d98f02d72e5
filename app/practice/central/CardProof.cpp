// SPDX-License-Identifier: Apache-2.0
#include "practice/central/CardProof.h"

#include "foundation/base/CivilDate.h"
#include "practice/pki/CertificateMaker.h"

#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace madoguchi {
namespace {

using namespace std::chrono;

constexpr int kLeastKeyBits = 2048;
using StoreHandle = std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)>;
using ChainHandle = std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)>;
using DigestHandle = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

year_month_day threeMonthsFrom(year_month_day day, months offset)
{
    const year_month_day moved = day + offset;
    return moved.ok() ? moved : year_month_day{moved.year() / moved.month() / last};
}

/// The end of a card's own validity is judged by certificateStateOn(), with its grace; everything else stays.
int acceptExpiredLeaf(int accepted, X509_STORE_CTX* chain)
{
    if (accepted == 1)
        return 1;
    return X509_STORE_CTX_get_error(chain) == X509_V_ERR_CERT_HAS_EXPIRED &&
                   X509_STORE_CTX_get_error_depth(chain) == 0
               ? 1
               : 0;
}

int chainError(X509& certificate, const CardTrust& trust, sys_seconds now)
{
    const StoreHandle store{X509_STORE_new(), &X509_STORE_free};
    const ChainHandle chain{X509_STORE_CTX_new(), &X509_STORE_CTX_free};
    if (!store || !chain || X509_STORE_load_file(store.get(), trust.authority.c_str()) != 1 ||
        X509_STORE_load_file(store.get(), trust.revocations.c_str()) != 1 ||
        X509_STORE_set_flags(store.get(), X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL) != 1 ||
        X509_STORE_CTX_init(chain.get(), store.get(), &certificate, nullptr) != 1)
        return X509_V_ERR_UNSPECIFIED;
    X509_STORE_CTX_set_time(chain.get(), 0, system_clock::to_time_t(now));
    X509_STORE_CTX_set_verify_cb(chain.get(), acceptExpiredLeaf);
    const bool good = X509_verify_cert(chain.get()) == 1;
    const int error = X509_STORE_CTX_get_error(chain.get());
    return good ? X509_V_OK : error;
}

bool signatureHolds(EVP_PKEY& key, const EligibilityQuery& query)
{
    const Bytes subject = querySubject(query.nonce, query.consents, query.method, query.registerFirstUse);
    const DigestHandle digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    return digest && EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(&key) >= kLeastKeyBits &&
           EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, &key) == 1 &&
           EVP_DigestVerify(digest.get(), query.signature.data(), query.signature.size(), subject.data(),
                            subject.size()) == 1;
}

CertificateHandle parsed(const Bytes& der)
{
    const unsigned char* at = der.data();
    CertificateHandle certificate{d2i_X509(nullptr, &at, static_cast<long>(der.size()))};
    return at == der.data() + der.size() ? std::move(certificate) : CertificateHandle{};
}

std::uint32_t personOf(const X509& certificate)
{
    std::uint64_t serial = 0;
    ASN1_INTEGER_get_uint64(&serial, X509_get0_serialNumber(&certificate));
    return static_cast<std::uint32_t>(serial);
}

year_month_day lastDay(const X509& certificate)
{
    std::tm end{};
    ASN1_TIME_to_tm(X509_get0_notAfter(&certificate), &end);
    return civilDay(floor<seconds>(system_clock::from_time_t(::timegm(&end))));
}

bool maySign(X509& certificate)
{
    return (X509_get_key_usage(&certificate) & KU_DIGITAL_SIGNATURE) != 0 && X509_check_ca(&certificate) == 0;
}

} // namespace

CertificateState certificateStateOn(year_month_day today, year_month_day end)
{
    if (today <= end)
        return today < threeMonthsFrom(end, months{-3}) ? CertificateState::Valid
                                                        : CertificateState::EndsSoon;
    return today <= threeMonthsFrom(end, months{3}) ? CertificateState::InGrace : CertificateState::Expired;
}

std::variant<CardProof, CentralError> proveCard(const EligibilityQuery& query, const CardTrust& trust,
                                                sys_seconds now)
{
    const CertificateHandle certificate = parsed(query.certificate);
    if (!certificate)
        return CentralError::BadRequest;
    const int error = chainError(*certificate, trust, now);
    if (error == X509_V_ERR_CERT_REVOKED)
        return CentralError::CertificateRevoked;
    if (error != X509_V_OK || !maySign(*certificate))
        return CentralError::CertificateUntrusted;
    const CardProof proof{.person = personOf(*certificate),
                          .state = certificateStateOn(civilDay(now), lastDay(*certificate)),
                          .end = lastDay(*certificate)};
    if (proof.state == CertificateState::Expired)
        return CentralError::CertificateExpired;
    if (!signatureHolds(*X509_get0_pubkey(certificate.get()), query))
        return CentralError::SignatureInvalid;
    return proof;
}

} // namespace madoguchi
