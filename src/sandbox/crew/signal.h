// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace smartca::sandbox {

/// Who waits at a Signal.
class Sleeper {
public:
    Sleeper() = default;
    Sleeper(const Sleeper &) = delete;
    Sleeper &operator=(const Sleeper &) = delete;
    /// From any thread, once for each time it was parked.
    virtual void wake() = 0;

protected:
    ~Sleeper() = default;
};

/// One waits, another tells, once, in whatever order. Who waits while working in a Crew gives its thread to
/// others until then, and may go on in another thread: it must hold no lock and no pointer to anything of the
/// thread it waited in, and must not wait while it handles an exception. Any other thread blocks.
class Signal {
public:
    void wait();
    /// The signal may be gone as soon as its waiter knows.
    void tell();
    /// Leaves the sleeper to be woken by tell(), after which neither may be touched; false when it is told
    /// already.
    [[nodiscard]] bool park(Sleeper &sleeper);

private:
    std::atomic<Sleeper *> state_ = nullptr; ///< nobody yet, the sleeper, or the mark that it is told
};

} // namespace smartca::sandbox
