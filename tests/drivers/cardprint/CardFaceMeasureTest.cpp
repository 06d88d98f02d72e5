// SPDX-License-Identifier: Apache-2.0
#include "tool/lab/CardFaceMeasure.h"

#include "drivers/cardprint/generator/Typefaces.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace madoguchi;

namespace {

int read(const CardFaceFigures& figures)
{
    const auto found = figures.pictures.find(CardFaceVerdict::Read);
    return found == figures.pictures.end() ? 0 : found->second;
}

} // namespace

// A hundred of the thousand that `madoguchi-tool cardface measure` reads. One picture alone decides nothing,
// so a rejected one costs time and no more; a wrong number could cost a try, so there may be none.
TEST_CASE("ofAHundredCardsNoneIsMisreadAndAtMostOneNeedsASecondLook")
{
    const auto figures = measureCardFaces(0, 100);

    CHECK(figures.wrong == 0);
    CHECK(figures.pictureWrong == 0);
    CHECK(figures.exact >= 99);
    CHECK(read(figures) >= 99);
}

TEST_CASE("typefacesNeverSeenAreReadAndNotMisread")
{
    const auto figures = measureCardFaces(0, 48, heldOutTypefaces());

    CHECK(figures.wrong == 0);
    CHECK(figures.pictureWrong == 0);
    CHECK(figures.exact >= 47);
    CHECK(read(figures) >= 46);
}

TEST_CASE("noTypefaceIsBothTrainedOnAndHeldOut")
{
    REQUIRE(heldOutTypefaces().size() == 4);

    for (const std::filesystem::path trained : cardface::kTrainedTypefaces)
        CHECK(std::ranges::find(heldOutTypefaces(), trained) == heldOutTypefaces().end());
}

TEST_CASE("cardsCannotBeDrawnInWhatIsNoFont")
{
    CHECK_THROWS_AS(measureCardFaces(0, 1, {"/nonexistent/font.ttf"}), std::runtime_error);
    CHECK_THROWS_AS(measureCardFaces(0, 1, {MADO_SOURCE_DIR "/CMakeLists.txt"}), std::runtime_error);
}
