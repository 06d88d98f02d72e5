// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/Weights.h"

#include <catch2/catch.hpp>
#include <cmath>
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

TEST_CASE("halvesAreIeees")
{
    const auto half = [](std::uint16_t bits) {
        const auto tensors = readWeights(
            manifest(R"({"name":"h","shape":[],"dtype":"float32","quantization":{"dtype":"float16"}})"),
            std::vector{static_cast<std::uint8_t>(bits & 255), static_cast<std::uint8_t>(bits >> 8)});
        REQUIRE(tensors);
        REQUIRE(tensors->front().shape.empty());
        return tensors->front().values.front();
    };

    CHECK(half(0x0000) == 0.0F);
    CHECK(half(0x3C00) == 1.0F);
    CHECK(half(0xC000) == -2.0F);
    CHECK(half(0x3555) == 1365.0F / 4096);
    CHECK(half(0x7BFF) == 65504.0F);
    CHECK(half(0x0001) == std::ldexp(1.0F, -24));
    CHECK(half(0x83FF) == -1023 * std::ldexp(1.0F, -24));
}

TEST_CASE("halvesThatAreNoNumbersAreRefused")
{
    const std::string text =
        manifest(R"({"name":"h","shape":[1],"dtype":"float32","quantization":{"dtype":"float16"}})");

    CHECK(refused(text, {0x00, 0x7C}));
    CHECK(refused(text, {0x01, 0xFE}));
}

TEST_CASE("wholeNumbersAndGraphModelsAreRead")
{
    const std::string groups = manifest(R"({"name":"i","shape":[2],"dtype":"int32"})");

    const auto tensors = readWeights(R"({"weightsManifest":)" + groups + "}",
                                     std::vector<std::uint8_t>{1, 0, 0, 0, 254, 255, 255, 255});

    REQUIRE(tensors);
    CHECK(tensors->front().values == std::vector<float>{1, -2});
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
        manifest(R"({"name":"a","shape":[1],"dtype":"int64"})"),
        manifest(R"({"name":"a","shape":[4],"dtype":"int32","quantization":{"dtype":"float16"}})"),
        R"({"weightsManifest":7})", std::string(200, '[') + std::string(200, ']'), shaped("[0]"),
        shaped("[-1]"), shaped("[1.5]"), shaped("[1,1,1,1,1]"), shaped("7"),
        shaped("[18446744073709551615,2]"), shaped("[65536,65536]"), shaped("[4294967296,4294967296]"),
        manifest(
            R"({"name":"a","shape":[4],"dtype":"float32","quantization":{"dtype":"uint16","scale":1,"min":0}})"),
        manifest(
            R"({"name":"a","shape":[4],"dtype":"float32","quantization":{"dtype":"uint8","scale":"1","min":0}})"),
        manifest(R"({"name":"a","shape":[4],"dtype":"float32","quantization":{"dtype":"uint8","min":0}})"),
        manifest(R"({"name":"a","shape":[4],"dtype":"float32","quantization":7})"));

    INFO(text);
    CHECK(refused(text, {0, 0, 0, 0}));
}
