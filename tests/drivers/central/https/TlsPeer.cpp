// SPDX-License-Identifier: Apache-2.0
#include "TlsPeer.h"

#include <arpa/inet.h>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace madoguchi::test {
namespace {

constexpr int kPatienceSeconds = 2;

/// Closes only after the client did: a close with unread bytes is a reset, which overtakes the alert just
/// sent.
void sayGoodbye(int socket)
{
    char ignored[4096];
    ::shutdown(socket, SHUT_WR);
    while (::recv(socket, ignored, sizeof ignored, 0) > 0) {
    }
}

std::size_t announcedLength(const std::string& headers)
{
    const std::size_t at = headers.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::strtoul(headers.c_str() + at + 16, nullptr, 10);
}

} // namespace

int PeerConnection::read(char* to, int size)
{
    const int got = tls_ ? SSL_read(tls_, to, size)
                         : static_cast<int>(::recv(socket_, to, static_cast<std::size_t>(size), 0));
    if (got > 0)
        received_ += static_cast<std::size_t>(got);
    return got;
}

std::string PeerConnection::request()
{
    std::string received;
    char buffer[4096];
    for (;;) {
        const std::size_t end = received.find("\r\n\r\n");
        if (end != std::string::npos && received.size() >= end + 4 + announcedLength(received))
            return received;
        const int got = read(buffer, sizeof buffer);
        if (got <= 0)
            return received;
        received.append(buffer, static_cast<std::size_t>(got));
    }
}

void PeerConnection::send(std::string_view bytes)
{
    if (tls_)
        SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size()));
    else
        (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

void PeerConnection::drip(std::string_view bytes, int millisecondsBetween)
{
    for (const char byte : bytes) {
        send({&byte, 1});
        pollfd end{.fd = socket_, .events = POLLRDHUP, .revents = 0};
        if (::poll(&end, 1, millisecondsBetween) != 0)
            return;
    }
}

void PeerConnection::closeNotify()
{
    SSL_shutdown(tls_);
}

void PeerConnection::reset()
{
    const linger hard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

void PeerConnection::hang()
{
    char byte = 0;
    while (read(&byte, 1) > 0) {
    }
    pollfd end{.fd = socket_, .events = POLLRDHUP, .revents = 0};
    ::poll(&end, 1, kPatienceSeconds * 1000);
}

TlsPeer::TlsPeer(SSL_CTX* tls, Script script) : tls_{tls}, script_{std::move(script)}
{
    std::signal(SIGPIPE, SIG_IGN); // clients that hang up are what this is for
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { listen(); }};
}

TlsPeer::~TlsPeer()
{
    finish();
}

void TlsPeer::finish()
{
    if (!thread_.joinable())
        return;
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    {
        const std::lock_guard lock{socketMutex_};
        if (socket_ >= 0)
            ::shutdown(socket_, SHUT_RDWR);
    }
    thread_.join();
    ::close(listener_);
}

void TlsPeer::listen()
{
    while (!stopping_) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        {
            const std::lock_guard lock{socketMutex_};
            socket_ = socket;
        }
        ++connections_;
        serve(socket);
        const std::lock_guard lock{socketMutex_};
        ::close(std::exchange(socket_, -1));
    }
}

void TlsPeer::serve(int socket)
{
    const timeval patience{.tv_sec = kPatienceSeconds, .tv_usec = 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls{tls_ ? SSL_new(tls_) : nullptr, &SSL_free};
    PeerConnection connection{socket, tls.get(), requestBytes_};
    if (!tls) {
        script_(connection);
        return;
    }
    SSL_set_fd(tls.get(), socket);
    if (SSL_accept(tls.get()) != 1) {
        sayGoodbye(socket);
        return;
    }
    ++handshakes_;
    script_(connection);
}

} // namespace madoguchi::test
