// SPDX-License-Identifier: Apache-2.0
// The landmark network against face-api itself (@vladmandic/face-api 1.7.15, dist/face-api.esm.js, backend
// "cpu", node 20): FaceLandmark68Net.runNet() on formulaPicture(112), red first.
#include "faceauth/networks/LandmarkNetwork.h"

#include "faceauth/networks/ModelCatalogue.h"
#include "tests/faceauth/TestPeople.h"
#include "tests/faceauth/networks/FormulaPicture.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace madoguchi;

namespace {

constexpr double kTolerance = 1e-4;

LandmarkNetwork published()
{
    auto network = loadPublishedLandmarks(MADO_MODELS);
    REQUIRE(network);
    return std::move(*network);
}

std::vector<Tensor> publishedTensors()
{
    const auto content = readPublished(MADO_MODELS, kLandmarkModel);
    REQUIRE(content);
    auto tensors = readWeights(content->text(), content->weights);
    REQUIRE(tensors);
    return std::move(*tensors);
}

/// The same face, the box moved by this share of its size.
double movedBy(const Image& picture, const Face& face, double share)
{
    auto network = published();
    Box moved = face.box;
    moved.top += share * moved.height;
    const Landmarks there = network.find(picture, moved);
    double sum = 0;
    for (std::size_t i = 0; i < kLandmarks; ++i)
        sum += std::hypot(there[i].x - face.points[i].x, there[i].y - face.points[i].y);
    return sum / kLandmarks / eyeDistance(face.points);
}

} // namespace

TEST_CASE("landmarksAreFaceApis")
{
    auto network = published();

    const Landmarks points = network.look(formulaPicture(LandmarkNetwork::kSquare));

    CHECK(points[0].x == Approx(0.2910398).margin(kTolerance));
    CHECK(points[0].y == Approx(0.5620309).margin(kTolerance));
    CHECK(points[8].x == Approx(0.6584985).margin(kTolerance));
    CHECK(points[16].y == Approx(0.2538931).margin(kTolerance));
    CHECK(points[30].x == Approx(0.4280971).margin(kTolerance));
    CHECK(points[30].y == Approx(0.5378295).margin(kTolerance));
    CHECK(points[36].x == Approx(0.3568637).margin(kTolerance));
    CHECK(points[45].x == Approx(0.5434266).margin(kTolerance));
    CHECK(points[67].x == Approx(0.5016360).margin(kTolerance));
    CHECK(points[67].y == Approx(0.5545486).margin(kTolerance));
}

TEST_CASE("aCopyFindsTheSame")
{
    auto network = published();
    auto copy = network;
    const Image picture = formulaPicture(LandmarkNetwork::kSquare);

    CHECK(copy.look(picture)[30].x == network.look(picture)[30].x);
}

TEST_CASE("tensorsOfAnotherLandmarkNetworkAreRefused")
{
    auto tensors = publishedTensors();

    SECTION("one is missing")
    {
        tensors.erase(tensors.begin() + 10);
    }
    SECTION("one has another name")
    {
        tensors[10].name = "dense0/conv9/bias";
    }
    SECTION("a shape lies")
    {
        tensors[0].shape = {3, 3, 32, 3};
    }
    SECTION("a bias is too short")
    {
        tensors[1].shape = {31};
        tensors[1].values.pop_back();
    }
    SECTION("one value differs")
    {
        tensors[1].values[0] += 1;
    }
    SECTION("nothing is there")
    {
        tensors.clear();
    }

    const auto network = LandmarkNetwork::fromWeights(std::move(tensors));
    REQUIRE_FALSE(network);
    CHECK(network.fault().code == FaultCode::FaceModelMissing);
}

TEST_CASE("landmarksLieOnTheFace")
{
    for (const char* name : {"hanako", "jiro"}) {
        const Image picture = atDesk(name, 1).front();
        auto faces = testModels().finder.find(picture);
        REQUIRE(faces.size() == 1);
        const Landmarks& points = faces.front().points;
        const Box& box = faces.front().box;

        INFO(name);
        CHECK(points[36].x < points[45].x); // eyes left and right
        CHECK(points[30].y > points[36].y); // the nose below them
        CHECK(points[57].y > points[30].y); // the mouth below the nose
        CHECK(points[8].y > points[57].y);  // the chin below the mouth
        CHECK(eyeDistance(points) / box.width > 0.3);
        CHECK(eyeDistance(points) / box.width < 0.6);
        CHECK(noseOffset(points) < 0.1);
        CHECK(movedBy(picture, faces.front(), 0) == Approx(0).margin(1e-6));
        CHECK(movedBy(picture, faces.front(), 0.05) < 0.1); // a detector's usual error moves no point far
    }
}

TEST_CASE("aFaceAtThePicturesEdgeIsLookedAtAsFarAsItIsThere")
{
    auto network = published();
    const Image picture = formulaPicture(200);

    for (const Box& box : {Box{-40, -40, 120, 120}, Box{150, 150, 120, 120}, Box{-500, -500, 100, 100}})
        CHECK(std::isfinite(network.find(picture, box)[0].x));
}
