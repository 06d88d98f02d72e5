// SPDX-License-Identifier: Apache-2.0
// Stands in for pcscd: its SCard functions take the place of libpcsclite's in this test program. Behaves like
// pcsc-lite 1.9 where it matters: waits return for event counters, SCardCancel() does nothing for a wait that
// has not begun, a vanished reader name is an error.
#pragma once

#include "drivers/card/Apdu.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace madoguchi::testing {

class FakePcsc {
public:
    static FakePcsc& instance();

    /// Back to a running service without readers; forgets all counts.
    void reset();

    void plugIn(const std::string& reader);
    void unplug(const std::string& reader);
    void insert(const std::string& reader);
    void remove(const std::string& reader);
    void stopService();
    void startService();

    /// Blocks until somebody sleeps in SCardGetStatusChange.
    void awaitSleeper();

    struct Call {
        std::string name;
        long argument{0};
    };
    /// What was called, with the argument that matters (share mode, protocol, disposition).
    [[nodiscard]] std::vector<Call> calls();
    [[nodiscard]] int count(const std::string& name);

    /// Codes returned by the next calls of a function, before it works normally.
    void failNext(const std::string& function, long code);
    /// Called at the start of the next SCardGetStatusChange that would sleep, before it can be cancelled.
    void beforeSleep(std::function<void()> hook);

    struct Reader {
        std::string name;
        bool present{false};
        unsigned events{0};
    };

    // The service itself; used by the SCard functions only.
    long call(const std::string& function, long argument = 0);
    [[nodiscard]] std::vector<Reader> readers();
    long sleep(void* states, unsigned long count, unsigned long milliseconds);
    void cancel();
    Bytes answer;                                ///< of SCardTransmit
    Bytes command;                               ///< what SCardTransmit was given last
    unsigned long protocol{2};                   ///< SCARD_PROTOCOL_T1
    std::deque<std::pair<long, Bytes>> controls; ///< code and answer of the next SCardControl calls

private:
    bool fill(void* states, unsigned long count, bool& unknown);
    void changed(const std::function<void()>& change);

    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Reader> readers_;
    std::vector<Call> calls_;
    std::deque<std::pair<std::string, long>> failures_;
    std::function<void()> beforeSleep_;
    bool running_{true};
    int sleepers_{0};
    bool cancelled_{false};
    unsigned readerEvents_{1};
};

} // namespace madoguchi::testing
