// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/Ports.h"

#include "drivers/card/MyNumberCard.h"
#include "drivers/card/PcscSlot.h"
#include "drivers/card/ReaderMemory.h"
#include "drivers/card/ReaderWatch.h"
#include "drivers/central/https/HttpsCentral.h"
#include "drivers/face/CardFaceProcess.h"
#include "drivers/face/FaceProcess.h"
#include "drivers/receipt/oqs/FolderHandOff.h"
#include "drivers/receipt/oqs/ReservationFolder.h"
#include "ephemeral/shared/GroupProgram.h"
#include "foundation/process/StartProgram.h"
#include "services/facetries/FaceTries.h"

#include <fstream>
#include <iterator>

namespace madoguchi {
namespace {

/// Stands in for a central system that cannot even be configured: every question gets that fault.
class NoCentral final : public CentralPort {
public:
    explicit NoCentral(Fault fault) : fault_{fault} {}
    Result<Challenge> challenge() override { return fault_; }
    Result<CentralAnswer> ask(const EligibilityQuery&) override { return fault_; }
    Result<EligibilityAnswer> askByNumber(const NumberQuery&) override { return fault_; }

private:
    Fault fault_;
};

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::optional<TerminalKeys> terminalKeys(const CardSettings& settings)
{
    if (settings.pinlessCertificate.empty() || settings.pinlessKey.empty())
        return std::nullopt;
    const auto certificate = contentOf(settings.pinlessCertificate);
    auto keys =
        TerminalKeys::fromText({certificate.begin(), certificate.end()}, contentOf(settings.pinlessKey));
    return keys ? std::optional{*std::move(keys)} : std::nullopt;
}

/// Without a readable key nobody's card face is believed, which is the safe way to be wrong.
IssuerTrust issuers(const CardSettings& settings)
{
    std::vector<IssuerKeyText> keys;
    for (const auto& file : settings.faceKeys)
        keys.push_back({{}, contentOf(file)});
    auto trust = IssuerTrust::fromText(keys);
    return trust ? *std::move(trust) : IssuerTrust{};
}

MyNumberCardOptions cardOptions(const Settings& settings)
{
    MyNumberCardOptions options;
    options.issuers = issuers(settings.card);
    options.terminal = terminalKeys(settings.card);
    options.securityNumber.keepFromStaff = settings.card.securityNumberReserve;
    return options;
}

std::unique_ptr<CentralPort> central(const Settings& settings)
{
    auto opened = HttpsCentral::open(centralConnection(settings));
    if (!opened)
        return std::make_unique<NoCentral>(opened.fault());
    return *std::move(opened);
}

std::unique_ptr<CardFacePort> cardFace(const Settings& settings)
{
    if (settings.card.faceCamera.empty())
        return nullptr;
    return std::make_unique<CardFaceProcess>(faceProgram(settings.face), settings.file);
}

ReaderRule readerRule(const Settings& settings)
{
    return {settings.card.reader, settings.practice ? VirtualReaders::Taken : VirtualReaders::Refused};
}

bool modelsArePresent(const FaceSettings& settings)
{
    return std::filesystem::exists(settings.models);
}

} // namespace

std::filesystem::path faceProgram(const FaceSettings& settings)
{
    return settings.program.empty() ? programFolder() / "madoguchi-face" : settings.program;
}

struct PortSet::Drivers {
    Drivers(const Settings& settings, const Clock& clock, int previewMemory)
        : slot{readerRule(settings)}, card{slot, readers, clock, cardOptions(settings)},
          presence{{.reader = readerRule(settings)}}, cardFace{madoguchi::cardFace(settings)},
          central{madoguchi::central(settings)}, handOff{receiptFolders(settings), clock},
          face{{.program = faceProgram(settings.face), .settings = settings.file, .preview = previewMemory}},
          tries{settings.face.tries, clock}
    {
        if (!settings.handOff.reservations.empty())
            reservations.emplace(settings.handOff.reservations, settings.institution.code, clock);
    }

    ReaderMemory readers;
    PcscSlot slot;
    MyNumberCard card;
    ReaderWatch presence;
    std::unique_ptr<CardFacePort> cardFace;
    std::unique_ptr<CentralPort> central;
    FolderHandOff handOff;
    FaceProcess face;
    FaceTries tries;
    std::optional<ReservationFolder> reservations;
};

PortSet::PortSet(const Settings& settings, const Clock& clock, int previewMemory)
    : drivers_{std::make_unique<Drivers>(settings, clock, previewMemory)}
{
    abilities_.face = settings.face.enabled && modelsArePresent(settings.face) && terminalKeys(settings.card);
    if (abilities_.face && !drivers_->face.warmUp()) // while the patient before is still being served
        abilities_.face = false;
    abilities_.staffEye = terminalKeys(settings.card).has_value(); // nothing else signs without a PIN
    abilities_.consentItems = settings.consentItems;
    abilities_.cardCamera = drivers_->cardFace != nullptr;
}

PortSet::~PortSet() = default;

VisitPorts PortSet::ports(Clock& clock, ErasurePort& erasure)
{
    return {drivers_->card,
            drivers_->presence,
            drivers_->cardFace.get(),
            drivers_->face,
            *drivers_->central,
            drivers_->handOff,
            clock,
            erasure,
            &drivers_->tries,
            drivers_->reservations ? &*drivers_->reservations : nullptr};
}

void PortSet::recall(const std::vector<ReaderFound>& readers)
{
    for (const auto& found : readers)
        drivers_->readers.recall(found.reader, found.largestAnswer);
}

void PortSet::onReaderFound(std::function<void(const ReaderFound&)> learnt)
{
    drivers_->readers.onShortOnly = [learnt = std::move(learnt)](const std::string& reader,
                                                                 std::uint32_t most) {
        learnt({reader, most});
    };
}

Abilities PortSet::abilities() const
{
    return abilities_;
}

} // namespace madoguchi
