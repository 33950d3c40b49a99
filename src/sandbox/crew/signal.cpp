// SPDX-License-Identifier: Apache-2.0
#include "sandbox/crew/signal.h"

#include "sandbox/crew/crew.h"

#include <condition_variable>
#include <mutex>

namespace smartca::sandbox {
namespace {

class ToldMark final : public Sleeper {
public:
    void wake() override {}
};

Sleeper *told()
{
    static ToldMark mark;
    return &mark;
}

/// A thread outside any crew.
class SleepingThread final : public Sleeper {
public:
    void sleep()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return woken_; });
        woken_ = false;
    }
    void wake() override
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
        changed_.notify_one(); // under the lock: the thread may end as soon as it sees this
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
};

} // namespace

void Signal::wait()
{
    if (state_.load(std::memory_order_acquire) == told() || Crew::waitInCrew(*this))
        return;
    thread_local SleepingThread me;
    if (park(me))
        me.sleep();
}

void Signal::tell()
{
    auto *const before = state_.exchange(told(), std::memory_order_acq_rel);
    if (before != nullptr)
        before->wake();
}

bool Signal::park(Sleeper &sleeper)
{
    Sleeper *nobody = nullptr;
    return state_.compare_exchange_strong(nobody, &sleeper, std::memory_order_acq_rel);
}

} // namespace smartca::sandbox
