// SPDX-License-Identifier: Apache-2.0
// Whether a face in a frame is good enough to be compared, and if not, what the person can do about it.
#pragma once

#include "domain/status/Guidance.h"
#include "faceauth/networks/FaceGeometry.h"
#include "foundation/picture/Frame.h"

#include <vector>

namespace madoguchi {

struct FaceQuality {
    double score{0};       ///< the detector's
    double eyeDistance{0}; ///< pixels
    double noseOffset{0};  ///< per eye distance
    double height{0};      ///< of the face's box, per frame height
    double brightness{0};  ///< mean of the face, 0 to 255
    double eyes{0};        ///< how much a pupil stands out, per brightness; see kOpenEyes
    double frames{0};      ///< how dark the glasses' frames are; see kThickFrame
    double mask{0};        ///< how far nose and mouth are from the skin's colour; see kMaskSeen
    double sharpness{
        0}; ///< fine detail per contrast; about 0.1 for a blurred face, 0.3 and more for a sharp one
};

/// Two men in three filmed conversations: 0.26 to 0.72 while their eyes were open, 0.06 to 0.27 in a blink.
/// Hundred small photos of laughing people: one in eight below 0.15, dark glasses among them. Drawn people:
/// 0.5 to 0.9, shut at most 0.12. What the landmarks say of the lids does not tell the two apart, and how
/// dark a pupil is depends on the light more than on the lids.
inline constexpr double kOpenEyes{0.15};

/// What a comparison asks for. The detector's score is the gate that pays most: above 1.0 false non-matches
/// fall by more than a third.
struct QualityLimits {
    double score{1.0};
    double eyeDistance{60};
    double noseOffset{0.15};
    double height{0.8};
    double darkest{50};
    double brightest{225};
    double eyes{kOpenEyes};
    double frames{2}; ///< from here on glasses are to be taken off; 2 = never
    double sharpness{0.1};
};

/// For people whose face never reaches that score (one in six photos does not): all else must still hold.
inline constexpr double kLenientScore{0.3};

[[nodiscard]] FaceQuality judge(const Image& frame, const Face& face);

/// The one thing to say about a single face; Guidance::Good when it can be compared.
[[nodiscard]] Guidance advise(const FaceQuality& quality, const QualityLimits& limits = {});

/// The same for a whole frame, including none and several faces. `faces` as FaceFinder gives them.
[[nodiscard]] Guidance advise(const Image& frame, const std::vector<Face>& faces,
                              const QualityLimits& limits = {});

/// For choosing between good shots of one moment: higher is better.
[[nodiscard]] double rank(const FaceQuality& quality);

} // namespace madoguchi
