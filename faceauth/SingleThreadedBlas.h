// SPDX-License-Identifier: Apache-2.0
// Matrix multiplication must stay on the calling thread: with two threads and one of two cores busy OpenBLAS
// spins, and an embedding takes 485 ms instead of 19.
#pragma once

namespace madoguchi {

/// Tells the BLAS library in use. Returns whether it was one that can be told (OpenBLAS); any other one is
/// either single-threaded or is told by OMP_NUM_THREADS.
bool useOneBlasThread();

} // namespace madoguchi
