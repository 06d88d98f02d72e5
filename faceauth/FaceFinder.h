// SPDX-License-Identifier: Apache-2.0
// Finds faces and their landmarks in a frame, and cuts the upright square out of it that a network wants to
// see. dlib's gradient-histogram detector and 68-point predictor stay behind this header.
#pragma once

#include "core/Frame.h"
#include "core/Result.h"
#include "faceauth/FaceGeometry.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace madoguchi {

/// Copies share the landmark model (80 MB); each thread works with a copy of its own.
class FaceFinder {
public:
    /// Loads the landmark model (0.35 s). FaceModelMissing when the file is not there or not such a model.
    static Result<FaceFinder> load(const std::filesystem::path& landmarkModel);

    FaceFinder(const FaceFinder& other);
    FaceFinder(FaceFinder&&) noexcept;
    FaceFinder& operator=(FaceFinder&&) noexcept;
    ~FaceFinder();

    /// The faces of somebody who stands at the terminal, largest first. Whoever is less than half as wide as
    /// the largest face is further back in the waiting room and left out. Finds faces from an eighth of the
    /// frame's width.
    [[nodiscard]] std::vector<Face> find(const Image& frame);

private:
    struct Models;
    explicit FaceFinder(std::unique_ptr<Models> models);

    std::unique_ptr<Models> models_;
};

/// The face turned upright, `size` pixels square with `padding` (share of the face's size) around it.
[[nodiscard]] Image alignedChip(const Image& frame, const Landmarks& points, int size, double padding);

/// As in a mirror.
[[nodiscard]] Image mirrored(const Image& image);

} // namespace madoguchi
