// SPDX-License-Identifier: Apache-2.0
// Finds faces and their landmarks in a frame. dlib's gradient-histogram detector stays behind this header.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "faceauth/networks/LandmarkNetwork.h"
#include "foundation/picture/Frame.h"

#include <memory>
#include <optional>
#include <vector>

namespace madoguchi {

/// Each thread works with a copy of its own.
class FaceFinder {
public:
    explicit FaceFinder(LandmarkNetwork landmarks);

    FaceFinder(const FaceFinder& other);
    FaceFinder(FaceFinder&&) noexcept;
    FaceFinder& operator=(FaceFinder&&) noexcept;
    ~FaceFinder();

    /// The faces of somebody who stands at the terminal, largest first. Whoever is less than half as wide as
    /// the largest face is further back in the waiting room and left out. Finds faces from an eighth of the
    /// frame's width.
    [[nodiscard]] std::vector<Face> find(const Image& frame);

    /// The face a still picture is of, a card's photo say: looks closer and then less strictly until it finds
    /// one; of several takes the one that is large and in the middle. Nothing when there is none.
    [[nodiscard]] std::optional<Face> findOne(const Image& picture);

private:
    struct Models;

    std::unique_ptr<Models> models_;
};

} // namespace madoguchi
