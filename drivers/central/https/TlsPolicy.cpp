// SPDX-License-Identifier: Apache-2.0
#include "drivers/central/https/TlsPolicy.h"

#include "drivers/central/https/CurlOption.h"

#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <cstdint>

namespace madoguchi {
namespace {

constexpr const char* kTls13Suites =
    "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256";
constexpr const char* kTls12Suites = "ECDHE+AESGCM:ECDHE+CHACHA20"; // forward secrecy and AEAD only
constexpr const char* kCurves = "X25519:P-256:P-384";
constexpr int kSecurityLevel = 2; // 112 bits: RSA from 2048, no SHA-1
constexpr int kFatal = SSL3_AL_FATAL;

int contextIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

/// Remembers the alert a server ends the connection with: libcurl reports it only as text.
void noteAlert(const SSL* ssl, int where, int value)
{
    if ((where & SSL_CB_READ_ALERT) != SSL_CB_READ_ALERT || (value >> 8) != kFatal)
        return;
    void* data = SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), contextIndex());
    if (auto* context = static_cast<TlsContext*>(data))
        context->alert = value & 0xff;
}

void noteRecord(int sent, int, int contentType, const void*, std::size_t, SSL*, void* data)
{
    if (sent == 0 && contentType == SSL3_RT_HEADER)
        static_cast<TlsContext*>(data)->heard = true;
}

/// The name is checked inside the handshake, so that our client certificate is not shown to a server with
/// another name; libcurl checks it again afterwards.
bool expectHost(X509_VERIFY_PARAM* param, const std::string& host)
{
    X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT |
                                               X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return X509_VERIFY_PARAM_set1_ip_asc(param, host.c_str()) == 1 ||
           X509_VERIFY_PARAM_set1_host(param, host.c_str(), host.size()) == 1;
}

bool demandStrictChain(SSL_CTX* tls, const std::string& host)
{
    X509_VERIFY_PARAM* param = SSL_CTX_get0_param(tls);
    X509_VERIFY_PARAM_clear_flags(param, X509_V_FLAG_PARTIAL_CHAIN);
    return X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CRL_CHECK |
                                                  X509_V_FLAG_CRL_CHECK_ALL) == 1 &&
           expectHost(param, host);
}

/// Beyond RFC 5280: the server's certificate must say that it is one. Without an extended key usage at all, a
/// terminal's or a person's certificate of the same authority could stand in for the central system.
int verifyOne(int accepted, X509_STORE_CTX* chain)
{
    if (accepted != 1 || X509_STORE_CTX_get_error_depth(chain) != 0)
        return accepted;
    const std::uint32_t usage = X509_get_extended_key_usage(X509_STORE_CTX_get_current_cert(chain));
    if (usage != UINT32_MAX && (usage & XKU_SSL_SERVER) != 0)
        return accepted;
    X509_STORE_CTX_set_error(chain, X509_V_ERR_INVALID_PURPOSE);
    return 0;
}

/// libcurl calls this once per connection, after its own preparation and before the handshake.
CURLcode prepare(CURL*, void* sslContext, void* data)
{
    auto* tls = static_cast<SSL_CTX*>(sslContext);
    auto* context = static_cast<TlsContext*>(data);
    SSL_CTX_set_security_level(tls, kSecurityLevel);
    SSL_CTX_set_options(tls, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET);
    SSL_CTX_clear_options(tls, SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_LEGACY_SERVER_CONNECT |
                                   SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
    SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_keylog_callback(tls, nullptr);
    SSL_CTX_set_info_callback(tls, noteAlert);
    SSL_CTX_set_msg_callback(tls, noteRecord);
    SSL_CTX_set_msg_callback_arg(tls, context);
    context->reached = true;
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, verifyOne);
    if (SSL_CTX_set_min_proto_version(tls, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_ex_data(tls, contextIndex(), context) != 1 || !demandStrictChain(tls, context->host))
        return CURLE_SSL_CONNECT_ERROR;
    return CURLE_OK;
}

std::string joined(const std::vector<std::string>& pins)
{
    std::string all;
    for (const std::string& pin : pins)
        all += (all.empty() ? "" : ";") + pin;
    return all;
}

bool presentOurselves(CURL* handle, const CentralConnection& settings)
{
    return setOption(handle, CURLOPT_SSLCERTTYPE, "PEM") &&
           setOption(handle, CURLOPT_SSLCERT, settings.certificate.c_str()) &&
           setOption(handle, CURLOPT_SSLKEYTYPE, "PEM") &&
           setOption(handle, CURLOPT_SSLKEY, settings.key.c_str());
}

bool trustOnly(CURL* handle, const CentralConnection& settings)
{
    constexpr const char* kNone = nullptr;
    const std::string pins = joined(settings.pinnedKeys);
    return setOption(handle, CURLOPT_SSL_VERIFYPEER, 1L) && setOption(handle, CURLOPT_SSL_VERIFYHOST, 2L) &&
           setOption(handle, CURLOPT_CAINFO, settings.authorities.c_str()) &&
           setOption(handle, CURLOPT_CAPATH, kNone) &&
           setOption(handle, CURLOPT_CRLFILE, settings.revocations.c_str()) &&
           setOption(handle, CURLOPT_PINNEDPUBLICKEY, pins.empty() ? kNone : pins.c_str());
}

} // namespace

bool applyTlsPolicy(CURL* handle, const CentralConnection& settings, TlsContext& context)
{
    return setOption(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)) &&
           setOption(handle, CURLOPT_TLS13_CIPHERS, kTls13Suites) &&
           setOption(handle, CURLOPT_SSL_CIPHER_LIST, kTls12Suites) &&
           setOption(handle, CURLOPT_SSL_EC_CURVES, kCurves) &&
           setOption(handle, CURLOPT_SSL_SESSIONID_CACHE, 0L) && trustOnly(handle, settings) &&
           presentOurselves(handle, settings) && setOption(handle, CURLOPT_SSL_CTX_FUNCTION, prepare) &&
           setOption(handle, CURLOPT_SSL_CTX_DATA, &context);
}

} // namespace madoguchi
