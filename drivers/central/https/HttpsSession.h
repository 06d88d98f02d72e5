// SPDX-License-Identifier: Apache-2.0
// One HTTPS connection to the central system, kept open between the challenge and the question. Sends nothing
// before the server is verified, follows nothing, decompresses nothing, remembers nothing.
#pragma once

#include "drivers/central/https/CentralConnection.h"
#include "foundation/base/Result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

struct HttpsRequest {
    std::string_view path;             ///< "/v1/challenge"
    std::optional<std::string> body{}; ///< POST with it; GET without
    std::string idempotencyKey{};      ///< with a key, or without a body, the request may be repeated
    std::string_view where;            ///< for faults
};

struct HttpsAnswer {
    long status{0};
    std::string body; ///< complete, as its Content-Length or its last chunk says
};

class HttpsSession {
public:
    /// Checks the settings and prepares; the connection is made by the first send().
    static Result<std::unique_ptr<HttpsSession>> open(const CentralConnection& connection);
    ~HttpsSession();
    HttpsSession(const HttpsSession&) = delete;
    HttpsSession& operator=(const HttpsSession&) = delete;

    /// Any complete answer, whatever its status; redirects and informational answers are faults. Repeats at
    /// most twice, only what may be repeated, and only when the line or a busy server was to blame; never
    /// longer than CentralTimes::total.
    Result<HttpsAnswer> send(const HttpsRequest& request);

private:
    struct State;
    explicit HttpsSession(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace madoguchi
