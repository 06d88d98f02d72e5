// SPDX-License-Identifier: Apache-2.0
#include "faceauth/Weights.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <string>

using namespace madoguchi;

namespace {

constexpr const char* kBytes =
    R"({"name":"a","shape":[2,2],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.5,"min":-1}})";
constexpr const char* kFloats = R"({"name":"b","shape":[1],"dtype":"float32"})";

std::string manifest(const std::string& weights)
{
    return R"([{"weights":[)" + weights + R"(],"paths":["x.bin"]}])";
}

std::vector<std::uint8_t> data(float last)
{
    std::vector<std::uint8_t> bytes{0, 2, 4, 255, 0, 0, 0, 0};
    std::memcpy(bytes.data() + 4, &last, sizeof last);
    return bytes;
}

bool refused(const std::string& text, const std::vector<std::uint8_t>& bytes)
{
    const auto tensors = readWeights(text, bytes);
    return !tensors && tensors.fault().code == FaultCode::FaceModelMissing;
}

} // namespace

TEST_CASE("bytesAndFloatsMix")
{
    const auto tensors = readWeights(manifest(std::string{kBytes} + "," + kFloats), data(3.25F));

    REQUIRE(tensors);
    REQUIRE(tensors->size() == 2);
    CHECK(tensors->at(0).values == std::vector<float>{-1, 0, 1, 126.5F});
    CHECK(tensors->at(0).shape == std::vector<std::size_t>{2, 2});
    CHECK(tensors->at(1).values == std::vector<float>{3.25F});
}

TEST_CASE("dataMustBeExactlyAsLongAsTheManifestSays")
{
    const std::string text = manifest(std::string{kBytes} + "," + kFloats);
    auto bytes = data(1);

    bytes.pop_back();
    CHECK(refused(text, bytes));
    bytes.push_back(0);
    bytes.push_back(0);
    CHECK(refused(text, bytes));
    CHECK(refused(text, {}));
}

TEST_CASE("valuesThatAreNoNumbersAreRefused")
{
    const std::string text = manifest(std::string{kBytes} + "," + kFloats);

    CHECK(refused(text, data(std::numeric_limits<float>::infinity())));
    CHECK(refused(text, data(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("manifestsThatPromiseNonsenseAreRefused")
{
    const auto shaped = [](const std::string& shape) {
        return manifest(R"({"name":"a","dtype":"float32","shape":)" + shape + "}");
    };
    const std::string text = GENERATE_COPY(
        std::string{}, std::string{"["}, std::string{"[]"}, std::string{"{}"}, std::string{"[{}]"},
        std::string{R"([{"weights":3}])"}, std::string{R"([{"weights":[]},{"weights":[]}])"},
        manifest("null"), manifest(R"({"shape":[1],"dtype":"float32"})"),
        manifest(R"({"name":"a","shape":[1],"dtype":"int32"})"), shaped("[]"), shaped("[0]"), shaped("[-1]"),
        shaped("[1.5]"), shaped("[1,1,1,1,1]"), shaped("7"), shaped("[18446744073709551615,2]"),
        shaped("[65536,65536]"), shaped("[4294967296,4294967296]"),
        manifest(
            R"({"name":"a","shape":[4],"dtype":"float32","quantization":{"dtype":"uint16","scale":1,"min":0}})"),
        manifest(
            R"({"name":"a","shape":[4],"dtype":"float32","quantization":{"dtype":"uint8","scale":"1","min":0}})"),
        manifest(R"({"name":"a","shape":[4],"dtype":"float32","quantization":{"dtype":"uint8","min":0}})"),
        manifest(R"({"name":"a","shape":[4],"dtype":"float32","quantization":7})"));

    INFO(text);
    CHECK(refused(text, {0, 0, 0, 0}));
}
