// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/MyNumberCard.h"

#include "drivers/card/CardFaceProof.h"
#include "drivers/card/CardInfoApplication.h"
#include "drivers/card/Certificate.h"
#include "drivers/card/Cleansed.h"
#include "drivers/card/JpkiApplication.h"
#include "drivers/card/PcscFault.h"
#include "drivers/card/SurfaceApplication.h"
#include "foundation/base/CivilDate.h"

#include <openssl/rand.h>
#include <utility>

namespace madoguchi {
namespace {

constexpr Aid kIssuerDomain{{0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00}, 7};
constexpr std::size_t kNonceSize = 32;

Fault fault(FaultCode code, std::string_view where)
{
    return {code, FaultSpace::None, 0, where};
}

Result<Bytes> freshNonce()
{
    Bytes nonce(kNonceSize);
    if (RAND_bytes(nonce.data(), static_cast<int>(nonce.size())) != 1)
        return fault(FaultCode::Internal, "card/nonce");
    return nonce;
}

} // namespace

MyNumberCard::MyNumberCard(CardSlot& slot, ReaderMemory& memory, const Clock& clock,
                           MyNumberCardOptions settings)
    : slot_{slot}, memory_{memory}, clock_{clock}, settings_{std::move(settings)}
{
}

MyNumberCard::~MyNumberCard()
{
    release();
}

/// Runs a step on the connected card and keeps the books of the wire.
template<typename Step>
auto MyNumberCard::withCard(Step step) -> decltype(step(std::declval<Connection&>()))
{
    if (!card_)
        return fault(FaultCode::CardRemoved, "card/notConnected");
    auto result = step(*card_);
    statistics_ = card_->session.statistics();
    return result;
}

Result<CardRecord> MyNumberCard::read()
{
    release();
    auto transport = slot_.connect();
    if (!transport)
        return transport.fault();
    card_.emplace(std::move(*transport), memory_);
    return withCard([this](Connection& card) { return readFrom(card); });
}

Result<CardRecord> MyNumberCard::readFrom(Connection& card)
{
    JpkiApplication jpki{card.session};
    if (const auto selected = jpki.select(); !selected)
        return selected.fault();
    const auto file = jpki.certificateFile();
    if (!file)
        return file.fault();
    auto record = readCertificate(*file, civilDay(clock_.wallTime()));
    if (record)
        certificateKey_ = RsaPublicKey::fromCertificate(record->certificate);
    return record;
}

Result<PinTries> MyNumberCard::pinTries()
{
    return withCard([](Connection& card) -> Result<PinTries> {
        card.pinVerified = false; // asking closes what may still be open
        JpkiApplication jpki{card.session};
        if (const auto selected = jpki.selectIfLeft(); !selected)
            return selected.fault();
        return jpki.pinTries();
    });
}

Result<void> MyNumberCard::verifyPin(PinDigits pin)
{
    const Cleansed cleansed{pin};
    return withCard([&](Connection& card) -> Result<void> {
        if (const auto begun = card.session.beginTransaction(); !begun)
            return begun.fault();
        JpkiApplication jpki{card.session};
        if (const auto selected = jpki.selectIfLeft(); !selected)
            return selected.fault();
        const auto verified = jpki.verifyPin(pin);
        card.pinVerified = verified.ok();
        return verified;
    });
}

Result<ChipPortrait> MyNumberCard::readPortrait(SecurityNumber number, NumberSource source)
{
    const Cleansed cleansed{number};
    if (!isPlausible(number))
        return fault(FaultCode::SecurityNumberWrong, "card/securityNumber/format");
    return withCard([&](Connection& card) { return portraitFrom(card, number, source); });
}

/// Everything that can be known for nothing is looked at before a try is spent.
Result<void> MyNumberCard::openFace(Connection& card, std::string_view number, NumberSource source)
{
    const auto expiry = CardInfoApplication{card.session}.expiry();
    if (!expiry && expiry.fault().space == FaultSpace::Pcsc)
        return expiry.fault();
    if (expiry && !expiresIn(number, expiry->year()))
        return fault(FaultCode::SecurityNumberWrong, "card/securityNumber/expiry");

    SurfaceApplication surface{card.session};
    if (const auto selected = surface.select(); !selected)
        return selected.fault();
    if (!expiry && source == NumberSource::Camera) // unchecked, only a person may risk a try
        return expiry.fault();
    const auto tries = surface.tries();
    if (!tries)
        return tries.fault();
    if (*tries == 0)
        return fault(FaultCode::SecurityNumberLocked, "card/securityNumber/tries");
    if (!maySpendTry(settings_.securityNumber, source, *tries))
        return Fault{FaultCode::SecurityNumberLow, FaultSpace::None, *tries, "card/securityNumber/tries"};
    if (source == NumberSource::Camera && std::exchange(card.cameraTried, true))
        return fault(FaultCode::SecurityNumberWrong, "card/securityNumber/cameraAgain");
    return surface.open(number);
}

Result<ChipPortrait> MyNumberCard::portraitFrom(Connection& card, std::string_view number,
                                                NumberSource source)
{
    card.pinVerified = false; // another application will be selected
    if (const auto begun = card.session.beginTransaction(); !begun)
        return begun.fault();
    if (const auto opened = openFace(card, number, source); !opened)
        return opened.fault();

    SurfaceApplication surface{card.session};
    auto face = surface.faceFile();
    if (!face)
        return face.fault();
    auto issuer = surface.issuerCertificateFile();
    if (!issuer)
        return issuer.fault();
    auto nonce = freshNonce();
    if (!nonce)
        return nonce.fault();
    auto signature = surface.signNonce(*nonce);
    if (!signature)
        return signature.fault();
    return provenPortrait({std::move(*face), std::move(*issuer), std::move(*nonce), std::move(*signature)},
                          settings_.issuers);
}

Result<Bytes> MyNumberCard::sign(const Bytes& subject, Method method)
{
    return withCard([&](Connection& card) { return signWith(card, subject, method); });
}

Result<Bytes> MyNumberCard::signWith(Connection& card, const Bytes& subject, Method method)
{
    if (method == Method::Pin && !card.pinVerified)
        return fault(FaultCode::Internal, "card/sign/noPin");
    if (method != Method::Pin) {
        if (const auto unlocked = unlockWithoutPin(card); !unlocked)
            return unlocked.fault();
    }
    auto signature = JpkiApplication{card.session}.sign(subject);
    // A certificate with a key of another kind (a future card's) is left to the central system to judge.
    if (signature && certificateKey_ && !certificateKey_->verifies(subject, *signature))
        return fault(FaultCode::CardCloned, "card/sign/check");
    return signature;
}

Result<void> MyNumberCard::unlockWithoutPin(Connection& card)
{
    if (!settings_.terminal)
        return fault(FaultCode::PinlessNotAvailable, "card/sign/noTerminalKeys");
    if (const auto begun = card.session.beginTransaction(); !begun)
        return begun.fault();
    if (const auto selected = JpkiApplication{card.session}.selectIfLeft(); !selected)
        return selected.fault();
    return authenticateTerminal(card.session, *settings_.terminal);
}

void MyNumberCard::release()
{
    if (!card_)
        return;
    const auto left = withCard([](Connection& card) {
        return card.session.select(kIssuerDomain, Asked::SelectIssuerDomain, "card/release");
    });
    card_->transport->disconnect(left ? CardTransport::Parting::Leave : CardTransport::Parting::PowerOff);
    card_.reset();
    certificateKey_.reset();
}

} // namespace madoguchi
