// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/Certificate.h"
#include "TestIssuer.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::testing;
using namespace std::chrono;

TEST_CASE("aCertificateIsJudgedByTheDay")
{
    struct Row {
        year_month_day end;
        year_month_day today;
        CertificateState state;
    };
    const Row rows[]{
        {2030y / 5 / 10, 2026y / 11 / 20, CertificateState::Valid},
        {2027y / 2 / 21, 2026y / 11 / 20, CertificateState::Valid},
        {2027y / 2 / 20, 2026y / 11 / 20, CertificateState::EndsSoon},  // three months left
        {2026y / 11 / 20, 2026y / 11 / 20, CertificateState::EndsSoon}, // the last day counts
        {2026y / 11 / 19, 2026y / 11 / 20, CertificateState::InGrace},
        {2026y / 8 / 20, 2026y / 11 / 20, CertificateState::InGrace}, // the last day of grace counts
        {2026y / 8 / 19, 2026y / 11 / 20, CertificateState::Expired},
        {2026y / 11 / 30, 2027y / 2 / 28, CertificateState::InGrace}, // no 30 February: the month's last day
        {2026y / 11 / 30, 2027y / 3 / 1, CertificateState::Expired},
        {2027y / 11 / 30, 2028y / 2 / 29, CertificateState::InGrace},
        {2027y / 2 / 28, 2026y / 11 / 30, CertificateState::EndsSoon},
    };

    for (const auto& row : rows) {
        INFO(static_cast<int>(row.end.year())
             << "-" << static_cast<unsigned>(row.end.month()) << "-" << static_cast<unsigned>(row.end.day()));
        CHECK(certificateState(row.end, row.today) == row.state);
    }
}

TEST_CASE("fillerBehindTheCertificateIsTrimmed")
{
    const auto der = TestIssuer::one().personCertificate(sys_days{2030y / 5 / 10} + 14h + 59min + 59s);

    const auto record = readCertificate(der + Bytes(200, 0xFF), 2026y / 11 / 20);

    REQUIRE(record);
    CHECK(record->certificate == der);
    CHECK(record->certificateEnd == 2030y / 5 / 10);
    CHECK(record->certificateState == CertificateState::Valid);
}

TEST_CASE("theLastDayIsTheOneInJapan")
{
    const auto der = TestIssuer::one().personCertificate(sys_days{2030y / 5 / 10} + 15h);

    const auto record = readCertificate(der, 2026y / 11 / 20);

    REQUIRE(record);
    CHECK(record->certificateEnd == 2030y / 5 / 11);
}

TEST_CASE("aFileOfFillerIsAMissingCertificate")
{
    for (const auto& file : {Bytes(1600, 0xFF), Bytes(1600, 0x00), Bytes{}}) {
        const auto record = readCertificate(file, 2026y / 11 / 20);

        REQUIRE_FALSE(record);
        CHECK(record.fault().code == FaultCode::CertificateMissing);
    }
}

TEST_CASE("whatIsNoCertificateIsRefused")
{
    auto truncated = TestIssuer::one().personCertificate(sys_days{2030y / 5 / 10});
    truncated.resize(truncated.size() - 1);

    for (const auto& file : {truncated, hex("3003020101"), hex("0C0141"), hex("308000000000")}) {
        const auto record = readCertificate(file, 2026y / 11 / 20);

        REQUIRE_FALSE(record);
        CHECK(record.fault().code == FaultCode::CardAnswerInvalid);
    }
}
