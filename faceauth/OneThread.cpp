// SPDX-License-Identifier: Apache-2.0
#include "faceauth/SingleThreadedBlas.h"

#include <dlfcn.h>

namespace madoguchi {

bool useOneBlasThread()
{
    // Looked up at run time: which library stands behind libblas.so.3 is the operator's choice.
    using SetThreads = void (*)(int);
    const auto setThreads = reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    if (setThreads == nullptr)
        return false;
    setThreads(1);
    return true;
}

} // namespace madoguchi
