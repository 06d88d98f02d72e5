// SPDX-License-Identifier: Apache-2.0
#include "FakePcsc.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <reader.h>
#include <winscard.h>

namespace madoguchi::testing {
namespace {

constexpr std::string_view kPseudoReader = "\\\\?PnP?\\Notification";

} // namespace

FakePcsc& FakePcsc::instance()
{
    static FakePcsc fake;
    return fake;
}

void FakePcsc::reset()
{
    const std::lock_guard lock{mutex_};
    readers_.clear();
    calls_.clear();
    failures_.clear();
    controls.clear();
    beforeSleep_ = nullptr;
    running_ = true;
    cancelled_ = false;
    protocol = SCARD_PROTOCOL_T1;
}

void FakePcsc::changed(const std::function<void()>& change)
{
    const std::lock_guard lock{mutex_};
    change();
    wake_.notify_all();
}

void FakePcsc::plugIn(const std::string& reader)
{
    changed([&] { readers_.push_back({reader}), ++readerEvents_; });
}

void FakePcsc::unplug(const std::string& reader)
{
    changed([&] {
        std::erase_if(readers_, [&](const Reader& one) { return one.name == reader; }), ++readerEvents_;
    });
}

void FakePcsc::insert(const std::string& reader)
{
    changed([&] {
        const auto found = std::ranges::find(readers_, reader, &Reader::name);
        found->present = true;
        ++found->events;
    });
}

void FakePcsc::remove(const std::string& reader)
{
    changed([&] {
        const auto found = std::ranges::find(readers_, reader, &Reader::name);
        found->present = false;
        ++found->events;
    });
}

void FakePcsc::stopService()
{
    changed([&] { running_ = false; });
}

void FakePcsc::startService()
{
    changed([&] { running_ = true; });
}

void FakePcsc::awaitSleeper()
{
    std::unique_lock lock{mutex_};
    wake_.wait(lock, [&] { return sleepers_ > 0; });
}

std::vector<FakePcsc::Call> FakePcsc::calls()
{
    const std::lock_guard lock{mutex_};
    return calls_;
}

int FakePcsc::count(const std::string& name)
{
    const std::lock_guard lock{mutex_};
    return static_cast<int>(std::ranges::count(calls_, name, &Call::name));
}

void FakePcsc::failNext(const std::string& function, long code)
{
    const std::lock_guard lock{mutex_};
    failures_.emplace_back(function, code);
}

void FakePcsc::beforeSleep(std::function<void()> hook)
{
    const std::lock_guard lock{mutex_};
    beforeSleep_ = std::move(hook);
}

long FakePcsc::call(const std::string& function, long argument)
{
    const std::lock_guard lock{mutex_};
    calls_.push_back({function, argument});
    const auto failure = std::ranges::find(failures_, function, &std::pair<std::string, long>::first);
    if (failure != failures_.end()) {
        const auto code = failure->second;
        failures_.erase(failure);
        return code;
    }
    return running_ ? SCARD_S_SUCCESS : SCARD_E_NO_SERVICE;
}

std::vector<FakePcsc::Reader> FakePcsc::readers()
{
    const std::lock_guard lock{mutex_};
    return readers_;
}

/// Writes the present states; true when one differs from what the caller believes.
bool FakePcsc::fill(void* states, unsigned long count, bool& unknown)
{
    bool news = false;
    auto* const list = static_cast<SCARD_READERSTATE*>(states);
    for (auto* state = list; state != list + count; ++state) {
        if (state->szReader == kPseudoReader) {
            const auto believed = state->dwCurrentState >> 16;
            state->dwEventState = DWORD{readerEvents_} << 16;
            news |= believed != 0 && believed != readerEvents_;
            continue;
        }
        const auto reader = std::ranges::find(readers_, state->szReader, &Reader::name);
        if (reader == readers_.end()) {
            unknown = true;
            return true;
        }
        state->dwEventState =
            DWORD{reader->events} << 16 | (reader->present ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY);
        if (state->dwEventState != state->dwCurrentState) {
            state->dwEventState |= SCARD_STATE_CHANGED;
            news = true;
        }
    }
    return news;
}

long FakePcsc::sleep(void* states, unsigned long count, unsigned long milliseconds)
{
    std::unique_lock lock{mutex_};
    bool unknown = false;
    const auto ready = [&] { return !running_ || cancelled_ || fill(states, count, unknown); };
    if (!ready()) {
        if (auto hook = std::exchange(beforeSleep_, nullptr)) {
            lock.unlock();
            hook();
            lock.lock();
        }
        ++sleepers_;
        wake_.notify_all();
        const bool woken = wake_.wait_for(lock, std::chrono::milliseconds{milliseconds}, ready);
        --sleepers_;
        if (!woken)
            return SCARD_E_TIMEOUT;
    }
    if (std::exchange(cancelled_, false))
        return SCARD_E_CANCELLED;
    if (!running_)
        return SCARD_E_NO_SERVICE;
    return unknown ? SCARD_E_UNKNOWN_READER : SCARD_S_SUCCESS;
}

void FakePcsc::cancel()
{
    const std::lock_guard lock{mutex_};
    cancelled_ = sleepers_ > 0;
    wake_.notify_all();
}

} // namespace madoguchi::testing

using madoguchi::testing::FakePcsc;

extern "C" {

LONG SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT context)
{
    *context = 7;
    return FakePcsc::instance().call("EstablishContext");
}

LONG SCardReleaseContext(SCARDCONTEXT)
{
    return FakePcsc::instance().call("ReleaseContext");
}

LONG SCardListReaders(SCARDCONTEXT, LPCSTR, LPSTR names, LPDWORD size)
{
    const auto code = FakePcsc::instance().call("ListReaders");
    if (code != SCARD_S_SUCCESS)
        return code;
    const auto readers = FakePcsc::instance().readers();
    if (readers.empty())
        return SCARD_E_NO_READERS_AVAILABLE;
    std::string list;
    for (const auto& reader : readers)
        list += reader.name + '\0';
    list += '\0';
    if (list.size() > *size)
        return SCARD_E_INSUFFICIENT_BUFFER;
    std::memcpy(names, list.data(), list.size());
    *size = list.size();
    return SCARD_S_SUCCESS;
}

LONG SCardGetStatusChange(SCARDCONTEXT, DWORD timeout, SCARD_READERSTATE* states, DWORD count)
{
    const auto code = FakePcsc::instance().call("GetStatusChange");
    return code == SCARD_S_SUCCESS ? FakePcsc::instance().sleep(states, count, timeout) : code;
}

LONG SCardCancel(SCARDCONTEXT)
{
    FakePcsc::instance().call("Cancel");
    FakePcsc::instance().cancel();
    return SCARD_S_SUCCESS;
}

LONG SCardConnect(SCARDCONTEXT, LPCSTR, DWORD, DWORD protocols, LPSCARDHANDLE card, LPDWORD protocol)
{
    *card = 9;
    *protocol = FakePcsc::instance().protocol;
    return FakePcsc::instance().call("Connect", static_cast<long>(protocols));
}

LONG SCardReconnect(SCARDHANDLE, DWORD, DWORD, DWORD, LPDWORD protocol)
{
    *protocol = FakePcsc::instance().protocol;
    return FakePcsc::instance().call("Reconnect");
}

LONG SCardDisconnect(SCARDHANDLE, DWORD disposition)
{
    return FakePcsc::instance().call("Disconnect", static_cast<long>(disposition));
}

LONG SCardBeginTransaction(SCARDHANDLE)
{
    return FakePcsc::instance().call("BeginTransaction");
}

LONG SCardEndTransaction(SCARDHANDLE, DWORD disposition)
{
    return FakePcsc::instance().call("EndTransaction", static_cast<long>(disposition));
}

LONG SCardTransmit(SCARDHANDLE, const SCARD_IO_REQUEST* pci, LPCBYTE command, DWORD size, SCARD_IO_REQUEST*,
                   LPBYTE answer, LPDWORD answerSize)
{
    auto& fake = FakePcsc::instance();
    const auto code = fake.call("Transmit", static_cast<long>(pci->dwProtocol));
    if (code != SCARD_S_SUCCESS)
        return code;
    fake.command.assign(command, command + size);
    if (fake.answer.size() > *answerSize)
        return SCARD_E_INSUFFICIENT_BUFFER;
    std::ranges::copy(fake.answer, answer);
    *answerSize = fake.answer.size();
    return SCARD_S_SUCCESS;
}

LONG SCardControl(SCARDHANDLE, DWORD code, LPCVOID, DWORD, LPVOID answer, DWORD room, LPDWORD size)
{
    auto& fake = FakePcsc::instance();
    const auto failure = fake.call("Control", static_cast<long>(code));
    if (failure != SCARD_S_SUCCESS)
        return failure;
    if (fake.controls.empty() || fake.controls.front().first != static_cast<long>(code))
        return SCARD_E_UNSUPPORTED_FEATURE;
    const auto bytes = fake.controls.front().second;
    fake.controls.pop_front();
    if (bytes.size() > room)
        return SCARD_E_INSUFFICIENT_BUFFER;
    std::memcpy(answer, bytes.data(), bytes.size());
    *size = bytes.size();
    return SCARD_S_SUCCESS;
}
}
