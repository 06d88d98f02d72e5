// SPDX-License-Identifier: Apache-2.0
// ChartPort over the charts of the practice receipt computer: a JSON list beside its folders. No public
// interface of a real receipt computer offers its charts; a real source is another implementation of the
// port.
//
//   [{"number":"00123","name":"…","kana":"…","birth":"19700102","sex":"2","insurer":"06139992","symbol":"…",
//     "id":"…","branch":"02","post":"…","address":"…"}]      every key but number may be absent
#pragma once

#include "domain/ports/ChartPort.h"
#include "domain/record/Chart.h"

#include <filesystem>

namespace madoguchi {

class ChartFile final : public ChartPort {
public:
    /// `staging` on the same volume, outside what the receipt computer watches.
    ChartFile(std::filesystem::path file, std::filesystem::path staging);

    /// Charts of that 照会番号, or else of that birth date and kana name; most recent order of the file.
    Result<std::vector<Chart>> candidates(const Qualification& received) override;

    Result<void> write(const Chart& chart) override;

private:
    [[nodiscard]] Result<std::vector<Chart>> load() const;

    std::filesystem::path file_, staging_;
};

} // namespace madoguchi
