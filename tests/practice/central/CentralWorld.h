// SPDX-License-Identifier: Apache-2.0
// A practice central and a terminal that talks to it over TLS, with an issuer of card certificates, all made
// for one test and gone with it. The time of day is the test's to set.
#pragma once

#include "drivers/central/https/HttpsCentral.h"
#include "practice/central/PracticeCentral.h"
#include "practice/pki/CertificateMaker.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::test {

/// A folder of this process's own, removed at the end.
struct Folder {
    explicit Folder(std::string_view name);
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path;
};

/// A person's 利用者証明用 certificate with its key, as a card holds them.
struct TestCard {
    Bytes certificate;
    EVP_PKEY* key{nullptr}; ///< not its own
};

struct CentralWorld {
    explicit CentralWorld(bool keepDatabase = false);

    Folder folder{"central-world"};
    std::chrono::sys_seconds now;
    std::vector<Persona> people;
    Identity cardIssuer;
    EVP_PKEY* cardKey; ///< one key serves all cards of all worlds: making RSA keys is slow
    std::unique_ptr<PracticeCentral> server;
    std::unique_ptr<HttpsCentral> terminal;

    void start();
    [[nodiscard]] CentralConnection connection() const;

    /// The persona's card; `daysLeft` counts from today and may be negative.
    [[nodiscard]] TestCard card(std::string_view persona, int daysLeft = 900) const;

    /// A fresh challenge, answered by the card.
    [[nodiscard]] EligibilityQuery query(const TestCard& card, Consents consents = {},
                                         bool registerFirstUse = false);

    /// challenge(), sign, ask().
    [[nodiscard]] Result<CentralAnswer> ask(const TestCard& card, Consents consents = {},
                                            bool registerFirstUse = false);

    /// Puts the persona's certificates on the revocation list.
    void revoke(std::string_view persona);

private:
    void writeCardTrust(const std::vector<std::uint64_t>& revoked) const;
    [[nodiscard]] std::uint64_t serialOf(std::string_view persona) const;
    bool keepDatabase_;
};

void writeFile(const std::filesystem::path& file, const std::string& text);

} // namespace madoguchi::test
