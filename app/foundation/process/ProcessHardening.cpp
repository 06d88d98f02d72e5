// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/ProcessHardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

#include <unistd.h>

namespace madoguchi {

namespace {

/// A list of what is needed, not of what is known to be dangerous: the latter grows with every library.
constexpr std::array<std::string_view, 20> kAllowed{"PATH",
                                                    "HOME",
                                                    "USER",
                                                    "LANG",
                                                    "LC_ALL",
                                                    "LC_CTYPE",
                                                    "LC_TIME",
                                                    "TZ",
                                                    "DISPLAY",
                                                    "XAUTHORITY",
                                                    "WAYLAND_DISPLAY",
                                                    "XDG_RUNTIME_DIR",
                                                    "TMPDIR",
                                                    "FONTCONFIG_FILE",
                                                    "QT_QPA_PLATFORM",
                                                    "QT_QUICK_BACKEND",
                                                    "QT_SCALE_FACTOR",
                                                    "QSG_RENDER_LOOP",
                                                    "QV4_FORCE_INTERPRETER",
                                                    "PCSCLITE_CSOCK_NAME"};

Fault hardeningFault(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, errno, where};
}

Result<void> cleanEnvironment()
{
    const auto kept = allowedEnvironment();
    if (::clearenv() != 0)
        return hardeningFault("process/cleanEnvironment");
    for (const auto& variable : kept) {
        const auto equals = variable.find('=');
        if (::setenv(variable.substr(0, equals).c_str(), variable.c_str() + equals + 1, 1) != 0)
            return hardeningFault("process/cleanEnvironment");
    }
    return {};
}

} // namespace

bool mayBeInherited(std::string_view name)
{
    return std::ranges::find(kAllowed, name) != kAllowed.end();
}

std::vector<std::string> allowedEnvironment()
{
    std::vector<std::string> kept;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view variable{*entry};
        const auto equals = variable.find('=');
        if (equals != std::string_view::npos && mayBeInherited(variable.substr(0, equals)))
            kept.emplace_back(variable);
    }
    return kept;
}

Result<void> hardenProcess()
{
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        return hardeningFault("process/noCoreDumps");
    if (::prctl(PR_SET_DUMPABLE, 0) != 0)
        return hardeningFault("process/notDumpable");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return hardeningFault("process/noNewPrivileges");
    return cleanEnvironment();
}

} // namespace madoguchi
