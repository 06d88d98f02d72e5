// SPDX-License-Identifier: Apache-2.0
// One thread with a queue of jobs: each port of a visit gets one, because ports block.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace madoguchi {

/// Runs jobs one after another in the order they came. The destructor drops what has not begun and waits for
/// the job that has.
class Worker {
public:
    using Job = std::function<void(std::stop_token)>;

    Worker() : thread_{[this](std::stop_token stop) { run(stop); }} {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void add(Job job)
    {
        {
            const std::lock_guard lock{mutex_};
            jobs_.push_back(std::move(job));
        }
        wake_.notify_one();
    }

private:
    void run(std::stop_token stop)
    {
        while (!stop.stop_requested()) {
            std::unique_lock lock{mutex_};
            if (!wake_.wait(lock, stop, [this] { return !jobs_.empty(); }))
                return;
            const Job job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            job(stop);
        }
    }

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> jobs_;
    std::jthread thread_; // last: it uses the others
};

} // namespace madoguchi
