// SPDX-License-Identifier: Apache-2.0
// Small graphs by hand: one that works, and what an attacker or an accident would make of it.
#include "faceauth/networks/GraphModel.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <regex>
#include <string>

using namespace madoguchi;

namespace {

// A picture of 4 x 4 pixels, one 1 x 1 convolution that adds its three planes, times 2, plus 1, clipped,
// mean.
const std::string kGraph = R"({"modelTopology":{"node":[
{"name":"in","op":"Placeholder"},
{"name":"k","op":"Const"},{"name":"m","op":"Const"},{"name":"b","op":"Const"},
{"name":"six","op":"Const"},{"name":"zero","op":"Const"},{"name":"axes","op":"Const"},
{"name":"conv","op":"Conv2D","input":["in","k:0"],"attr":{"strides":{"list":{"i":["1","1","1","1"]}},
 "dilations":{"list":{"i":["1","1","1","1"]}},"padding":{"s":"U0FNRQ=="},"data_format":{"s":"TkhXQw=="}}},
{"name":"mul","op":"Mul","input":["conv","m"]},
{"name":"add","op":"Add","input":["mul","b"]},
{"name":"relu","op":"Relu","input":["add"]},
{"name":"min","op":"Minimum","input":["relu","six"]},
{"name":"max","op":"Maximum","input":["min","zero"]},
{"name":"out","op":"Mean","input":["max","axes"]}]},
"weightsManifest":[{"paths":["w.bin"],"weights":[
{"name":"k","shape":[1,1,3,1],"dtype":"float32"},{"name":"m","shape":[1],"dtype":"float32"},
{"name":"b","shape":[1],"dtype":"float32"},{"name":"six","shape":[],"dtype":"float32"},
{"name":"zero","shape":[],"dtype":"float32"},{"name":"axes","shape":[2],"dtype":"int32"}]}]})";

std::vector<std::uint8_t> weights()
{
    const float numbers[]{1, 1, 1, 2, 1, 6, 0};
    const std::int32_t axes[]{1, 2};
    std::vector<std::uint8_t> bytes(sizeof numbers + sizeof axes);
    std::memcpy(bytes.data(), numbers, sizeof numbers);
    std::memcpy(bytes.data() + sizeof numbers, axes, sizeof axes);
    return bytes;
}

float answer(cv::dnn::Net net, float value)
{
    const int shape[]{1, 3, 4, 4};
    net.setInput(cv::Mat(4, shape, CV_32F, cv::Scalar{value}));
    return net.forward().at<float>(0);
}

std::string replaced(const std::string& from, const std::string& to)
{
    std::string text = kGraph;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string_view refusedAt(const std::string& graph)
{
    const auto net = readGraphModel(graph, weights(), "out");
    REQUIRE_FALSE(net);
    CHECK(net.fault().code == FaultCode::FaceModelMissing);
    return net.fault().where;
}

} // namespace

TEST_CASE("aGraphBecomesANetwork")
{
    const auto net = readGraphModel(kGraph, weights(), "out");

    REQUIRE(net);
    CHECK(answer(*net, 0) == Approx(1));
    CHECK(answer(*net, 0.5F) == Approx(4)); // 3 * 0.5 * 2 + 1
    CHECK(answer(*net, 5) == Approx(6));
    CHECK(answer(*net, -5) == Approx(0));
}

TEST_CASE("whatAGraphMustNotContainIsRefused")
{
    const auto [from, to] = GENERATE(table<std::string, std::string>({
        {R"("op":"Conv2D")", R"("op":"Exec")"}, // an unknown operation
        {R"("op":"Relu")", R"("op":"Elu")"},    // not what the clipping needs
        {R"("padding":{"s":"U0FNRQ=="})", R"("padding":{"s":"eA=="})"},
        {R"("data_format":{"s":"TkhXQw=="})", R"("data_format":{"s":"TkNIVw=="})"},
        {R"(["1","1","1","1"]}},
 "dil)",
         R"(["1","2","1","1"]}},
 "dil)"}, // a stride per direction
        {R"(["1","1","1","1"]}},
 "dil)",
         R"(["1","0","0","1"]}},
 "dil)"},
        {R"(["1","1","1","1"]}},
 "dil)",
         R"(["1","9999999999","9999999999","1"]}},
 "dil)"},
        {R"("dilations":{"list":{"i":["1","1","1","1"]}})",
         R"("dilations":{"list":{"i":["1","2","2","1"]}})"},
        {R"(["in","k:0"])", R"(["in"])"},
        {R"(["in","k:0"])", R"(["in","nobody"])"},
        {R"(["in","k:0"])", R"(["in","in"])"}, // two planes where a constant belongs
        {R"(["in","k:0"])", R"(["out","k"])"}, // a circle
        {R"(["in","k:0"])", R"(["conv","k"])"},
        {R"(["in","k:0"])", R"(7)"},
        {R"(["in","k:0"])", R"([7,8])"},
        {R"(["mul","b"])", R"(["mul","k"])"},        // a shift that is no row
        {R"(["relu","six"])", R"(["relu","zero"])"}, // clipped elsewhere
        {R"(["max","axes"])", R"(["max","six"])"},
        {R"({"name":"k","op":"Const"})", R"({"name":"k","op":"VariableV2"})"},
        {R"({"name":"m","op":"Const"})", R"({"name":"k","op":"Const"})"}, // a name twice
        {R"("name":"relu")", R"("name":7)"},
        {R"("node":[)", R"("nodes":[)"},
        {R"([1,1,3,1])", R"([1,3,1,1])"},
        {R"([1,1,3,1])", R"([3])"},
    }));
    INFO(from << " -> " << to);

    CHECK_FALSE(refusedAt(replaced(from, to)).empty());
}

TEST_CASE("weightsThatDoNotFitAreRefused")
{
    auto bytes = weights();
    bytes.pop_back();

    CHECK_FALSE(readGraphModel(kGraph, bytes, "out"));
    CHECK_FALSE(readGraphModel(kGraph, {}, "out"));
}

TEST_CASE("textThatIsNoModelIsRefused")
{
    const std::string deep(100'000, '[');

    for (const std::string& text :
         {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{"{}"}, deep})
        CHECK_FALSE(readGraphModel(text, {}, "out"));
}

TEST_CASE("aLadderOfNodesEnds")
{
    std::string nodes = R"({"name":"n0","op":"Relu","input":["in"]})";
    for (int i = 1; i < 1500; ++i)
        nodes += R"(,{"name":"n)" + std::to_string(i) + R"(","op":"Relu","input":["n)" +
                 std::to_string(i - 1) + R"("]})";
    const std::string graph = replaced(R"({"name":"conv")", nodes + R"(,{"name":"conv")");

    CHECK(readGraphModel(graph, weights(), "n50"));
    CHECK_FALSE(readGraphModel(graph, weights(), "n1499"));
}
