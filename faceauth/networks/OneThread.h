// SPDX-License-Identifier: Apache-2.0
// Each network computes on the thread that asks it. With more threads than idle cores the libraries' helpers
// spin and wait for each other: matrix multiplication on two threads with one of two cores busy takes 485 ms
// instead of 19. Two cores are better used by two networks side by side.
#pragma once

namespace madoguchi {

/// Tells the BLAS library in use and OpenCV. Returns whether the former was one that can be told (OpenBLAS);
/// any other one is either single-threaded or is told by OMP_NUM_THREADS.
bool useOneThread();

} // namespace madoguchi
