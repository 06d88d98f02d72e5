// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/FacesFolder.h"
#include "TestFolder.h"
#include "drivers/sim/people/LoopMark.h"
#include "drivers/sim/people/PictureFile.h"
#include "drivers/sim/people/Turning.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

namespace fs = std::filesystem;

Likeness somebody()
{
    Likeness one;
    one.name = "somebody";
    return one;
}

int picturesIn(const fs::path& folder)
{
    int pictures = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder})
        pictures += entry.path().extension() == ".png" ? 1 : 0;
    return pictures;
}

} // namespace

// One person takes ten seconds of processor time, hence one case for the whole story.
TEST_CASE("facesAreRenderedOnceAndAgainOnlyWhenTheyChange")
{
    const TestFolder folder;
    const std::vector<Likeness> people{somebody()};

    const Result<FacesMade> first = fillFacesFolder(folder.path(), people, {});

    REQUIRE(first);
    CHECK(first->kept == 0);
    const fs::path own = folder.path() / "somebody";
    const std::string photo = contents(own / "portrait.jp2");
    CHECK(photo.substr(4, 4) == "jP  "); // the signature box of a JP2 file, ISO/IEC 15444-1 annex I
    CHECK(photo.size() >= 4000);
    CHECK(photo.size() <= 20000);
    const int pictures = picturesIn(own / "live");
    CHECK(first->rendered == pictures + picturesIn(own / "turn-left") + picturesIn(own / "turn-right") + 1);
    CHECK(picturesIn(own / "turn-left") == static_cast<int>(kTurnCourse.size()));
    CHECK(readLoopMark(own / "turn-left", 12).hold == 3);
    const Result<Image> picture = readPng(own / "live" / "000.png");
    REQUIRE(picture);
    CHECK(picture->width == 640);
    CHECK(picture->height == 480);
    CHECK(readLoopMark(own / "live", pictures).loopFrom > 0);

    const Result<FacesMade> second = fillFacesFolder(folder.path(), people, {});

    REQUIRE(second);
    CHECK(second->rendered == 0);
    CHECK(second->kept == 1);

    std::vector<Likeness> changed = people;
    changed[0].jawWidth += 0.01F;
    overwrite(own / "live" / "999.png", "left over");
    const Result<FacesMade> third = fillFacesFolder(folder.path(), changed, {});

    REQUIRE(third);
    CHECK(third->rendered == first->rendered);
    CHECK_FALSE(fs::exists(own / "live" / "999.png"));
}

TEST_CASE("folderThatCannotBeMadeIsAFault")
{
    const TestFolder folder;
    overwrite(folder.path() / "somebody", "a file where a folder should be");

    const Result<FacesMade> made = fillFacesFolder(folder.path(), std::vector{somebody()}, {});

    REQUIRE_FALSE(made);
    CHECK(made.fault().code == FaultCode::SettingsInvalid);
}
