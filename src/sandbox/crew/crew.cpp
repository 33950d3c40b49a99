// SPDX-License-Identifier: Apache-2.0
#include "sandbox/crew/crew.h"

#include "sandbox/crew/batch_thread.h"
#include "sandbox/crew/stack_switch.h"

#include <boost/context/fiber.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace smartca::sandbox {
namespace {

namespace context = boost::context;

/// Address space, of which only what was used once is memory; below it lies a page that nobody may touch.
constexpr std::size_t stackBytes = 1024UL * 1024;

} // namespace

/// A stack, and the work that is being done on it.
class Crew::Hand final : public Sleeper {
public:
    /// `ready` is called when it can go on after it waited.
    explicit Hand(std::function<void(Hand &)> ready) : ready_(std::move(ready))
    {
        context::protected_fixedsize_stack stacks(stackBytes);
        const auto stack = stacks.allocate();
        place_ = {.bottom = static_cast<const std::byte *>(stack.sp) - stack.size, .size = stack.size};
        own_ = context::fiber(std::allocator_arg, context::preallocated(stack.sp, stack.size, stack), stacks,
                              [this](context::fiber &&thread) { return live(std::move(thread)); });
        enter(); // comes back at once: nothing to do yet
    }
    ~Hand()
    {
        work_ = nullptr;
        enter(); // to its end, where its stack is given back
    }

    /// Nothing: the work is done. Otherwise where it waits: to be parked there, now that nobody is on its
    /// stack.
    [[nodiscard]] Signal *begin(std::function<void()> work)
    {
        work_ = std::move(work);
        return goOn();
    }
    [[nodiscard]] Signal *goOn()
    {
        current() = this;
        enter();
        current() = nullptr;
        return std::exchange(waitsAt_, nullptr);
    }
    void waitAt(Signal &signal)
    {
        waitsAt_ = &signal;
        leave();
    }
    void wake() override { ready_(*this); }

    /// The one that works in this thread. Neither inlined nor taken for a constant: whoever waits may go on
    /// in another thread, where a remembered address would be the wrong one.
    [[gnu::noinline]] static Hand *&current()
    {
        thread_local Hand *mine = nullptr;
        asm volatile(""); // NOLINT(hicpp-no-assembler)
        return mine;
    }

private:
    void enter()
    {
        void *kept = nullptr;
        beforeSwitch(&kept, place_);
        own_ = std::move(own_).resume();
        afterSwitch(kept);
    }
    void leave()
    {
        void *kept = nullptr;
        beforeSwitch(&kept, threadsPlace_);
        thread_ = std::move(thread_).resume();
        threadsPlace_ = afterSwitch(kept);
    }
    context::fiber live(context::fiber &&thread) noexcept
    {
        threadsPlace_ = afterSwitch(nullptr);
        thread_ = std::move(thread);
        for (leave(); work_; leave()) {
            work_();
            work_ = nullptr;
        }
        beforeSwitch(nullptr, threadsPlace_);
        return std::move(thread_);
    }

    std::function<void(Hand &)> ready_;
    std::function<void()> work_;
    Signal *waitsAt_ = nullptr;
    context::fiber own_;    ///< while nobody is on its stack
    context::fiber thread_; ///< meanwhile: who runs it
    StackPlace place_;
    StackPlace threadsPlace_;
};

class Crew::Inside {
public:
    explicit Inside(const CrewSize &size)
    {
        for (unsigned count = 0; count < size.hands; ++count)
            hands_.push_back(
                std::make_unique<Hand>([this](Hand &hand) { queue({.hand = &hand, .work = {}}); }));
        for (const auto &hand : hands_)
            idle_.push_back(hand.get());
        try {
            for (unsigned count = 0; count < size.threads; ++count)
                threads_.emplace_back([this] { serve(); });
        } catch (...) {
            finish();
            throw;
        }
    }

    void post(std::function<void()> work)
    {
        const std::lock_guard lock(mutex_);
        if (idle_.empty())
            return outside_.push_back(std::move(work));
        turns_.push_back({.hand = idle_.back(), .work = std::move(work)});
        idle_.pop_back();
        changed_.notify_one();
    }

    void finish()
    {
        {
            const std::lock_guard lock(mutex_);
            finishing_ = true;
        }
        changed_.notify_all();
        for (auto &thread : threads_)
            thread.join();
        threads_.clear();
    }

private:
    /// A hand, and the work it is to begin; none when it goes on with its own.
    struct Turn {
        Hand *hand = nullptr;
        std::function<void()> work;
    };

    void queue(Turn turn)
    {
        const std::lock_guard lock(mutex_);
        turns_.push_back(std::move(turn));
        changed_.notify_one(); // under the lock: once that work is done, the crew may end
    }

    void serve()
    {
        computeInBatch();
        while (auto turn = next()) {
            auto *const hand = turn->hand;
            auto *signal = turn->work ? hand->begin(std::move(turn->work)) : hand->goOn();
            while (signal != nullptr && !signal->park(*hand))
                signal = hand->goOn(); // told before it was parked
            if (signal == nullptr)
                isDone(*hand);
        }
    }

    std::optional<Turn> next()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !turns_.empty() || (finishing_ && isIdle()); });
        if (turns_.empty())
            return std::nullopt;
        auto turn = std::move(turns_.front());
        turns_.pop_front();
        return turn;
    }

    void isDone(Hand &hand)
    {
        const std::lock_guard lock(mutex_);
        if (!outside_.empty()) {
            turns_.push_back({.hand = &hand, .work = std::move(outside_.front())});
            outside_.pop_front();
            return; // this thread looks next
        }
        idle_.push_back(&hand);
        if (finishing_ && isIdle())
            changed_.notify_all();
    }

    [[nodiscard]] bool isIdle() const { return idle_.size() == hands_.size(); }

    std::vector<std::unique_ptr<Hand>> hands_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Hand *> idle_;
    std::deque<Turn> turns_;
    std::deque<std::function<void()>> outside_; ///< works for which no hand is free
    bool finishing_ = false;
    std::vector<std::thread> threads_;
};

Crew::Crew(CrewSize size) : inside_(std::make_unique<Inside>(size)) {}

Crew::~Crew()
{
    finish();
}

void Crew::post(std::function<void()> work)
{
    inside_->post(std::move(work));
}

void Crew::finish()
{
    inside_->finish();
}

bool Crew::waitInCrew(Signal &signal)
{
    auto *const hand = Hand::current();
    if (hand != nullptr)
        hand->waitAt(signal);
    return hand != nullptr;
}

} // namespace smartca::sandbox
