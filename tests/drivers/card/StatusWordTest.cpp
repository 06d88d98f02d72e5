// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/StatusWord.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

using enum FaultCode;

constexpr Asked kEveryQuestion[]{
    Asked::SelectJpki,
    Asked::SelectSurface,
    Asked::SelectCardInfo,
    Asked::SelectIssuerDomain,
    Asked::Read,
    Asked::ReadCertificate,
    Asked::QueryTries,
    Asked::VerifyPin,
    Asked::VerifySecurityNumber,
    Asked::Sign,
    Asked::AuthenticateTerminal,
};

/// Every status word these cards and their readers are known to answer with.
constexpr StatusWord kEveryWord[]{
    0x63C0, 0x63C1, 0x63C2, 0x63C3, 0x63C9, 0x63CA, 0x6300, 0x6282, 0x6400, 0x6581, 0x66F1, 0x6700,
    0x6881, 0x6882, 0x6981, 0x6982, 0x6983, 0x6984, 0x6985, 0x6986, 0x6988, 0x69FC, 0x6A80, 0x6A81,
    0x6A82, 0x6A86, 0x6A87, 0x6A88, 0x6B00, 0x6C03, 0x6110, 0x6D00, 0x6E00, 0x6F00,
};

} // namespace

TEST_CASE("eachWordMeansWhatTheQuestionMakesOfIt")
{
    struct Row {
        StatusWord status;
        Asked asked;
        FaultCode code;
    };
    constexpr Row rows[]{
        {0x6A82, Asked::SelectJpki, NotMyNumberCard},
        {0x6A81, Asked::SelectJpki, NotMyNumberCard},
        {0x6D00, Asked::SelectJpki, NotMyNumberCard},
        {0x6E00, Asked::SelectJpki, NotMyNumberCard},
        {0x6999, Asked::SelectJpki, NotMyNumberCard},
        {0x6A82, Asked::SelectSurface, PhoneToken},
        {0x6A82, Asked::SelectCardInfo, CardAnswerInvalid},
        {0x6A82, Asked::ReadCertificate, CertificateMissing},
        {0x6982, Asked::ReadCertificate, PhoneToken},
        {0x6A82, Asked::Read, CardAnswerInvalid},
        {0x6700, Asked::Read, CardAnswerInvalid},
        {0x63C2, Asked::VerifyPin, PinWrong},
        {0x63C0, Asked::VerifyPin, PinLocked},
        {0x6983, Asked::VerifyPin, PinLocked},
        {0x6984, Asked::VerifyPin, PinLocked},
        {0x6300, Asked::VerifyPin, CardAnswerInvalid},
        {0x63C9, Asked::VerifySecurityNumber, SecurityNumberWrong},
        {0x63C0, Asked::VerifySecurityNumber, SecurityNumberLocked},
        {0x6984, Asked::VerifySecurityNumber, SecurityNumberLocked},
        {0x6982, Asked::Sign, CardBusy},
        {0x6985, Asked::Sign, CardAnswerInvalid},
        {0x6984, Asked::Sign, CardAnswerInvalid},
        {0x6D00, Asked::AuthenticateTerminal, PinlessNotAvailable},
        {0x6982, Asked::AuthenticateTerminal, PinlessNotAvailable},
        {0x6F00, Asked::SelectJpki, CardUnreadable},
        {0x6581, Asked::Sign, CardUnreadable},
    };

    for (const auto& row : rows) {
        INFO(std::hex << row.status << " after question " << static_cast<int>(row.asked));
        CHECK(statusFault(row.status, row.asked, "test").code == row.code);
    }
}

TEST_CASE("aWrongSecretCarriesTheTriesLeft")
{
    const auto pin = statusFault(0x63C2, Asked::VerifyPin, "test");
    const auto number = statusFault(0x63C9, Asked::VerifySecurityNumber, "test");

    CHECK(pin == Fault{PinWrong, FaultSpace::None, 2, "test"});
    CHECK(number == Fault{SecurityNumberWrong, FaultSpace::None, 9, "test"});
}

TEST_CASE("everyKnownWordHasAMeaningForEveryQuestion")
{
    for (const auto asked : kEveryQuestion) {
        for (const auto status : kEveryWord) {
            INFO(std::hex << status << " after question " << static_cast<int>(asked));
            const auto fault = statusFault(status, asked, "test");
            CHECK(fault.code != Internal);
            CHECK((fault.code >= CardUnreadable && fault.code <= PinlessNotAvailable));
            CHECK((fault.space == FaultSpace::StatusWord ? fault.value == status : fault.value <= 15));
        }
    }
}

TEST_CASE("onlyCountersTellHowManyTriesAreLeft")
{
    CHECK(triesLeftIn(0x63C3) == 3);
    CHECK(triesLeftIn(0x63C0) == 0);
    CHECK(triesLeftIn(0x63CA) == 10);
    CHECK(triesLeftIn(0x6983) == 0);
    CHECK(triesLeftIn(0x6984) == 0);
    CHECK_FALSE(triesLeftIn(0x9000));
    CHECK_FALSE(triesLeftIn(0x6300));
    CHECK_FALSE(triesLeftIn(0x6982));
}
