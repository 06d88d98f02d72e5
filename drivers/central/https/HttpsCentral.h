// SPDX-License-Identifier: Apache-2.0
// The central system behind the reference profile of messages/CentralProfile.h. One object serves one visit,
// from one thread: challenge() connects while the card is still being read, ask() uses the same connection.
// Beyond the port it offers what staff ask without a card.
#pragma once

#include "domain/ports/CentralPort.h"
#include "domain/record/EligibilityAnswer.h"
#include "domain/record/EligibilityQuery.h"
#include "drivers/central/https/CentralConnection.h"
#include "formats/central/CentralProfile.h"
#include "foundation/base/Result.h"

#include <memory>
#include <vector>

namespace madoguchi {

class HttpsSession;

class HttpsCentral final : public CentralPort {
public:
    /// SettingsInvalid if a file is missing, our key can be read by others, or the environment was not
    /// hardened (central/Environment.h). Connects to nothing yet.
    static Result<std::unique_ptr<HttpsCentral>> open(const CentralConnection& connection);
    ~HttpsCentral() override;

    Result<Challenge> challenge() override;
    Result<CentralAnswer> ask(const EligibilityQuery& query) override;
    Result<EligibilityAnswer> askByNumber(const NumberQuery& query) override;

    /// By symbol and number. The institution code is filled in; an empty fileIdentifier becomes a random one.
    Result<EligibilityAnswer> askByNumber(QualificationRequest request);
    Result<ReferenceNumberAnswer> registerReferenceNumber(ReferenceNumberRegistration registration);
    Result<std::vector<ServiceState>> services();

private:
    HttpsCentral(std::string institutionCode, std::unique_ptr<HttpsSession> session);

    std::string institutionCode_;
    std::unique_ptr<HttpsSession> session_;
};

} // namespace madoguchi
