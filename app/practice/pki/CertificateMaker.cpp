// SPDX-License-Identifier: Apache-2.0
#include "practice/pki/CertificateMaker.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace madoguchi {
namespace {

constexpr Fault kOpenSslRefused{.code = FaultCode::Internal, .where = "practice/certificateMaker"};
constexpr int kX509Version3 = 2;
constexpr int kCrlVersion2 = 1;

std::time_t seconds(std::chrono::sys_seconds time)
{
    return std::chrono::system_clock::to_time_t(time);
}

/// The generic pattern of OpenSSL's writers: print into memory, take the bytes.
template<typename Write>
std::string printed(Write write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory{BIO_new(BIO_s_mem()), &BIO_free};
    if (!memory || write(memory.get()) != 1)
        return {};
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

/// Adds one extension in OpenSSL's textual syntax. CRLs and certificates share the mechanism but not the
/// call.
template<typename Target, typename Add>
bool addExtension(Target& target, Add add, X509V3_CTX& context, int nid, const char* value)
{
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension{
        X509V3_EXT_conf_nid(nullptr, &context, nid, value), &X509_EXTENSION_free};
    return extension && add(&target, extension.get(), -1) == 1;
}

bool nameSubject(X509& certificate, const CertificatePlan& plan)
{
    X509_NAME* name = X509_get_subject_name(&certificate);
    for (const auto& [field, text] : plan.subject) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
        if (X509_NAME_add_entry_by_txt(name, field.c_str(), MBSTRING_UTF8, bytes,
                                       static_cast<int>(text.size()), -1, 0) != 1)
            return false;
    }
    return true;
}

bool fillBody(X509& certificate, const CertificatePlan& plan, EVP_PKEY& subjectKey)
{
    return X509_set_version(&certificate, kX509Version3) == 1 &&
           ASN1_INTEGER_set_uint64(X509_get_serialNumber(&certificate), plan.serial) == 1 &&
           ASN1_TIME_set(X509_getm_notBefore(&certificate), seconds(plan.notBefore)) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(&certificate), seconds(plan.notAfter)) != nullptr &&
           X509_set_pubkey(&certificate, &subjectKey) == 1 && nameSubject(certificate, plan);
}

bool extend(X509& certificate, const CertificatePlan& plan, X509& issuer)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
    const auto add = [&](int nid, const std::string& value) {
        return value.empty() || addExtension(certificate, X509_add_ext, context, nid, value.c_str());
    };
    return add(NID_basic_constraints, plan.authority ? "critical,CA:TRUE" : "critical,CA:FALSE") &&
           add(NID_key_usage,
               plan.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature") &&
           add(NID_subject_key_identifier, "hash") &&
           (&issuer == &certificate || add(NID_authority_key_identifier, "keyid:always")) &&
           add(NID_subject_alt_name, plan.alternativeNames) && add(NID_ext_key_usage, plan.extendedKeyUsage);
}

} // namespace

Result<KeyHandle> makeKey(KeyKind kind)
{
    const auto generate = [kind]() -> EVP_PKEY* {
        switch (kind) {
        case KeyKind::Rsa1024:
            return EVP_RSA_gen(1024);
        case KeyKind::Rsa2048:
            return EVP_RSA_gen(2048);
        case KeyKind::Rsa3072:
            return EVP_RSA_gen(3072);
        case KeyKind::EcP256:
            return EVP_EC_gen("P-256");
        case KeyKind::EcP384:
            return EVP_EC_gen("P-384");
        }
        return nullptr;
    };
    KeyHandle key{generate()};
    if (!key)
        return kOpenSslRefused;
    return key;
}

Result<CertificateHandle> issueCertificate(const CertificatePlan& plan, EVP_PKEY& subjectKey,
                                           const Identity* issuer)
{
    CertificateHandle certificate{X509_new()};
    if (!certificate || !fillBody(*certificate, plan, subjectKey))
        return kOpenSslRefused;
    X509& signer = issuer ? *issuer->certificate : *certificate;
    EVP_PKEY& signerKey = issuer ? *issuer->key : subjectKey;
    const EVP_MD* digest = EVP_get_digestbyname(plan.digest.c_str());
    if (X509_set_issuer_name(certificate.get(), X509_get_subject_name(&signer)) != 1 ||
        !extend(*certificate, plan, signer) || !digest ||
        X509_sign(certificate.get(), &signerKey, digest) == 0)
        return kOpenSslRefused;
    return certificate;
}

Result<Identity> makeIdentity(const CertificatePlan& plan, KeyKind kind, const Identity* issuer)
{
    auto key = makeKey(kind);
    if (!key)
        return key.fault();
    auto certificate = issueCertificate(plan, **key, issuer);
    if (!certificate)
        return certificate.fault();
    return Identity{std::move(*certificate), std::move(*key)};
}

namespace {

using IntegerHandle = std::unique_ptr<ASN1_INTEGER, decltype(&ASN1_INTEGER_free)>;

IntegerHandle asn1Integer(std::uint64_t value)
{
    IntegerHandle number{ASN1_INTEGER_new(), &ASN1_INTEGER_free};
    if (!number || ASN1_INTEGER_set_uint64(number.get(), value) != 1)
        number.reset();
    return number;
}

bool revoke(X509_CRL& list, std::uint64_t serial, const ASN1_TIME* when)
{
    std::unique_ptr<X509_REVOKED, decltype(&X509_REVOKED_free)> entry{X509_REVOKED_new(), &X509_REVOKED_free};
    const IntegerHandle number = asn1Integer(serial);
    if (!entry || !number || X509_REVOKED_set_serialNumber(entry.get(), number.get()) != 1 ||
        X509_REVOKED_set_revocationDate(entry.get(), const_cast<ASN1_TIME*>(when)) != 1 ||
        X509_CRL_add0_revoked(&list, entry.get()) != 1)
        return false;
    (void)entry.release(); // the list owns it now
    return true;
}

bool fillList(X509_CRL& list, const CrlPlan& plan, const Identity& issuer)
{
    const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> last{
        ASN1_TIME_set(nullptr, seconds(plan.lastUpdate)), &ASN1_TIME_free};
    const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> next{
        ASN1_TIME_set(nullptr, seconds(plan.nextUpdate)), &ASN1_TIME_free};
    if (!last || !next || X509_CRL_set_version(&list, kCrlVersion2) != 1 ||
        X509_CRL_set_issuer_name(&list, X509_get_subject_name(issuer.certificate.get())) != 1 ||
        X509_CRL_set1_lastUpdate(&list, last.get()) != 1 || X509_CRL_set1_nextUpdate(&list, next.get()) != 1)
        return false;
    for (const std::uint64_t serial : plan.revokedSerials)
        if (!revoke(list, serial, last.get()))
            return false;
    return X509_CRL_sort(&list) == 1;
}

bool numberList(X509_CRL& list, const CrlPlan& plan, const Identity& issuer)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer.certificate.get(), nullptr, nullptr, &list, 0);
    const IntegerHandle number = asn1Integer(plan.number);
    return addExtension(list, X509_CRL_add_ext, context, NID_authority_key_identifier, "keyid:always") &&
           number && X509_CRL_add1_ext_i2d(&list, NID_crl_number, number.get(), 0, 0) == 1;
}

} // namespace

Result<CrlHandle> issueCrl(const CrlPlan& plan, const Identity& issuer)
{
    CrlHandle list{X509_CRL_new()};
    const EVP_MD* digest = EVP_get_digestbyname(plan.digest.c_str());
    if (!list || !digest || !fillList(*list, plan, issuer) || !numberList(*list, plan, issuer) ||
        X509_CRL_sign(list.get(), issuer.key.get(), digest) == 0)
        return kOpenSslRefused;
    return list;
}

std::string toPem(const X509& certificate)
{
    return printed([&](BIO* out) { return PEM_write_bio_X509(out, const_cast<X509*>(&certificate)); });
}

std::string toPem(const X509_CRL& list)
{
    return printed([&](BIO* out) { return PEM_write_bio_X509_CRL(out, const_cast<X509_CRL*>(&list)); });
}

std::string privateKeyPem(const EVP_PKEY& key)
{
    return printed([&](BIO* out) {
        return PEM_write_bio_PKCS8PrivateKey(out, const_cast<EVP_PKEY*>(&key), nullptr, nullptr, 0, nullptr,
                                             nullptr);
    });
}

Bytes toDer(const X509& certificate)
{
    const std::string der =
        printed([&](BIO* out) { return i2d_X509_bio(out, const_cast<X509*>(&certificate)); });
    return {der.begin(), der.end()};
}

} // namespace madoguchi
