// SPDX-License-Identifier: Apache-2.0
// ScoreRule::load: the calibration table and the statistics it names.
#include "faceauth/Files.h"
#include "faceauth/ScoreRule.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace madoguchi {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostTableBytes = 1 << 16;
constexpr std::size_t kMostCentringBytes = 1 << 22;
constexpr std::size_t kMostNumbers = 2048;
constexpr std::size_t kCentroids = 2;

Fault unfit(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

/// Numbers of one line, separated by spaces. False when something else stands there.
bool appendNumbers(std::string_view line, std::vector<float>& numbers)
{
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.empty())
            return true;
        float value = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
        if (error != std::errc{} || !std::isfinite(value))
            return false;
        numbers.push_back(value);
        line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    }
}

/// All numbers of a text file whose lines that begin with # are remarks.
std::optional<std::vector<float>> readNumbers(std::string_view text)
{
    std::vector<float> numbers;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (!line.starts_with('#') && !appendNumbers(line, numbers))
            return std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return numbers;
}

std::string_view asText(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Centroids first, then the transform's rows.
Result<Centring> readCentring(const std::filesystem::path& file, std::size_t size, bool whitened)
{
    const auto bytes = readModelFile(file, kMostCentringBytes);
    if (!bytes)
        return bytes.fault();
    const auto numbers = readNumbers(asText(*bytes));
    if (!numbers || numbers->size() != size * (kCentroids + (whitened ? size : 0)))
        return unfit("faceauth/centringFile");
    Centring centring;
    auto next = numbers->begin();
    for (std::size_t i = 0; i < kCentroids; ++i, next += static_cast<std::ptrdiff_t>(size))
        centring.centroids.emplace_back(next, next + static_cast<std::ptrdiff_t>(size));
    centring.transform.assign(next, numbers->end());
    return centring;
}

Result<Centring> readMember(const std::filesystem::path& directory, const Json& member)
{
    const auto size = member.at("numbers").get<std::size_t>();
    const auto name = member.at("centring").get<std::string>();
    const auto deviation = member.at("deviation").get<double>();
    if (size == 0 || size > kMostNumbers || std::filesystem::path{name}.filename() != name ||
        !(deviation > 0))
        return unfit("faceauth/calibrationMember");
    auto centring = readCentring(directory / name, size, member.at("whitened").get<bool>());
    if (!centring)
        return centring;
    centring->mean = member.at("mean").get<double>();
    centring->deviation = deviation;
    return centring;
}

bool belongsTo(const Json& calibration, const std::vector<std::string>& modelHashes)
{
    const Json& members = calibration.at("members");
    if (members.size() != modelHashes.size())
        return false;
    for (std::size_t i = 0; i < modelHashes.size(); ++i)
        if (members.at(i).at("model").get<std::string>() != modelHashes[i])
            return false;
    return true;
}

bool plausible(const std::vector<Thresholds>& rows)
{
    if (rows.empty() || rows.front().shots != 1)
        return false;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!(rows[i].accept <= rows[i].ask) || (i > 0 && rows[i].shots <= rows[i - 1].shots))
            return false;
    return true;
}

std::vector<Thresholds> readThresholds(const Json& json)
{
    std::vector<Thresholds> rows;
    for (const Json& row : json)
        rows.push_back({.shots = row.at("shots").get<int>(),
                        .accept = row.at("accept").get<double>(),
                        .ask = row.at("ask").get<double>()});
    return rows;
}

Result<ScoreRule> readRule(const std::filesystem::path& directory, const Json& calibration)
{
    std::vector<Centring> members;
    for (const Json& member : calibration.at("members")) {
        auto centring = readMember(directory, member);
        if (!centring)
            return centring.fault();
        members.push_back(std::move(*centring));
    }
    auto thresholds = readThresholds(calibration.at("thresholds"));
    if (!plausible(thresholds))
        return unfit("faceauth/calibrationThresholds");
    return ScoreRule{std::move(members), std::move(thresholds)};
}

} // namespace

Result<ScoreRule> ScoreRule::load(const std::filesystem::path& table,
                                  const std::vector<std::string>& modelHashes)
{
    const auto bytes = readModelFile(table, kMostTableBytes);
    if (!bytes)
        return bytes.fault();
    try {
        const Json parsed = Json::parse(bytes->begin(), bytes->end());
        for (const Json& calibration : parsed.at("calibrations"))
            if (!modelHashes.empty() && belongsTo(calibration, modelHashes))
                return readRule(table.parent_path(), calibration);
        return unfit("faceauth/noCalibrationForModel");
    } catch (const Json::exception&) {
        return unfit("faceauth/calibrationTable");
    }
}

} // namespace madoguchi
