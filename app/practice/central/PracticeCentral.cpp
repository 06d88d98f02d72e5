// SPDX-License-Identifier: Apache-2.0
#include "practice/central/PracticeCentral.h"

#include "foundation/base/CivilDate.h"
#include "practice/central/CentralService.h"
#include "practice/pki/CertificateMaker.h"
#include "practice/pki/PracticePki.h"

#include <httplib.h>
#include <openssl/ssl.h>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <netinet/in.h>
#include <set>
#include <sys/socket.h>
#include <thread>

namespace madoguchi {
namespace {

constexpr const char* kLoopback = "127.0.0.1";
constexpr std::size_t kQuestionLimit = std::size_t{64} << 10;
constexpr std::size_t kConnections = 32; // one thread each
constexpr std::time_t kKeepAliveSeconds = 60;
constexpr std::size_t kQuestionsPerConnection = 100;
constexpr int kSecurityLevel = 2;

bool secure(SSL_CTX& tls, const PracticePkiFiles& files)
{
    SSL_CTX_set_security_level(&tls, kSecurityLevel);
    SSL_CTX_set_options(&tls, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(&tls, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(&tls, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    X509_STORE_set_flags(SSL_CTX_get_cert_store(&tls),
                         X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL | X509_V_FLAG_X509_STRICT);
    return SSL_CTX_set_min_proto_version(&tls, TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_cipher_list(&tls, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
           SSL_CTX_use_certificate_chain_file(&tls, files.server.c_str()) == 1 &&
           SSL_CTX_use_PrivateKey_file(&tls, files.serverKey.c_str(), SSL_FILETYPE_PEM) == 1 &&
           SSL_CTX_load_verify_file(&tls, files.authority.c_str()) == 1 &&
           X509_STORE_load_file(SSL_CTX_get_cert_store(&tls), files.revocations.c_str()) == 1;
}

std::string subjectPart(const X509_NAME* subject, int nid)
{
    char text[64];
    const int size = X509_NAME_get_text_by_NID(const_cast<X509_NAME*>(subject), nid, text, sizeof text);
    return size > 0 ? std::string{text, static_cast<std::size_t>(size)} : std::string{};
}

/// Institution and role of the verified client certificate (PracticePki.h says where they stand).
Terminal terminalOf(const httplib::Request& request)
{
    const CertificateHandle certificate{SSL_get1_peer_certificate(request.ssl)};
    if (!certificate)
        return {};
    const X509_NAME* subject = X509_get_subject_name(certificate.get());
    return {.institution = subjectPart(subject, NID_serialNumber),
            .role = subjectPart(subject, NID_organizationalUnitName)};
}

/// 0 if it is no socket of this kind.
int localPort(int socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    const bool known = ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    return known && address.sin_family == AF_INET ? ntohs(address.sin_port) : 0;
}

std::optional<Trouble> troubleIn(const std::filesystem::path& file)
{
    std::ifstream in{file};
    std::string words;
    if (file.empty() || !std::getline(in, words))
        return std::nullopt;
    return troubleFrom(words);
}

Result<std::unique_ptr<CentralService>> makeService(const PracticeCentralOptions& options,
                                                    std::function<std::chrono::sys_seconds()> now)
{
    const auto insured = loadQualifications(options.qualifications, options.people, civilDay(now()));
    if (!insured)
        return insured.fault();
    auto store = QualificationStore::open(options.database);
    if (!store)
        return store.fault();
    if (const auto seeded = (*store)->seed(*insured); !seeded)
        return seeded.fault();
    const CardTrust trust{.authority = options.pkiFolder / "jpki-ca.pem",
                          .revocations = options.pkiFolder / "jpki-crl.pem"};
    return std::make_unique<CentralService>(
        std::move(*store),
        CentralServiceOptions{.cardTrust = trust, .nonceLife = options.nonceLife, .now = std::move(now)});
}

std::chrono::sys_seconds machineTime()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace

struct PracticeCentral::Server {
    std::unique_ptr<CentralService> service;
    std::filesystem::path troubleFile;
    httplib::SSLServer http;
    std::mutex serviceMutex;
    std::mutex troubleMutex;
    std::condition_variable troubleChanged;
    Trouble trouble;
    bool stopping{false};
    int port{0};
    std::thread listener;
    std::atomic<bool> ended{false};
    std::mutex socketMutex;
    std::set<int> sockets; ///< that ever carried a question

    Server(std::unique_ptr<CentralService> s, const PracticeCentralOptions& options,
           const PracticePkiFiles& files)
        : service{std::move(s)}, troubleFile{options.troubleFile}, http{[&files](SSL_CTX& tls) {
              return secure(tls, files);
          }}
    {
    }
    ~Server();

    using Answer = std::function<Reply(const Terminal&, const httplib::Request&)>;
    httplib::Server::Handler handler(Answer answer);
    void route();
    bool listen(std::uint16_t wanted);
    /// Waits as the trouble of the moment demands; what to say instead of the true answer.
    std::optional<Reply> spoil();
    /// Idle connections would hold up the end for kKeepAliveSeconds.
    void hangUp();
};

PracticeCentral::Server::~Server()
{
    {
        const std::lock_guard lock{troubleMutex};
        stopping = true;
    }
    troubleChanged.notify_all();
    http.stop();
    hangUp();
    if (listener.joinable())
        listener.join();
}

void PracticeCentral::Server::hangUp()
{
    const std::lock_guard lock{socketMutex};
    for (const int socket : sockets)
        if (localPort(socket) == port) // the number may have been given to something else meanwhile
            ::shutdown(socket, SHUT_RDWR);
}

std::optional<Reply> PracticeCentral::Server::spoil()
{
    std::unique_lock lock{troubleMutex};
    const Trouble now = troubleIn(troubleFile).value_or(trouble);
    const auto released = [&] { return stopping || trouble.kind == Trouble::Kind::None; };
    switch (now.kind) {
    case Trouble::Kind::None:
        return std::nullopt;
    case Trouble::Kind::Slow:
        troubleChanged.wait_for(lock, now.delay, [&] { return stopping; });
        return std::nullopt;
    case Trouble::Kind::Broken:
        return refusal(CentralError::Broken);
    case Trouble::Kind::Busy:
        return refusal(CentralError::Busy);
    case Trouble::Kind::Garbage:
        return Reply{200, "<XmlMsg><MessageHeader>\x01"};
    case Trouble::Kind::Silent:
        if (trouble.kind == Trouble::Kind::Silent)
            troubleChanged.wait(lock, released);
        else
            troubleChanged.wait(lock, [&] { return stopping; }); // ruled by the file: until we stop
        return refusal(CentralError::Busy);
    }
    return std::nullopt;
}

httplib::Server::Handler PracticeCentral::Server::handler(Answer answer)
{
    return [this, answer = std::move(answer)](const httplib::Request& request, httplib::Response& response) {
        {
            const std::lock_guard lock{socketMutex};
            sockets.insert(SSL_get_fd(request.ssl));
        }
        auto reply = spoil();
        if (!reply) {
            const std::lock_guard lock{serviceMutex};
            reply = answer(terminalOf(request), request);
        }
        response.status = reply->status;
        response.set_content(reply->body, std::string{kCentralContentType});
    };
}

void PracticeCentral::Server::route()
{
    const auto keyOf = [](const httplib::Request& request) {
        return request.get_header_value(std::string{kIdempotencyHeader}.c_str());
    };
    const auto path = [](std::string_view route) { return std::string{route}; };
    http.Get(path(central_route::kChallenge),
             handler([this](const Terminal& terminal, const httplib::Request&) {
                 return service->challenge(terminal);
             }));
    http.Get(path(central_route::kStatus), handler([this](const Terminal& terminal, const httplib::Request&) {
                 return service->services(terminal);
             }));
    http.Post(path(central_route::kByCard),
              handler([=, this](const Terminal& terminal, const httplib::Request& r) {
                  return service->byCard(terminal, keyOf(r), r.body);
              }));
    http.Post(path(central_route::kByNumber),
              handler([=, this](const Terminal& terminal, const httplib::Request& r) {
                  return service->byNumber(terminal, keyOf(r), r.body);
              }));
    http.Post(path(central_route::kReferenceNumber),
              handler([=, this](const Terminal& terminal, const httplib::Request& r) {
                  return service->registerReferenceNumber(terminal, keyOf(r), r.body);
              }));
    const auto notOffered =
        handler([](const Terminal&, const httplib::Request&) { return refusal(CentralError::NotOffered); });
    http.Get(".*", notOffered);
    http.Post(".*", notOffered);
    http.set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
        const Reply reply = refusal(CentralError::Broken);
        response.status = reply.status;
        response.set_content(reply.body, std::string{kCentralContentType});
    });
}

bool PracticeCentral::Server::listen(std::uint16_t wanted)
{
    http.new_task_queue = [] { return new httplib::ThreadPool(kConnections); };
    http.set_payload_max_length(kQuestionLimit);
    http.set_keep_alive_timeout(kKeepAliveSeconds);
    http.set_keep_alive_max_count(kQuestionsPerConnection);
    http.set_tcp_nodelay(true);
    if (wanted == 0)
        port = http.bind_to_any_port(kLoopback);
    else
        port = http.bind_to_port(kLoopback, wanted) ? wanted : -1;
    if (port <= 0)
        return false;
    listener = std::thread{[this] {
        http.listen_after_bind();
        ended = true;
    }};
    // A stop() before the loop runs would be forgotten, and nobody would ever come back from it.
    while (!http.is_running() && !ended)
        std::this_thread::yield();
    return !ended;
}

PracticeCentral::PracticeCentral(std::unique_ptr<Server> server) : server_{std::move(server)} {}
PracticeCentral::~PracticeCentral() = default;

Result<std::unique_ptr<PracticeCentral>> PracticeCentral::start(const PracticeCentralOptions& options)
{
    const auto now = options.now ? options.now : machineTime;
    const auto files = ensurePracticePki(options.pkiFolder, now());
    if (!files)
        return files.fault();
    auto service = makeService(options, now);
    if (!service)
        return service.fault();
    auto server = std::make_unique<Server>(std::move(*service), options, *files);
    if (!server->http.is_valid())
        return Fault{.code = FaultCode::SettingsInvalid, .where = "practice/centralTls"};
    server->route();
    if (!server->listen(options.port))
        return Fault{.code = FaultCode::SettingsInvalid,
                     .space = FaultSpace::Errno,
                     .value = errno,
                     .where = "practice/centralPort"};
    return std::unique_ptr<PracticeCentral>{new PracticeCentral{std::move(server)}};
}

std::uint16_t PracticeCentral::port() const
{
    return static_cast<std::uint16_t>(server_->port);
}

std::string PracticeCentral::address() const
{
    return "https://localhost:" + std::to_string(port());
}

void PracticeCentral::trouble(Trouble trouble)
{
    {
        const std::lock_guard lock{server_->troubleMutex};
        server_->trouble = trouble;
    }
    server_->troubleChanged.notify_all();
}

} // namespace madoguchi
