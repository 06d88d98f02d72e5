// SPDX-License-Identifier: Apache-2.0
// A place of our own on this machine: mount, network and process namespaces with the loopback up, an empty
// /run/pcscd and a private pcscd whose only reader is vpcd's. What runs inside meets a card reader that is
// not there, and the machine's own pcscd, readers and ports are out of its sight. As root it takes namespaces
// as they are; an ordinary user gets a user namespace around them.
//
// Where the kernel refuses that, the machine's own pcscd serves, if vpcd is one of its readers; a line on
// stderr says so.
//
// Everything inside belongs to one PID namespace, so it ends with the enclosure, whatever ends that: a
// return, a signal, or SIGKILL to the caller.
#pragma once

#include <filesystem>
#include <functional>

namespace madoguchi {

class Enclosure {
public:
    /// Exit code when there is neither an enclosure nor a reader of the machine's; what is missing, and how
    /// to get it, stands on stderr.
    static constexpr int kNotBuilt = 125;

    /// `pcscdLog` receives what pcscd says about itself (never APDUs); empty: nobody listens.
    explicit Enclosure(std::filesystem::path pcscdLog = {}) : pcscdLog_{std::move(pcscdLog)} {}

    /// Runs `inside` in a child process in the enclosure and waits for its end. Returns its exit code, 128 +
    /// n if signal n ended it, or kNotBuilt. SIGTERM, SIGHUP and SIGINT to the caller are passed on to the
    /// child.
    int run(const std::function<int()>& inside) const;

private:
    class Refusal;
    int runAsInit(const std::function<int()>& inside, const Refusal& refusal) const;

    std::filesystem::path pcscdLog_;
};

} // namespace madoguchi
