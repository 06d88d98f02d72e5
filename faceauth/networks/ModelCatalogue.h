// SPDX-License-Identifier: Apache-2.0
// The models that packaging/fetch-models fetches: what each is for, where it comes from, what its publisher
// says about its licence, and the hashes by which its files are known. The one place for all of that;
// SHA256SUMS is held to it by a test.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

namespace madoguchi {

struct ModelFile {
    std::string_view name;
    std::string_view sha256; ///< lower-case hexadecimal
};

struct PublishedModel {
    std::string_view name;
    std::string_view purpose;
    std::string_view origin;
    std::string_view licence; ///< as stated, and what the statement does not cover
    ModelFile description;    ///< JSON with the tensors' names and shapes; no name = the weights tell all
    ModelFile weights;        ///< its hash is the key of calibrations
};

inline constexpr PublishedModel kFeatureModel{
    .name = "fr_feature",
    .purpose = "the face network: 512 numbers of an aligned face",
    .origin = "npm faceplugin-face-recognition-js 0.0.1, model/",
    .licence =
        "MIT (package, copyright 2021 gitguanqi). Nothing is stated about the weights or about whose "
        "pictures they were trained on; they behave as if on photos of well-known people from the web.",
    .description = {},
    .weights = {"fr_feature.onnx", "87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581"}};

inline constexpr PublishedModel kLivenessModel{
    .name = "fr_liveness",
    .purpose = "second voice: whether a face is there or is a picture of one",
    .origin = "npm faceplugin-face-recognition-js 0.0.1, model/",
    .licence =
        "MIT (package, copyright 2021 gitguanqi). Nothing is stated about the weights or about what they "
        "were trained on; the set of prints it was measured with may be part of that.",
    .description = {},
    .weights = {"fr_liveness.onnx", "afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d"}};

inline constexpr PublishedModel kResidualModel{
    .name = "face_recognition_model",
    .purpose = "dlib's face network, for comparison in face bench; it has no vote in a decision",
    .origin = "npm @vladmandic/face-api 1.7.15, model/; a copy of dlib's face recognition network v1",
    .licence = "MIT (package); CC0 (dlib's original). Trained on photos of well-known people from the web.",
    .description = {"face_recognition_model-weights_manifest.json",
                    "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b"},
    .weights = {"face_recognition_model.bin",
                "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"}};

inline constexpr PublishedModel kLandmarkModel{
    .name = "face_landmark_68_model",
    .purpose = "68 landmarks of a face",
    .origin = "npm @vladmandic/face-api 1.7.15, model/",
    .licence = "MIT (package). Training data described only as about 35000 face images.",
    .description = {"face_landmark_68_model-weights_manifest.json",
                    "ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9"},
    .weights = {"face_landmark_68_model.bin",
                "4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b"}};

inline constexpr std::array<const PublishedModel*, 4> kCatalogue{&kFeatureModel, &kLivenessModel,
                                                                 &kLandmarkModel, &kResidualModel};

/// The model's files: one or two.
[[nodiscard]] std::vector<ModelFile> filesOf(const PublishedModel& model);

/// A model's files as they were read; without a description it is empty.
struct ModelContent {
    Bytes description;
    Bytes weights;

    [[nodiscard]] std::string_view text() const
    {
        return {reinterpret_cast<const char*>(description.data()), description.size()};
    }
};

/// FaceModelMissing when a file is not there or is not what the catalogue says.
[[nodiscard]] Result<ModelContent> readPublished(const std::filesystem::path& folder,
                                                 const PublishedModel& model);

/// None of the model's files is in the folder, which is not the same as files that are wrong.
[[nodiscard]] bool isAbsent(const std::filesystem::path& folder, const PublishedModel& model);

} // namespace madoguchi
