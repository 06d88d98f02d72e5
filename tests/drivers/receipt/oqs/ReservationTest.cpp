// SPDX-License-Identifier: Apache-2.0
// Who of today's patients is booked, by lists that the receipt computer has asked in advance.
#include "Folders.h"
#include "domain/eligibility/ReservationMatch.h"
#include "drivers/receipt/oqs/ReservationFolder.h"
#include "tests/SampleAnswer.h"

#include "formats/oqs/BulkAnswer.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>

using namespace madoguchi;

namespace {

constexpr const char* kInstitution = "1319999991";

using sample::hanako;

Qualification changed(Qualification q, std::string Qualification::*field, const std::string& value)
{
    q.*field = value;
    return q;
}

EligibilityAnswer answerFor(const Qualification& q, Validity validity = Validity::Valid)
{
    auto answer = sample::validAnswer(q);
    answer.validity = validity;
    return answer;
}

BulkUnit line(const Qualification& q, std::optional<Validity> validity = Validity::Valid)
{
    BulkUnit unit;
    unit.processingStatus = validity ? "1" : "2";
    unit.validity = validity;
    unit.results = {q};
    return unit;
}

/// As asked, without anybody found.
BulkUnit askedOnly(const Qualification& q, std::optional<Validity> validity)
{
    auto unit = line(q, validity);
    unit.results.clear();
    unit.asked = q;
    unit.asked.nameKana.clear();
    return unit;
}

std::string listOf(std::vector<BulkUnit> units, const std::string& made = "20261119190000",
                   const std::string& day = "", const std::string& institution = kInstitution)
{
    const BulkAnswer list{made, day, institution, "000000000007", "1", std::move(units)};
    auto bytes = write(list, Encoding::Utf8);
    REQUIRE(bytes);
    return *std::move(bytes);
}

/// A folder of lists beside the clinic's others. Today is 2026-11-20.
class Lists : public Folders {
public:
    Lists() { std::filesystem::create_directory(root / "booked"); }

    void lay(const std::string& name, const std::string& bytes) const { put(root / "booked" / name, bytes); }
    [[nodiscard]] Result<ReservationFound> find(const EligibilityAnswer& answer)
    {
        return ReservationFolder{root / "booked", kInstitution, clock}.find(answer);
    }

    FixedClock clock;
};

} // namespace

TEST_CASE("whatTheListSaidOfABookedPatientIsTheFlag")
{
    const auto today = answerFor(hanako());
    const auto moved = answerFor(changed(hanako(), &Qualification::number, "9990001"));

    CHECK(reservationOf(today, {line(hanako())}) == Reservation::Confirmed);
    CHECK(reservationOf(moved, {line(hanako())}) == Reservation::Changed);
    CHECK(reservationOf(answerFor(hanako(), Validity::Invalid), {line(hanako())}) == Reservation::Changed);
    CHECK(reservationOf(today, {line(hanako(), Validity::Invalid)}) == Reservation::WasInvalid);
    CHECK(reservationOf(today, {line(hanako(), Validity::InvalidNewerExists)}) == Reservation::WasInvalid);
    CHECK(reservationOf(today, {askedOnly(hanako(), Validity::NotFound)}) == Reservation::WasUnchecked);
    CHECK(reservationOf(today, {askedOnly(hanako(), std::nullopt)}) == Reservation::WasUnchecked);
    CHECK(reservationOf(today, {}) == std::nullopt);
}

TEST_CASE("aPersonIsFoundByMoreThanOneFact")
{
    const auto today = answerFor(hanako());
    const auto found = [&](const Qualification& listed) {
        return reservationOf(today, {line(listed)}).has_value();
    };

    CHECK(found(changed(hanako(), &Qualification::nameKana, "カクウ　ハナコ")));
    CHECK(found(changed(hanako(), &Qualification::number, "１２３")));    // by kana and birth date
    CHECK(found(changed(hanako(), &Qualification::nameKana, "ﾐﾎﾝ ﾊﾅｺ"))); // by number and birth date
    CHECK_FALSE(found(changed(hanako(), &Qualification::birthdate, "19880413")));
    CHECK_FALSE(found(changed(changed(hanako(), &Qualification::nameKana, "ｶｸｳ ﾕﾘ"), &Qualification::branch,
                              "03"))); // her twin
    CHECK_FALSE(found(changed(changed(hanako(), &Qualification::number, "1"), &Qualification::sex1, "1")));
    CHECK(reservationOf(EligibilityAnswer{}, {line(hanako())}) == std::nullopt);
}

TEST_CASE("theClinicsOwnNumberDecidesWhereBothHaveOne")
{
    auto today = answerFor(hanako());
    today.results.front().referenceNumber = "00123";
    auto hers = line(changed(hanako(), &Qualification::nameKana, "ﾐﾎﾝ ﾊﾅｺ"));
    hers.referenceNumbers = {"00123"};
    auto anothers = line(hanako());
    anothers.referenceNumbers = {"00124"};

    CHECK(reservationOf(today, {hers}) == Reservation::Confirmed);
    CHECK(reservationOf(today, {anothers}) == std::nullopt);
}

TEST_CASE("twoLinesThatCouldBothBeHerAreNeitherAndOneNumbersLastLineCounts")
{
    const auto today = answerFor(hanako());
    const auto namesake = changed(hanako(), &Qualification::number, "7654321");

    CHECK(reservationOf(today, {line(hanako()), line(namesake)}) == std::nullopt);
    CHECK(reservationOf(today, {line(hanako(), Validity::Invalid), line(hanako())}) ==
          Reservation::Confirmed);
}

TEST_CASE("everybodyBookedCountsOnceByTheNewestLine")
{
    const auto other = changed(hanako(), &Qualification::number, "1110002");
    const auto twin = changed(hanako(), &Qualification::branch, "03");
    auto moved = line(other); // asked by the old number, found with a new one
    moved.asked = hanako();
    BulkUnit unknown;
    unknown.processingStatus = "2";

    CHECK(countsOf({}, "20261120") == BookedCounts{20261120});
    CHECK(countsOf({line(hanako()), line(other, Validity::Invalid), line(twin, Validity::InvalidNewerExists),
                    askedOnly(changed(hanako(), &Qualification::number, "5"), Validity::NotFound)},
                   "20261120") == BookedCounts{20261120, 1, 2, 1});
    CHECK(countsOf({line(hanako(), Validity::Invalid), line(hanako())}, "20261120") ==
          BookedCounts{20261120, 1, 0, 0});
    CHECK(countsOf({line(hanako(), Validity::Invalid), moved}, "20261120").people() == 1);
    CHECK(countsOf({unknown, unknown}, "20261120") == BookedCounts{20261120, 0, 0, 2});
}

TEST_CASE("listsOfTheFolderAreReadAndLeftAsTheyAre")
{
    Lists lists;
    lists.lay("OQSmuquc02res_202611200001.xml", listOf({line(hanako())}));
    lists.lay("OQSmuquc01res_202611200001.xml", "no list");
    lists.lay("notes.txt", "no list");

    const auto found = lists.find(answerFor(hanako()));

    REQUIRE(found);
    CHECK(found->person == Reservation::Confirmed);
    CHECK(namesIn(lists.root / "booked").size() == 3);
    CHECK(found->booked == BookedCounts{20261120, 1, 0, 0});
    CHECK_FALSE(lists.find(answerFor(changed(hanako(), &Qualification::birthdate, "19000101")))->person);
}

TEST_CASE("aListCountsOnItsDay")
{
    const auto counts = [](const std::string& made, const std::string& day) {
        Lists lists;
        lists.lay("OQSmuquc02res_1.xml", listOf({line(hanako())}, made, day));
        const auto found = lists.find(answerFor(hanako()));
        REQUIRE(found);
        return found->person.has_value();
    };

    CHECK(counts("20260101000000", "20261120"));
    CHECK_FALSE(counts("20261120080000", "20261121"));
    CHECK(counts("20261120080000", ""));
    CHECK(counts("20261117190000", "")); // over a weekend
    CHECK_FALSE(counts("20261116190000", ""));
    CHECK_FALSE(counts("20261121000000", ""));
}

TEST_CASE("aListThatCannotBeReadIsAFaultUnlessAnotherNamesThePatient")
{
    const auto tooLarge = std::string((std::size_t{4} << 20U) + 1, ' ');
    for (const auto& bad : {std::string{}, std::string{"<XmlMsg><Message"}, tooLarge,
                            listOf({line(hanako())}, "20261119190000", "", "1310000001")}) {
        Lists lists;
        lists.lay("OQSmuquc02res_2.xml", bad);
        CHECK_FALSE(lists.find(answerFor(hanako())));

        lists.lay("OQSmuquc02res_1.xml", listOf({line(hanako())}));
        const auto found = lists.find(answerFor(hanako()));
        REQUIRE(found);
        CHECK(found->person == Reservation::Confirmed);
        CHECK_FALSE(found->booked); // how many the other one names, nobody knows
    }
}

TEST_CASE("whatIsNoFolderAndNoFileIsAFault")
{
    Lists lists;
    REQUIRE(mkfifo((lists.root / "booked" / "OQSmuquc02res_1.xml").c_str(), 0600) == 0);
    CHECK_FALSE(lists.find(answerFor(hanako())));

    std::filesystem::remove_all(lists.root / "booked");
    CHECK_FALSE(lists.find(answerFor(hanako())));
}

TEST_CASE("moreListsThanADayCanHaveAreAFault")
{
    Lists lists;
    for (std::size_t i = 0; i <= ReservationFolder::kMostLists; ++i)
        lists.lay("OQSmuquc02res_" + std::to_string(i) + ".xml", listOf({}));

    CHECK_FALSE(lists.find(answerFor(hanako())));
}
