// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/ChartFile.h"

#include "domain/eligibility/NameKey.h"
#include "drivers/receipt/oqs/FileFaults.h"
#include "drivers/receipt/oqs/StagedFile.h"
#include "foundation/base/UniqueFd.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>

#include <fcntl.h>

namespace madoguchi {
namespace {

using nlohmann::json;

constexpr std::size_t kLargest = std::size_t{4} << 20U;
constexpr std::array<const char*, kChartFields> kKeys{"name",   "kana", "birth",  "sex",  "insurer",
                                                      "symbol", "id",   "branch", "post", "address"};

Fault invalid()
{
    return {FaultCode::MessageInvalid, FaultSpace::None, 0, "handoff/charts"};
}

std::optional<Chart> chartOf(const json& object)
{
    const auto text = [&](const char* key) -> std::optional<std::string> {
        const auto found = object.find(key);
        if (found == object.end())
            return std::string{};
        return found->is_string() ? std::optional{found->get<std::string>()} : std::nullopt;
    };
    Chart chart;
    const auto number = object.is_object() ? text("number") : std::nullopt;
    if (!number || number->empty())
        return std::nullopt;
    chart.patientNumber = *number;
    for (std::size_t i = 0; i < kChartFields; ++i) {
        auto value = text(kKeys[i]);
        if (!value)
            return std::nullopt;
        chart.values[i] = *std::move(value);
    }
    return chart;
}

json objectOf(const Chart& chart)
{
    json object{{"number", chart.patientNumber}};
    for (std::size_t i = 0; i < kChartFields; ++i)
        if (!chart.values[i].empty())
            object[kKeys[i]] = chart.values[i];
    return object;
}

bool sameBirthAndKana(const Chart& chart, const Qualification& received)
{
    return !received.birthdate.empty() && chart[ChartField::Birth] == received.birthdate &&
           !received.nameKana.empty() &&
           looseKanaKey(chart[ChartField::Kana]) == looseKanaKey(received.nameKana);
}

} // namespace

ChartFile::ChartFile(std::filesystem::path file, std::filesystem::path staging)
    : file_{std::move(file)}, staging_{std::move(staging)}
{
}

Result<std::vector<Chart>> ChartFile::load() const
{
    std::ifstream stream{file_, std::ios::binary};
    if (!stream)
        return fileFault(ENOENT, "handoff/charts");
    std::string text(kLargest + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    const auto list = json::parse(text, nullptr, false);
    if (text.size() > kLargest || !list.is_array())
        return invalid();
    std::vector<Chart> charts;
    for (const auto& object : list) {
        auto chart = chartOf(object);
        if (!chart)
            return invalid();
        charts.push_back(*std::move(chart));
    }
    return charts;
}

Result<std::vector<Chart>> ChartFile::candidates(const Qualification& received)
{
    auto charts = load();
    if (!charts)
        return charts;
    const auto keep = [&](auto wanted) {
        std::vector<Chart> kept;
        std::ranges::copy_if(*charts, std::back_inserter(kept), wanted);
        return kept;
    };
    auto known = keep([&](const Chart& chart) {
        return !received.referenceNumber.empty() && chart.patientNumber == received.referenceNumber;
    });
    if (!known.empty())
        return known;
    return keep([&](const Chart& chart) { return sameBirthAndKana(chart, received); });
}

Result<void> ChartFile::write(const Chart& chart)
{
    auto charts = load();
    if (!charts)
        return charts.fault();
    const auto found = std::ranges::find(*charts, chart.patientNumber, &Chart::patientNumber);
    if (found == charts->end())
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "handoff/chartIsGone"};
    *found = chart;
    json list = json::array();
    for (const auto& each : *charts)
        list.push_back(objectOf(each));

    const auto part = staging_ / (file_.filename().string() + ".madoguchi-part");
    const auto text = list.dump(1);
    const UniqueFd file{open(part.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0660)};
    if (!file.valid())
        return fileFault(errno, "handoff/charts");
    if (const int error = writeAndSync(file.value(), text); error != 0)
        return fileFault(error, "handoff/charts");
    return rename(part.c_str(), file_.c_str()) == 0 ? Result<void>{}
                                                    : Result<void>{fileFault(errno, "handoff/charts")};
}

} // namespace madoguchi
