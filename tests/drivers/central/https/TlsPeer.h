// SPDX-License-Identifier: Apache-2.0
// A server on the loopback address that does exactly what a script says, and counts what a client gives away:
// how many connections, how many finished handshakes, how many bytes of requests.
#pragma once

#include <openssl/ssl.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace madoguchi::test {

/// One connection, seen from the script. Every wait ends after two seconds or when the peer is destroyed.
class PeerConnection {
public:
    PeerConnection(int socket, SSL* tls, std::atomic<std::size_t>& received)
        : socket_{socket}, tls_{tls}, received_{received}
    {
    }

    /// One request as far as its headers and Content-Length go; empty if none came.
    std::string request();
    void send(std::string_view bytes);
    /// Byte by byte with a pause between, until the client has had enough.
    void drip(std::string_view bytes, int millisecondsBetween);
    void closeNotify();
    /// Makes the coming close a reset instead of an orderly end.
    void reset();
    /// Waits until the client goes away.
    void hang();
    [[nodiscard]] SSL* tls() { return tls_; }

private:
    int read(char* to, int size);

    int socket_;
    SSL* tls_;
    std::atomic<std::size_t>& received_;
};

class TlsPeer {
public:
    using Script = std::function<void(PeerConnection&)>;

    /// Handshakes with `tls` and then runs `script`; without a context the script gets the bare connection.
    TlsPeer(SSL_CTX* tls, Script script);
    ~TlsPeer();
    TlsPeer(const TlsPeer&) = delete;
    TlsPeer& operator=(const TlsPeer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] int connections() const { return connections_; }
    [[nodiscard]] int handshakes() const { return handshakes_; }
    /// Application bytes received, from all connections.
    [[nodiscard]] std::size_t requestBytes() const { return requestBytes_; }
    /// Ends listening and joins: counters are final.
    void finish();

private:
    void listen();
    void serve(int socket);

    SSL_CTX* tls_;
    Script script_;
    int listener_{-1};
    std::uint16_t port_{0};
    std::atomic<int> connections_{0}, handshakes_{0};
    std::atomic<std::size_t> requestBytes_{0};
    std::atomic<bool> stopping_{false};
    std::mutex socketMutex_;
    int socket_{-1}; ///< being served
    std::thread thread_;
};

} // namespace madoguchi::test
