// SPDX-License-Identifier: Apache-2.0
// One HTTPS connection to the central system, kept open between the challenge and the question. Sends nothing
// before the server is verified, follows nothing, decompresses nothing, remembers nothing.
#pragma once

#include "central/CentralSettings.h"
#include "core/Result.h"

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

class HttpsSession {
public:
    /// Checks the settings and prepares; the connection is made by the first send().
    static Result<std::unique_ptr<HttpsSession>> open(const CentralSettings& settings);
    ~HttpsSession();
    HttpsSession(const HttpsSession&) = delete;
    HttpsSession& operator=(const HttpsSession&) = delete;

    /// The body of the answer with status 200. Repeats at most twice, only what may be repeated, and only
    /// when the line or a busy server was to blame; never longer than CentralTimes::total.
    Result<std::string> send(const HttpsRequest& request);

private:
    struct State;
    explicit HttpsSession(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace madoguchi
