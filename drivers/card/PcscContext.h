// SPDX-License-Identifier: Apache-2.0
// A connection to pcscd, closed by its destructor. winscard.h stays in the .cpp files: its handles are longs.
#pragma once

#include "foundation/base/Result.h"

#include <string>
#include <utility>
#include <vector>

namespace madoguchi {

class PcscContext {
public:
    static Result<PcscContext> establish();
    PcscContext(PcscContext&& other) noexcept : handle_{std::exchange(other.handle_, 0)} {}
    PcscContext& operator=(PcscContext&& other) noexcept;
    ~PcscContext();

    /// Names of the attached readers; none attached is an empty list, not a fault.
    [[nodiscard]] Result<std::vector<std::string>> readers() const;

    [[nodiscard]] long handle() const { return handle_; }

private:
    explicit PcscContext(long handle) : handle_{handle} {}
    long handle_{0};
};

} // namespace madoguchi
