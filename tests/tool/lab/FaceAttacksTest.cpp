// SPDX-License-Identifier: Apache-2.0
// The bounds of face attacks on three of the practice's people, none of whom the limits were fitted on.
#include "tool/lab/DrawnFaceJobs.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace madoguchi;

TEST_CASE("somebodyWhoIsTherePassesAndAPictureDoesNot")
{
    std::ostringstream answer, errors;
    REQUIRE(runFaceAttacks({.models = MADO_MODELS, .calibration = {}}, {.people = 3}, answer, errors) == 0);
    const auto told = nlohmann::json::parse(answer.str());
    INFO(answer.str());

    CHECK(told["bona_fide"]["presentations"] == 3);
    CHECK(told["bona_fide"]["bpcer"] == 0);
    CHECK(told["bona_fide"]["bpcer_turning_always"] == 0);
    CHECK(told["bona_fide"]["alive"]["least"] > 0.9);
    CHECK(told["bona_fide"]["grid_seen"] == 0);
    for (const auto& [species, figures] : told["attacks"].items()) {
        INFO(species);
        CHECK(figures["presentations"] == 3);
        CHECK(figures["face_found"] == 3); // else nothing was attacked
        CHECK(figures["apcer_turning_always"] == 0);
        if (species ==
            "cut_out_mask") // worn by somebody who is there: the second voice leaves it to the turn
            CHECK(figures["apcer_turn_alone"] == 0);
        else
            CHECK(figures["apcer"] == 0);
        if (species == "phone_video") // a film turns its head
            CHECK(figures["apcer_second_voice_alone"] == 0);
        else
            CHECK(told["bona_fide"]["ridge"]["least"] > 1.5 * figures["ridge"]["most"].get<double>());
    }
}

TEST_CASE("benchSetsOthersFlowsBesideOurs")
{
    std::ostringstream answer, errors;
    REQUIRE(runFaceBench(
                {.models = MADO_MODELS, .calibration = MADO_SOURCE_DIR "/resources/face/calibration.json"},
                {.persona = "hanako", .rounds = 1}, answer, errors) == 0);
    const auto told = nlohmann::json::parse(answer.str());
    INFO(answer.str());

    CHECK(told["madoguchi"]["quiet"]["accepted"] == 1);
    CHECK(told["madoguchi"]["one_core_busy"]["accepted"] == 1);
    CHECK(told["madoguchi"]["stranger"]["accepted"] == 0);
    for (const char* peer : {"dlib_example", "howdy_like"}) {
        INFO(peer);
        CHECK(told[peer]["holder_distance"] < told[peer]["stranger_distance"]);
        CHECK(told["frame_ratio_to_madoguchi"][peer] > 0);
    }

    std::ostringstream nothing, complaint;
    CHECK(runFaceBench({.models = MADO_MODELS, .calibration = {}}, {.persona = "nobody"}, nothing,
                       complaint) == 1);
    CHECK(complaint.str().find("nobody is called nobody") != std::string::npos);
}
