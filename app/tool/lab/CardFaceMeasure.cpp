// SPDX-License-Identifier: Apache-2.0
#include "tool/lab/CardFaceMeasure.h"

#include "drivers/cardprint/CardFaceCamera.h"
#include "drivers/sim/cardprint/CardPlacement.h"

#include <chrono>

namespace madoguchi {

namespace {

void readOnePicture(CardPlacement& place, CardFaceFigures& figures)
{
    const auto frame = place.camera()->next({});
    const auto start = std::chrono::steady_clock::now();
    const auto reading = readCardFace(frame->image, kToday);
    figures.milliseconds.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    ++figures.pictures[reading.verdict];
    if (reading.verdict == CardFaceVerdict::Read && reading.number != place.number())
        ++figures.pictureWrong;
}

void readAsInAVisit(CardPlacement& place, CardFaceFigures& figures)
{
    const int before = place.pictures();
    CardFaceCamera camera{[&]() -> Result<std::unique_ptr<FrameSource>> { return place.camera(); }, place};
    const auto number = camera.read({});
    if (!number)
        ++figures.staff[static_cast<CardFaceVerdict>(number.fault().value)];
    else
        ++(*number == place.number() ? figures.exact : figures.wrong);
    if (number)
        figures.needed.push_back(place.pictures() - before);
}

} // namespace

CardFaceFigures measureCardFaces(std::uint32_t first, std::uint32_t count, const Typefaces& typefaces)
{
    CardFaceFigures figures;
    for (auto seed = first; seed < first + count; ++seed) {
        CardPlacement place{seed, deskScene(seed), typefaces};
        readOnePicture(place, figures);
        readAsInAVisit(place, figures);
        ++figures.cards;
    }
    return figures;
}

} // namespace madoguchi
