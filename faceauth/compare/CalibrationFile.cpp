// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/CalibrationFile.h"

#include "faceauth/networks/Files.h"
#include "faceauth/networks/ShallowJson.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <optional>

namespace madoguchi {

namespace {

constexpr std::size_t kMostTableBytes = 1 << 22;
constexpr std::size_t kMostCentringBytes = 1 << 22;
constexpr std::size_t kMostNumbers = 2048;
constexpr std::size_t kCentroidsOfFile = 2;
constexpr std::size_t kMostCentroids = 8;

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
    if (!numbers || numbers->size() != size * (kCentroidsOfFile + (whitened ? size : 0)))
        return unfit("faceauth/centringFile");
    Centring centring;
    auto next = numbers->begin();
    for (std::size_t i = 0; i < kCentroidsOfFile; ++i, next += static_cast<std::ptrdiff_t>(size))
        centring.centroids.emplace_back(next, next + static_cast<std::ptrdiff_t>(size));
    centring.transform.assign(next, numbers->end());
    return centring;
}

/// A row of numbers in the table itself.
std::optional<std::vector<float>> readRow(const Json& row, std::size_t size)
{
    std::vector<float> numbers;
    if (!row.is_array() || row.size() != size)
        return std::nullopt;
    for (const Json& number : row) {
        if (!number.is_number() || !std::isfinite(number.get<float>()))
            return std::nullopt;
        numbers.push_back(number.get<float>());
    }
    return numbers;
}

Result<Centring> readInline(const Json& member, std::size_t size)
{
    const Json& centroids = member.at("centroids");
    Centring centring;
    if (!centroids.is_array() || centroids.empty() || centroids.size() > kMostCentroids)
        return unfit("faceauth/calibrationCentroids");
    for (const Json& row : centroids) {
        auto centroid = readRow(row, size);
        if (!centroid)
            return unfit("faceauth/calibrationCentroids");
        centring.centroids.push_back(std::move(*centroid));
    }
    if (!member.contains("transform"))
        return centring;
    auto transform = readRow(member.at("transform"), size * size);
    if (!transform)
        return unfit("faceauth/calibrationTransform");
    centring.transform = std::move(*transform);
    return centring;
}

Result<Centring> readNamed(const std::filesystem::path& directory, const Json& member, std::size_t size)
{
    const auto name = member.at("centring").get<std::string>();
    if (std::filesystem::path{name}.filename() != name)
        return unfit("faceauth/calibrationMember");
    return readCentring(directory / name, size, member.at("whitened").get<bool>());
}

Result<Centring> readMember(const std::filesystem::path& directory, const Json& member)
{
    const auto size = member.at("numbers").get<std::size_t>();
    const auto mean = member.at("mean").get<double>();
    const auto deviation = member.at("deviation").get<double>();
    if (size == 0 || size > kMostNumbers || !std::isfinite(mean) || !std::isfinite(deviation) ||
        !(deviation > 0))
        return unfit("faceauth/calibrationMember");
    auto centring =
        member.contains("centroids") ? readInline(member, size) : readNamed(directory, member, size);
    if (!centring)
        return centring;
    centring->mean = mean;
    centring->deviation = deviation;
    return centring;
}

/// Whether each member has the right value of `key`.
template<typename Value>
bool fits(const Json& calibration, const char* key, const std::vector<Value>& values)
{
    const Json& members = calibration.at("members");
    if (values.empty() || members.size() != values.size())
        return false;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (members.at(i).at(key).get<Value>() != values[i])
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

/// The first calibration of the table that `wanted` says yes to.
Result<ScoreRule> loadWanted(const std::filesystem::path& table,
                             const std::function<bool(const Json&)>& wanted)
{
    const auto bytes = readModelFile(table, kMostTableBytes);
    if (!bytes)
        return bytes.fault();
    try {
        const Json parsed = parseShallow(asText(*bytes));
        if (parsed.is_discarded())
            return unfit("faceauth/calibrationTable");
        for (const Json& calibration : parsed.at("calibrations"))
            if (wanted(calibration))
                return readRule(table.parent_path(), calibration);
        return unfit("faceauth/noCalibrationForModel");
    } catch (const Json::exception&) {
        return unfit("faceauth/calibrationTable");
    }
}

/// Six digits are more than a statistic of faces has.
double shortened(float value)
{
    char text[32];
    (void)std::snprintf(text, sizeof text, "%.6g", static_cast<double>(value));
    return std::strtod(text, nullptr);
}

Json toJson(const std::vector<float>& numbers)
{
    Json row = Json::array();
    for (const float number : numbers)
        row.push_back(shortened(number));
    return row;
}

Json toJson(const std::string& model, const Centring& centring)
{
    Json member{{"model", model},
                {"numbers", centring.centroids.front().size()},
                {"mean", centring.mean},
                {"deviation", centring.deviation}};
    for (const Embedding& centroid : centring.centroids)
        member["centroids"].push_back(toJson(centroid));
    if (!centring.transform.empty())
        member["transform"] = toJson(centring.transform);
    return member;
}

} // namespace

Result<ScoreRule> ScoreRule::load(const std::filesystem::path& table,
                                  const std::vector<std::string>& modelHashes)
{
    return loadWanted(table,
                      [&](const Json& calibration) { return fits(calibration, "model", modelHashes); });
}

Result<ScoreRule> ScoreRule::loadFor(const std::filesystem::path& table,
                                     const std::vector<std::size_t>& numbers)
{
    return loadWanted(table, [&](const Json& calibration) { return fits(calibration, "numbers", numbers); });
}

bool writeCalibration(const std::filesystem::path& file, const Calibration& calibration)
{
    Json entry;
    for (std::size_t i = 0; i < calibration.members.size(); ++i)
        entry["members"].push_back(toJson(calibration.modelHashes[i], calibration.members[i]));
    for (const Thresholds& row : calibration.thresholds)
        entry["thresholds"].push_back({{"shots", row.shots}, {"accept", row.accept}, {"ask", row.ask}});
    const Json table{{"about", calibration.about}, {"calibrations", Json::array({entry})}};
    std::ofstream stream{file, std::ios::trunc};
    stream << table.dump() << '\n';
    stream.close();
    return stream.good();
}

} // namespace madoguchi
