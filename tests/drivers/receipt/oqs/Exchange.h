// SPDX-License-Identifier: Apache-2.0
// Real folders of a receipt computer, and somebody who takes its requests.
#pragma once

#include "Folders.h"
#include "drivers/receipt/oqs/ReceiptExchange.h"
#include "formats/oqs/ReceiptRequests.h"
#include "foundation/line/StopSignal.h"

namespace madoguchi::test {

class ArmedErasure final : public ErasurePort {
public:
    Result<void> arm(std::chrono::milliseconds) override
    {
        ++armed;
        return {};
    }
    void erase() override {}
    int armed{0};
};

class ExchangeFolder : public Folders {
public:
    ExchangeFolder() { std::filesystem::create_directory(root / "req"); }

    [[nodiscard]] ExchangeFolders folders(std::chrono::milliseconds settle = std::chrono::milliseconds{
                                              50}) const
    {
        return {.req = root / "req", .res = root / "res", .staging = root / "staging", .settle = settle};
    }
    void drop(const std::string& name, const std::string& bytes) const { put(root / "req" / name, bytes); }
};

/// The clock of the machine, moved: what was written now is `ahead` old.
class AheadClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return Tick{0}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override
    {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + ahead;
    }
    std::chrono::seconds ahead{0};
};

inline QualificationRequest request()
{
    return {"20261120", "1319999991", "RC-0001",  "06139992", "１２－３４",
            "５６７８", "02",         "19700102", true,       "R42"};
}

inline std::string requestXml(const QualificationRequest& asked = request())
{
    return *write(asked, Encoding::Cp932);
}

} // namespace madoguchi::test
