// SPDX-License-Identifier: Apache-2.0
// The count of fruitless looks.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

namespace madoguchi {

/// Counts how often a face is tried with one card, so that nobody can try until it fits.
class FaceTriesPort {
public:
    virtual ~FaceTriesPort() = default;

    /// One more try, on disk when this returns. FaceTriesPaused with the seconds that are left, or
    /// FaceTriesUsedUp for today; RecordNotKept when the count cannot be kept, and then there is no try.
    virtual Result<void> begin(const Bytes& certificate) = 0;
    /// The last one was none: the face was `accepted`, or nothing was compared.
    virtual Result<void> takeBack(const Bytes& certificate, bool accepted) = 0;
};

} // namespace madoguchi
