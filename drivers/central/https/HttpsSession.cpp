// SPDX-License-Identifier: Apache-2.0
#include "drivers/central/https/HttpsSession.h"

#include "drivers/central/https/CentralFaults.h"
#include "drivers/central/https/CurlOption.h"
#include "drivers/central/https/Environment.h"
#include "drivers/central/https/TlsPolicy.h"

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <cctype>
#include <random>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace madoguchi {
namespace {

using Moment = std::chrono::steady_clock::time_point;
using Milliseconds = std::chrono::milliseconds;

constexpr int kRepetitions = 2;
constexpr std::size_t kHeaderLimit = std::size_t{16} << 10;
constexpr std::string_view kScheme = "https://";

/// libcurl's process-wide part, counted by libcurl itself.
class CurlLibrary {
public:
    CurlLibrary() : code_{curl_global_init(CURL_GLOBAL_DEFAULT)} {}
    ~CurlLibrary() { curl_global_cleanup(); }
    CurlLibrary(const CurlLibrary&) = delete;
    CurlLibrary& operator=(const CurlLibrary&) = delete;
    [[nodiscard]] bool ready() const { return code_ == CURLE_OK; }

private:
    CURLcode code_;
};

struct HandleDelete {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

class HeaderList {
public:
    HeaderList() = default;
    ~HeaderList() { curl_slist_free_all(list_); }
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;
    bool add(const std::string& line)
    {
        curl_slist* longer = curl_slist_append(list_, line.c_str());
        if (longer)
            list_ = longer;
        return longer != nullptr;
    }
    [[nodiscard]] curl_slist* list() const { return list_; }

private:
    curl_slist* list_{nullptr};
};

/// What arrives, counted and watched while it arrives.
struct Incoming {
    std::size_t bodyLimit{0};
    std::string body{};
    std::size_t headerBytes{0};
    int lengths{0};      ///< how often the answer says where it ends
    bool refused{false}; ///< something that was not agreed on
};

std::string lowered(std::string_view text)
{
    std::string result{text};
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return std::tolower(c); });
    return result;
}

std::size_t onBody(const char* data, std::size_t, std::size_t size, void* user)
{
    auto& incoming = *static_cast<Incoming*>(user);
    if (incoming.body.size() + size > incoming.bodyLimit)
        incoming.refused = true;
    if (incoming.refused)
        return 0; // any other number than `size` ends the transfer
    incoming.body.append(data, size);
    return size;
}

/// Headers are only watched for what would make the body ambiguous: a compression we never asked for, or more
/// than one statement about its length (request smuggling).
std::size_t onHeader(const char* data, std::size_t, std::size_t size, void* user)
{
    auto& incoming = *static_cast<Incoming*>(user);
    const std::string line = lowered({data, size});
    incoming.headerBytes += size;
    if (line.starts_with("http/"))
        incoming.lengths = 0; // an interim answer came before
    if (line.starts_with("content-length:") || line.starts_with("transfer-encoding:"))
        ++incoming.lengths;
    if (line.starts_with("content-encoding:") || incoming.lengths > 1 || incoming.headerBytes > kHeaderLimit)
        incoming.refused = true;
    return incoming.refused ? 0 : size;
}

std::string hostOf(const std::string& address)
{
    std::string host = address.substr(kScheme.size());
    if (host.starts_with('['))
        return host.substr(1, host.find(']') - 1);
    return host.substr(0, host.find(':'));
}

CentralConnection withoutSlash(CentralConnection settings)
{
    if (settings.address.ends_with('/'))
        settings.address.pop_back();
    return settings;
}

bool wellFormed(const std::string& address)
{
    return address.starts_with(kScheme) && address.size() > kScheme.size() &&
           address.find_first_of("/?#@ \\", kScheme.size()) == std::string::npos;
}

/// A regular file that nobody but its owner can read.
bool keptSecret(const std::filesystem::path& key)
{
    struct stat facts {};
    return ::stat(key.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && (facts.st_mode & 077) == 0;
}

bool readable(const std::filesystem::path& file)
{
    return ::access(file.c_str(), R_OK) == 0;
}

std::optional<Fault> objection(const CentralConnection& settings)
{
    const auto because = [](std::string_view where) {
        return Fault{.code = FaultCode::SettingsInvalid, .where = where};
    };
    if (!environmentIsHard())
        return because("central/environment");
    if (!wellFormed(settings.address))
        return because("central/address");
    if (!readable(settings.authorities))
        return because("central/authorities");
    if (!readable(settings.revocations))
        return because("central/revocations");
    if (!readable(settings.certificate))
        return because("central/certificate");
    if (!keptSecret(settings.key))
        return because("central/key");
    return std::nullopt;
}

/// Everything that is not TLS and does not change between requests.
bool applyHttpPolicy(CURL* handle, const CentralTimes& times)
{
    return setOption(handle, CURLOPT_PROTOCOLS_STR, "https") &&
           setOption(handle, CURLOPT_FOLLOWLOCATION, 0L) && setOption(handle, CURLOPT_PROXY, "") &&
           setOption(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED)) &&
           setOption(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L) &&
           setOption(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1)) &&
           setOption(handle, CURLOPT_HTTP09_ALLOWED, 0L) && setOption(handle, CURLOPT_NOSIGNAL, 1L) &&
           setOption(handle, CURLOPT_MAXCONNECTS, 1L) && setOption(handle, CURLOPT_VERBOSE, 0L) &&
           setOption(handle, CURLOPT_LOW_SPEED_LIMIT, times.stalledBytesPerSecond) &&
           setOption(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(times.stalled.count())) &&
           setOption(handle, CURLOPT_WRITEFUNCTION, onBody) &&
           setOption(handle, CURLOPT_HEADERFUNCTION, onHeader);
}

bool addHeaders(HeaderList& headers, const HttpsRequest& request)
{
    return headers.add("Accept: application/xml") && headers.add("User-Agent: madoguchi") &&
           headers.add("Expect:") &&
           (!request.body || headers.add("Content-Type: application/xml; charset=utf-8")) &&
           (request.idempotencyKey.empty() || headers.add("Idempotency-Key: " + request.idempotencyKey));
}

/// A key travels in a header line, so it may only be what cannot end one.
bool plainKey(const std::string& key)
{
    return key.size() <= 64 &&
           std::ranges::all_of(key, [](unsigned char c) { return std::isalnum(c) || c == '-'; });
}

bool mayHelpAgain(const Result<HttpsAnswer>& answer)
{
    if (answer)
        return faultOfHttp(answer->status, {}).code == FaultCode::CentralBusy;
    return answer.fault().code == FaultCode::LineDown && answer.fault().value != CURLE_OPERATION_TIMEDOUT;
}

/// Between half and one and a half times the base: terminals that lost the line together do not return
/// together.
Milliseconds jittered(Milliseconds base)
{
    std::random_device source;
    return base * std::uniform_int_distribution{50, 150}(source) / 100;
}

} // namespace

struct HttpsSession::State {
    CurlLibrary library{};
    CentralConnection settings;
    TlsContext tls{};
    std::unique_ptr<CURL, HandleDelete> handle{curl_easy_init()};

    explicit State(CentralConnection s) : settings{std::move(s)} { tls.host = hostOf(settings.address); }

    bool aim(const HttpsRequest& request, const HeaderList& headers, Incoming& incoming, Milliseconds left);
    Result<HttpsAnswer> attempt(const HttpsRequest& request, Milliseconds left);
    bool neverAnswered(CURLcode code, const Incoming& incoming) const;
    Fault faultOfTransfer(CURLcode code, const Incoming& incoming, std::string_view where) const;
};

/// The same code of libcurl means a dead line or a bad server, depending on how far we got.
bool HttpsSession::State::neverAnswered(CURLcode code, const Incoming& incoming) const
{
    curl_off_t requested = 0; // also set when an open connection is used again
    curl_easy_getinfo(handle.get(), CURLINFO_PRETRANSFER_TIME_T, &requested);
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return !tls.reached && requested == 0;
    case CURLE_SSL_CONNECT_ERROR:
        return !tls.heard;
    case CURLE_RECV_ERROR:
        return incoming.headerBytes == 0;
    default:
        return false;
    }
}

bool HttpsSession::State::aim(const HttpsRequest& request, const HeaderList& headers, Incoming& incoming,
                              Milliseconds left)
{
    CURL* curl = handle.get();
    const std::string url = settings.address + std::string{request.path};
    const Milliseconds connect = std::min(settings.times.connect, left);
    if (request.body) {
        if (!setOption(curl, CURLOPT_POST, 1L) ||
            !setOption(curl, CURLOPT_POSTFIELDS, request.body->c_str()) ||
            !setOption(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size())))
            return false;
    } else if (!setOption(curl, CURLOPT_HTTPGET, 1L)) {
        return false;
    }
    return setOption(curl, CURLOPT_URL, url.c_str()) && setOption(curl, CURLOPT_HTTPHEADER, headers.list()) &&
           setOption(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count())) &&
           setOption(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count())) &&
           setOption(curl, CURLOPT_WRITEDATA, &incoming) && setOption(curl, CURLOPT_HEADERDATA, &incoming) &&
           setOption(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(settings.bodyLimit));
}

Fault HttpsSession::State::faultOfTransfer(CURLcode code, const Incoming& incoming,
                                           std::string_view where) const
{
    if (incoming.refused)
        return {.code = FaultCode::CentralAnswerInvalid,
                .space = FaultSpace::Curl,
                .value = code,
                .where = where};
    if (tls.alert != 0)
        return faultOfAlert(tls.alert, where);
    long verified = X509_V_OK;
    curl_easy_getinfo(handle.get(), CURLINFO_SSL_VERIFYRESULT, &verified);
    if (verified != X509_V_OK && code == CURLE_PEER_FAILED_VERIFICATION)
        return faultOfX509(verified, where);
    Fault fault = faultOfCurl(code, where);
    if (neverAnswered(code, incoming))
        fault.code = FaultCode::LineDown;
    return fault;
}

Result<HttpsAnswer> HttpsSession::State::attempt(const HttpsRequest& request, Milliseconds left)
{
    HeaderList headers;
    Incoming incoming{.bodyLimit = settings.bodyLimit};
    tls.reached = tls.heard = false;
    tls.alert = 0;
    if (!addHeaders(headers, request) || !aim(request, headers, incoming, left))
        return Fault{.code = FaultCode::Internal, .where = request.where};
    const CURLcode code = curl_easy_perform(handle.get());
    if (code != CURLE_OK) // (the handle's pointers to this frame are set anew before its next use)
        return faultOfTransfer(code, incoming, request.where);
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 400 && status != 200)
        return faultOfHttp(status, request.where);
    if (status == 200 && incoming.lengths != 1) // where the body ends must be said, or a cut goes unseen
        return Fault{.code = FaultCode::CentralAnswerInvalid, .where = request.where};
    return HttpsAnswer{status, std::move(incoming.body)};
}

HttpsSession::HttpsSession(std::unique_ptr<State> state) : state_{std::move(state)} {}
HttpsSession::~HttpsSession() = default;

Result<std::unique_ptr<HttpsSession>> HttpsSession::open(const CentralConnection& connection)
{
    const CentralConnection settings = withoutSlash(connection);
    if (const auto fault = objection(settings))
        return *fault;
    auto state = std::make_unique<State>(settings);
    if (!state->library.ready() || !state->handle)
        return Fault{.code = FaultCode::Internal, .where = "central/library"};
    if (!applyTlsPolicy(state->handle.get(), settings, state->tls) ||
        !applyHttpPolicy(state->handle.get(), settings.times))
        return Fault{.code = FaultCode::SettingsInvalid, .where = "central/policy"};
    return std::unique_ptr<HttpsSession>{new HttpsSession{std::move(state)}};
}

Result<HttpsAnswer> HttpsSession::send(const HttpsRequest& request)
{
    if (!plainKey(request.idempotencyKey))
        return Fault{.code = FaultCode::Internal, .where = request.where};
    const bool repeatable = !request.body || !request.idempotencyKey.empty();
    const Moment end = std::chrono::steady_clock::now() + state_->settings.times.total;
    const auto left = [end] {
        return std::chrono::duration_cast<Milliseconds>(end - std::chrono::steady_clock::now());
    };
    Milliseconds pause = state_->settings.times.pause;
    for (int repetition = 0;; ++repetition) {
        auto answer = state_->attempt(request, std::max(left(), Milliseconds{1}));
        if (!repeatable || repetition == kRepetitions || !mayHelpAgain(answer))
            return answer;
        const Milliseconds wait = jittered(pause);
        if (wait >= left())
            return answer;
        std::this_thread::sleep_for(wait);
        pause *= 2;
    }
}

} // namespace madoguchi
