// SPDX-License-Identifier: Apache-2.0
// The practice central as a running HTTPS server on the loopback address. TLS 1.2 and 1.3 with mandatory
// client certificates of the practice's own authority; listens from start() until it is destroyed.
#pragma once

#include "drivers/sim/personas/Persona.h"
#include "foundation/base/Result.h"
#include "practice/central/Trouble.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi {

struct PracticeCentralOptions {
    std::filesystem::path
        pkiFolder; ///< of the practice: central-*.pem (made if missing), jpki-ca.pem, jpki-crl.pem
    std::vector<Persona> people;
    std::filesystem::path qualifications; ///< qualifications.toml
    std::filesystem::path database{};     ///< SQLite; empty = in memory
    std::filesystem::path troubleFile{};  ///< if it exists, its words (Trouble.h) rule each request
    std::uint16_t port{0};                ///< 0 = any free one
    std::chrono::seconds nonceLife{600};
    std::function<std::chrono::sys_seconds()> now{}; ///< absent = the machine's clock
};

class PracticeCentral {
public:
    static Result<std::unique_ptr<PracticeCentral>> start(const PracticeCentralOptions& options);
    ~PracticeCentral();
    PracticeCentral(const PracticeCentral&) = delete;
    PracticeCentral& operator=(const PracticeCentral&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::string address() const; ///< "https://localhost:PORT"

    /// From the next request on; None frees those who wait for a silent or slow answer.
    void trouble(Trouble trouble);

private:
    struct Server;
    explicit PracticeCentral(std::unique_ptr<Server> server);
    std::unique_ptr<Server> server_;
};

} // namespace madoguchi
