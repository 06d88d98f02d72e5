// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PcscTransport.h"
#include "FakePcsc.h"
#include "drivers/card/PcscSlot.h"

#include <catch2/catch.hpp>
#include <reader.h>
#include <winscard.h>

using namespace madoguchi;
using namespace madoguchi::testing;

namespace {

const std::string kReader = "Patient Reader 00 00";

struct Fixture {
    FakePcsc& pcsc = FakePcsc::instance();

    Fixture()
    {
        pcsc.reset();
        pcsc.plugIn(kReader);
        pcsc.insert(kReader);
    }

    std::unique_ptr<CardTransport> connected()
    {
        auto transport = PcscSlot{""}.connect();
        REQUIRE(transport);
        return std::move(*transport);
    }

    /// Arguments of all calls of one function.
    std::vector<long> arguments(const std::string& function)
    {
        std::vector<long> list;
        for (const auto& call : pcsc.calls()) {
            if (call.name == function)
                list.push_back(call.argument);
        }
        return list;
    }

    Fault faultOfTransmit(const Bytes& command = {0x00, 0xB0, 0x88, 0x00, 0x00})
    {
        const auto transport = connected();
        const auto answer = transport->transmit(command);
        REQUIRE_FALSE(answer);
        return answer.fault();
    }
};

const std::vector<long> kT1First{SCARD_PROTOCOL_T1};
const std::vector<long> kThenAny{SCARD_PROTOCOL_T1, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1};

} // namespace

TEST_CASE_METHOD(Fixture, "bytesGoOutAndComeBack")
{
    pcsc.answer = Bytes(20000, 0x5A);
    const auto transport = connected();

    const auto answer = transport->transmit(Bytes{0x00, 0xB0, 0x82, 0x00, 0x00, 0x00, 0x00});

    REQUIRE(answer);
    CHECK(*answer == pcsc.answer);
    CHECK(pcsc.command == Bytes{0x00, 0xB0, 0x82, 0x00, 0x00, 0x00, 0x00});
    CHECK(arguments("Connect") == kT1First);
    CHECK(arguments("Transmit") == kT1First);
    CHECK(transport->readerName() == kReader);
}

TEST_CASE_METHOD(Fixture, "aReaderWithoutT1IsTakenAsItIs")
{
    pcsc.failNext("Connect", SCARD_E_PROTO_MISMATCH);
    pcsc.protocol = SCARD_PROTOCOL_T0;
    pcsc.answer = {0x90, 0x00};

    const auto transport = connected();
    (void)transport->transmit(Bytes{0x00, 0xB0, 0x88, 0x00, 0x00});

    CHECK(arguments("Connect") == kThenAny);
    CHECK(arguments("Transmit") == std::vector<long>{SCARD_PROTOCOL_T0});
}

TEST_CASE_METHOD(Fixture, "aHandleIsClosedOnceAndWithItsTransaction")
{
    {
        const auto transport = connected();
        REQUIRE(transport->beginTransaction());
        REQUIRE(transport->beginTransaction());
        transport->disconnect(CardTransport::Parting::PowerOff);
        transport->disconnect(CardTransport::Parting::Leave);
    }

    CHECK(pcsc.count("BeginTransaction") == 1);
    CHECK(arguments("EndTransaction") == std::vector<long>{SCARD_LEAVE_CARD});
    CHECK(arguments("Disconnect") == std::vector<long>{SCARD_UNPOWER_CARD});
    CHECK(pcsc.count("EstablishContext") == pcsc.count("ReleaseContext"));
}

TEST_CASE_METHOD(Fixture, "theDestructorLeavesTheCard")
{
    connected();

    CHECK(arguments("Disconnect") == std::vector<long>{SCARD_LEAVE_CARD});
    CHECK(pcsc.count("ReleaseContext") == 1);
}

TEST_CASE_METHOD(Fixture, "faultsOfTheWireAreTranslated")
{
    pcsc.failNext("Transmit", SCARD_W_RESET_CARD);
    CHECK(faultOfTransmit() == Fault{FaultCode::CardBusy, FaultSpace::Pcsc, 0x80100068, "card/transmit"});
    pcsc.failNext("Transmit", SCARD_W_REMOVED_CARD);
    CHECK(faultOfTransmit().code == FaultCode::CardRemoved);
    pcsc.failNext("Transmit", SCARD_E_NO_SERVICE);
    CHECK(faultOfTransmit().code == FaultCode::ReaderServiceStopped);
}

TEST_CASE_METHOD(Fixture, "aCardThatLeftIsNoticed")
{
    const auto transport = connected();

    pcsc.remove(kReader);

    CHECK(transport->cardWentAway());
}

TEST_CASE_METHOD(Fixture, "aReaderThatLeftTookItsCardAlong")
{
    const auto transport = connected();

    pcsc.unplug(kReader);

    CHECK(transport->cardWentAway());
}

TEST_CASE_METHOD(Fixture, "aReaderMayTellItsLargestApdu")
{
    pcsc.controls = {{CM_IOCTL_GET_FEATURE_REQUEST, {0x12, 0x04, 0x42, 0x33, 0x00, 0x12}},
                     {0x42330012, {0x0A, 0x04, 0x00, 0x00, 0x01, 0x00}}};

    CHECK(connected()->maxApduData() == 65536U);
}

TEST_CASE_METHOD(Fixture, "aReaderThatTellsNothingIsNoFault")
{
    CHECK_FALSE(connected()->maxApduData());
}

TEST_CASE_METHOD(Fixture, "theSlotSaysWhyThereIsNoCard")
{
    pcsc.remove(kReader);
    CHECK(PcscSlot{""}.connect().fault().code == FaultCode::CardRemoved);
    CHECK(PcscSlot{"Other Reader"}.connect().fault().code == FaultCode::ReaderMissing);

    pcsc.unplug(kReader);
    CHECK(PcscSlot{""}.connect().fault().code == FaultCode::ReaderMissing);

    pcsc.stopService();
    CHECK(PcscSlot{""}.connect().fault().code == FaultCode::ReaderServiceStopped);
}

TEST_CASE_METHOD(Fixture, "aCardHeldByAnotherProgramIsBusy")
{
    pcsc.failNext("Connect", SCARD_E_SHARING_VIOLATION);

    CHECK(PcscSlot{""}.connect().fault().code == FaultCode::CardBusy);
}

TEST_CASE_METHOD(Fixture, "aMuteCardIsUnreadable")
{
    pcsc.failNext("Connect", SCARD_W_UNRESPONSIVE_CARD);

    CHECK(PcscSlot{""}.connect().fault().code == FaultCode::CardUnreadable);
}
