// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/OneThread.h"

#include <dlfcn.h>
#include <opencv2/core/utility.hpp>

namespace madoguchi {

bool useOneThread()
{
    cv::setNumThreads(1);
    // Looked up at run time: which library stands behind libblas.so.3 is the operator's choice.
    using SetThreads = void (*)(int);
    const auto setThreads = reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    if (setThreads == nullptr)
        return false;
    setThreads(1);
    return true;
}

} // namespace madoguchi
