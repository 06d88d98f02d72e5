// SPDX-License-Identifier: Apache-2.0
#include "practice/enclosure/EndSignals.h"

#include <atomic>
#include <csignal>
#include <sys/eventfd.h>

namespace madoguchi {

namespace {

constexpr int kSignals[] = {SIGTERM, SIGINT};

std::atomic<int> stopEvent{-1}; // a signal handler is given nothing but the signal's number

void onSignal(int)
{
    ::eventfd_write(stopEvent, 1);
}

void handle(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : kSignals)
        ::sigaction(signal, &action, nullptr);
}

} // namespace

EndSignals::EndSignals() : event_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}
{
    stopEvent = event_.value();
    handle(onSignal);
}

EndSignals::~EndSignals()
{
    handle(SIG_DFL);
    stopEvent = -1;
}

} // namespace madoguchi
