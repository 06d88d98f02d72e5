// SPDX-License-Identifier: Apache-2.0
// The two halves of a separable convolution (Howard et al., MobileNets, 2017, section 3.1) as layers of
// OpenCV's network. OpenCV 4.6 has both, but filters planes narrower than 18 pixels or with a stride of two
// one value at a time, and mixes channels a quarter slower than BLAS: 24 ms a picture with its own layers,
// 16 with these.
#pragma once

#include <opencv2/dnn.hpp>

namespace madoguchi {

/// Each channel by a 3 x 3 kernel of its own. Parameters "stride" (1 or 2) and one blob [channels][3][3].
/// Padded as TensorFlow's SAME.
inline constexpr const char* kSpatialLayer = "MadoguchiSpatial";

/// Each pixel's channels by one matrix. Blobs: [out][in], and the bias [1][out], which may be absent.
inline constexpr const char* kMixingLayer = "MadoguchiMixing";

/// Makes both known to OpenCV; a second call changes nothing. From any thread.
void registerSeparableLayers();

} // namespace madoguchi
