// SPDX-License-Identifier: Apache-2.0
#include "drivers/central/https/HttpsCentral.h"
#include "drivers/receipt/oqs/ChartFile.h"
#include "ephemeral/shared/GroupProgram.h"
#include "ephemeral/visit/ChartDesk.h"

namespace madoguchi {
namespace {

ReferenceNumberRegistration registrationOf(const Chart& chart, const Qualification& q)
{
    ReferenceNumberRegistration registration;
    registration.entries = {{chart.patientNumber, q.insurerNumber, q.symbol, q.number, q.branch}};
    return registration;
}

Result<void> registerNumber(const Settings& settings, const Chart& chart, const Qualification& received)
{
    auto central = HttpsCentral::open(centralConnection(settings));
    if (!central)
        return central.fault();
    const auto answer = (*central)->registerReferenceNumber(registrationOf(chart, received));
    if (!answer)
        return answer.fault();
    if (answer->segmentOfResult != "1" || answer->processingStatus != "1")
        return Fault{FaultCode::CentralRefused, FaultSpace::None, 0, "visit/referenceNumber"};
    return {};
}

} // namespace

ChartSources chartSources(const Settings& settings)
{
    ChartSources sources;
    if (!settings.handOff.charts.empty())
        sources.charts = std::make_unique<ChartFile>(settings.handOff.charts, settings.handOff.staging);
    if (!settings.referenceNumber.links.empty())
        sources.links.emplace(settings.referenceNumber.links);
    if (settings.referenceNumber.enabled)
        sources.reference = [settings](const Chart& chart, const Qualification& received) {
            return registerNumber(settings, chart, received);
        };
    return sources;
}

} // namespace madoguchi
