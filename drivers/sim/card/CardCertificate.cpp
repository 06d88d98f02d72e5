// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/CardCertificate.h"

#include <openssl/bio.h>
#include <openssl/conf.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <string_view>
#include <utility>
#include <vector>

namespace madoguchi::sim {

namespace {

using std::chrono::days;
using std::chrono::sys_seconds;

using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using RevocationList = std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)>;

Memory memory()
{
    return {BIO_new(BIO_s_mem()), BIO_free_all};
}
Memory memory(const std::string& text)
{
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free_all};
}

std::string text(BIO& from)
{
    char* data = nullptr;
    const auto length = BIO_get_mem_data(&from, &data);
    return {data, static_cast<std::size_t>(length)};
}

sys_seconds time(const ASN1_TIME* when)
{
    std::tm parts{};
    ASN1_TIME_to_tm(when, &parts);
    return sys_seconds{std::chrono::seconds{::timegm(&parts)}};
}

void setTime(ASN1_TIME* target, sys_seconds when)
{
    ASN1_TIME_set(target, when.time_since_epoch().count());
}

void addName(X509_NAME* name, const char* field, std::string_view value)
{
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(value.data()),
                               static_cast<int>(value.size()), -1, 0);
}

using Extensions = std::vector<std::pair<int, std::string>>;

/// Whether all of them could be added.
bool addExtensions(X509& certificate, X509& issuer, const Extensions& extensions)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
    // Policies are only read where there could be a configuration to read them from.
    const std::unique_ptr<CONF, decltype(&NCONF_free)> configuration{NCONF_new(nullptr), NCONF_free};
    X509V3_set_nconf(&context, configuration.get());
    for (const auto& [kind, value] : extensions) {
        const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension{
            X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()), X509_EXTENSION_free};
        if (!extension || X509_add_ext(&certificate, extension.get(), -1) != 1)
            return false;
    }
    return true;
}

std::string_view unit(CertificateUse use)
{
    return use == CertificateUse::UserAuthentication ? "Practice JPKI for user authentication"
                                                     : "Practice JPKI for digital signature";
}

CertificatePtr blank(std::uint64_t serial, sys_seconds from, sys_seconds until, const CardKey& key)
{
    CertificatePtr certificate{X509_new(), X509_free};
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial);
    setTime(X509_getm_notBefore(certificate.get()), from);
    setTime(X509_getm_notAfter(certificate.get()), until);
    X509_set_pubkey(certificate.get(), key.handle());
    return certificate;
}

CertificatePtr signedWith(const CardKey& key, CertificatePtr certificate)
{
    return X509_sign(certificate.get(), key.handle(), EVP_sha256()) > 0 ? certificate : nullptr;
}

/// Where the original points to its policy, revocation list and responder. Ours point nowhere (RFC 2606, and
/// RFC 5612's number for examples); they are there so that reading the certificate takes about as long.
const Extensions& references()
{
    static const Extensions all{
        {NID_certificate_policies, "1.3.6.1.4.1.32473.1"},
        {NID_crl_distribution_points,
         "URI:http://crl.practice.invalid/user-authentication/99999/madoguchi-practice-revocations.crl"},
        {NID_info_access, "OCSP;URI:http://ocsp.practice.invalid/user-authentication/99999"},
        {NID_issuer_alt_name,
         "URI:http://authority.practice.invalid/Madoguchi-practice/none-of-this-is-real"},
    };
    return all;
}

/// The four attributes stand beside the subject, as in the original (a name that is not a distinguished
/// name).
std::string holderNames(const HolderPlan& plan)
{
    return "otherName:1.2.392.200149.8.5.5.1;UTF8:" + plan.name +
           ",otherName:1.2.392.200149.8.5.5.5;UTF8:" + plan.address;
}

} // namespace

CertificatePtr issueAuthority(CertificateUse use, const CardKey& key, sys_seconds now)
{
    constexpr days kLife{3652};
    auto certificate = blank(1, now - days{1}, now + kLife, key);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    addName(name, "C", "JP");
    addName(name, "O", "Madoguchi practice");
    addName(name, "OU", unit(use));
    X509_set_issuer_name(certificate.get(), name);
    const bool added = addExtensions(*certificate, *certificate,
                                     {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                                      {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                      {NID_subject_key_identifier, "hash"}});
    return added ? signedWith(key, certificate) : nullptr;
}

CertificatePtr issueHolder(const HolderPlan& plan, const CardKey& key, const CardKey& issuerKey, X509& issuer)
{
    const bool signing = plan.use == CertificateUse::DigitalSignature;
    auto certificate = blank(plan.serial, plan.from, plan.until, key);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    addName(name, "C", "JP");
    addName(name, "CN", plan.commonName);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(&issuer));
    Extensions extensions{{NID_subject_key_identifier, "hash"},
                          {NID_authority_key_identifier, "keyid:always,issuer:always"}};
    if (signing) {
        extensions.emplace_back(NID_key_usage, "critical,digitalSignature,nonRepudiation");
        extensions.emplace_back(NID_subject_alt_name, holderNames(plan));
    } else {
        extensions.emplace_back(NID_key_usage, "critical,digitalSignature");
        extensions.emplace_back(NID_ext_key_usage, "clientAuth");
    }
    const bool added =
        addExtensions(*certificate, issuer, extensions) && addExtensions(*certificate, issuer, references());
    return added ? signedWith(issuerKey, certificate) : nullptr;
}

std::string issueRevocations(const std::set<std::uint64_t>& serials, const CardKey& issuerKey, X509& issuer,
                             sys_seconds now)
{
    constexpr days kLife{30};
    const RevocationList list{X509_CRL_new(), X509_CRL_free};
    const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> when{ASN1_TIME_new(), ASN1_TIME_free};
    X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(&issuer));
    setTime(when.get(), now - days{1});
    X509_CRL_set1_lastUpdate(list.get(), when.get());
    for (const auto serial : serials) {
        X509_REVOKED* entry = X509_REVOKED_new();
        const std::unique_ptr<ASN1_INTEGER, decltype(&ASN1_INTEGER_free)> number{ASN1_INTEGER_new(),
                                                                                 ASN1_INTEGER_free};
        ASN1_INTEGER_set_uint64(number.get(), serial);
        X509_REVOKED_set_serialNumber(entry, number.get());
        X509_REVOKED_set_revocationDate(entry, when.get());
        X509_CRL_add0_revoked(list.get(), entry);
    }
    setTime(when.get(), now + kLife);
    X509_CRL_set1_nextUpdate(list.get(), when.get());
    X509_CRL_sort(list.get());
    X509_CRL_sign(list.get(), issuerKey.handle(), EVP_sha256());
    const auto out = memory();
    PEM_write_bio_X509_CRL(out.get(), list.get());
    return text(*out);
}

std::optional<Revocations> readRevocations(const std::string& pem, const CardKey& issuerKey)
{
    const auto in = memory(pem);
    const RevocationList list{PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr), X509_CRL_free};
    if (!list || X509_CRL_verify(list.get(), issuerKey.handle()) != 1)
        return {};
    Revocations read{time(X509_CRL_get0_nextUpdate(list.get())), {}};
    const auto* entries = X509_CRL_get_REVOKED(list.get());
    for (int entry = 0; entry < sk_X509_REVOKED_num(entries); ++entry) {
        std::uint64_t serial = 0;
        ASN1_INTEGER_get_uint64(&serial,
                                X509_REVOKED_get0_serialNumber(sk_X509_REVOKED_value(entries, entry)));
        read.serials.insert(serial);
    }
    return read;
}

CertificatePtr certificateFromPem(const std::string& pem)
{
    const auto in = memory(pem);
    return {PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free};
}

std::string toPem(X509& certificate)
{
    const auto out = memory();
    PEM_write_bio_X509(out.get(), &certificate);
    return text(*out);
}

Bytes toDer(X509& certificate)
{
    Bytes der(static_cast<std::size_t>(std::max(0, i2d_X509(&certificate, nullptr))));
    auto* out = der.data();
    i2d_X509(&certificate, &out);
    return der;
}

sys_seconds lastSecond(X509& certificate)
{
    return time(X509_get0_notAfter(&certificate));
}

} // namespace madoguchi::sim
