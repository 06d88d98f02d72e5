// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/CalibrationFile.h"

#include "faceauth/networks/Files.h"
#include "faceauth/networks/ShallowJson.h"

#include <cmath>
#include <fstream>

namespace madoguchi {

namespace {

constexpr std::size_t kMostTableBytes = 1 << 20;

Fault unfit(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

bool plausible(const std::vector<Thresholds>& rows)
{
    if (rows.empty() || rows.front().shots != 1)
        return false;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!std::isfinite(rows[i].accept) || !std::isfinite(rows[i].ask) ||
            !(rows[i].accept <= rows[i].ask) || (i > 0 && rows[i].shots <= rows[i - 1].shots))
            return false;
    return true;
}

Result<ScoreRule> readRule(const Json& calibration)
{
    std::vector<Thresholds> rows;
    for (const Json& row : calibration.at("thresholds"))
        rows.push_back({.shots = row.at("shots").get<int>(),
                        .accept = row.at("accept").get<double>(),
                        .ask = row.at("ask").get<double>()});
    if (!plausible(rows))
        return unfit("faceauth/calibrationThresholds");
    return ScoreRule{std::move(rows)};
}

} // namespace

Result<ScoreRule> ScoreRule::load(const std::filesystem::path& table, std::string_view modelHash)
{
    const auto bytes = readModelFile(table, kMostTableBytes);
    if (!bytes)
        return bytes.fault();
    try {
        const Json parsed = parseShallow({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
        if (parsed.is_discarded())
            return unfit("faceauth/calibrationTable");
        for (const Json& calibration : parsed.at("calibrations"))
            if (calibration.at("model").get<std::string>() == modelHash)
                return readRule(calibration);
        return unfit("faceauth/noCalibrationForModel");
    } catch (const Json::exception&) {
        return unfit("faceauth/calibrationTable");
    }
}

bool writeCalibration(const std::filesystem::path& file, const Calibration& calibration)
{
    Json entry{{"model", calibration.modelHash}};
    for (const Thresholds& row : calibration.thresholds)
        entry["thresholds"].push_back({{"shots", row.shots}, {"accept", row.accept}, {"ask", row.ask}});
    const Json table{{"about", calibration.about}, {"calibrations", Json::array({entry})}};
    std::ofstream stream{file, std::ios::trunc};
    stream << table.dump() << '\n';
    stream.close();
    return stream.good();
}

} // namespace madoguchi
