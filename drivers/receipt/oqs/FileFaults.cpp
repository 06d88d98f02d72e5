// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/FileFaults.h"

#include <cerrno>

namespace madoguchi {
namespace {

FaultCode codeOf(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENODEV:
    case ENXIO:
    case ESTALE:    // a share that was mounted anew
    case EHOSTDOWN: // a share whose computer is switched off
    case EHOSTUNREACH:
    case ENOTCONN:
        return FaultCode::HandOverFolderMissing;
    case ENOSPC:
    case EDQUOT:
        return FaultCode::HandOverFolderFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return FaultCode::HandOverFolderRefused;
    case EEXIST:
        return FaultCode::HandOverNameTaken;
    default:
        return FaultCode::HandOverFailed;
    }
}

} // namespace

Fault fileFault(int error, std::string_view where)
{
    return {codeOf(error), FaultSpace::Errno, error, where};
}

} // namespace madoguchi
