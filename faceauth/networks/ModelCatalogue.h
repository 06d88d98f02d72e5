// SPDX-License-Identifier: Apache-2.0
// The models that packaging/fetch-models fetches: what each is for, where it comes from, what its publisher
// says about its licence, and the hashes by which its files are known. The one place for all of that;
// SHA256SUMS is held to it by a test.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/base/Bytes.h"

#include <array>
#include <filesystem>
#include <string_view>

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
    ModelFile description;    ///< JSON: the tensors' names and shapes, for a graph its nodes as well
    ModelFile weights;        ///< its hash is the key of calibrations
};

inline constexpr PublishedModel kResidualModel{
    .name = "face_recognition_model",
    .purpose = "first face network: 128 numbers of an aligned face",
    .origin = "npm @vladmandic/face-api 1.7.15, model/; a copy of dlib's face recognition network v1",
    .licence = "MIT (package); CC0 (dlib's original). Trained on photos of well-known people from the web.",
    .description = {"face_recognition_model-weights_manifest.json",
                    "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b"},
    .weights = {"face_recognition_model.bin",
                "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"}};

inline constexpr PublishedModel kMobileModel{
    .name = "faceres",
    .purpose = "second face network: 1024 numbers of an aligned face",
    .origin = "npm @vladmandic/human 3.3.6, models/; from HSE_FaceRec_tf (MobileNet, trained on VGGFace2)",
    .licence =
        "MIT (package). No licence statement of its own was found for the weights; trained on photos of "
        "well-known people from the web.",
    .description = {"faceres.json", "5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df"},
    .weights = {"faceres.bin", "2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b"}};

inline constexpr PublishedModel kLandmarkModel{
    .name = "face_landmark_68_model",
    .purpose = "68 landmarks of a face",
    .origin = "npm @vladmandic/face-api 1.7.15, model/",
    .licence = "MIT (package). Training data described only as about 35000 face images.",
    .description = {"face_landmark_68_model-weights_manifest.json",
                    "ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9"},
    .weights = {"face_landmark_68_model.bin",
                "4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b"}};

inline constexpr std::array<const PublishedModel*, 3> kCatalogue{&kResidualModel, &kMobileModel,
                                                                 &kLandmarkModel};

/// A model's two files as they were read.
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

/// Neither of the model's files is in the folder, which is not the same as files that are wrong.
[[nodiscard]] bool isAbsent(const std::filesystem::path& folder, const PublishedModel& model);

} // namespace madoguchi
