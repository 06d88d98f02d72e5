// SPDX-License-Identifier: Apache-2.0
#include "tool/cardface/CardFaceMeasure.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

// A hundred of the thousand that `madoguchi-tool cardface measure` reads. One picture alone decides nothing,
// so a rejected one costs time and no more; a wrong number could cost a try, so there may be none.
TEST_CASE("ofAHundredCardsAtMostOneIsLeftToStaffAndNoneIsMisread")
{
    const auto figures = measureCardFaces(0, 100);

    CHECK(figures.wrong == 0);
    CHECK(figures.pictureWrong == 0);
    CHECK(figures.exact >= 99);
    CHECK(figures.pictures.at(CardFaceVerdict::Read) >= 90);
}
