// SPDX-License-Identifier: Apache-2.0
// The real drivers (or, in practice mode, the simulators that the settings name) behind the ports of one
// visit.
#pragma once

#include "domain/visit/Visit.h"
#include "domain/visit/VisitPorts.h"
#include "formats/status/VisitMessages.h"
#include "services/settings/Settings.h"

#include <functional>
#include <memory>
#include <vector>

namespace madoguchi {

/// The program that looks at faces, cards and chip photos.
[[nodiscard]] std::filesystem::path faceProgram(const FaceSettings& settings);

class PortSet {
public:
    /// Opens nothing that could hold a patient up: connections are made when the visit asks. A driver that
    /// cannot be had (a missing certificate, a missing model) becomes a port that answers with that fault.
    PortSet(const Settings& settings, const Clock& clock, int previewMemory);
    ~PortSet();

    [[nodiscard]] VisitPorts ports(Clock& clock, ErasurePort& erasure);

    /// What visits before this one have found out about the readers.
    void recall(const std::vector<ReaderFound>& readers);
    /// `learnt` is told what this one finds out, on a thread of the card's.
    void onReaderFound(std::function<void(const ReaderFound&)> learnt);

    /// What these drivers can offer a patient.
    [[nodiscard]] Abilities abilities() const;

private:
    struct Drivers;
    std::unique_ptr<Drivers> drivers_;
    Abilities abilities_;
};

} // namespace madoguchi
