// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/crew/signal.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <thread>

namespace smartca::sandbox {

struct CrewSize {
    /// Twice the cores: one that waits for the disk or makes a key leaves no core idle.
    unsigned threads = 2 * std::max(1U, std::thread::hardware_concurrency());
    /// Works begun and not ended, most of which wait: more than may wait for a password's turn, so that
    /// others are served meanwhile, and enough that some have something to compute while one commits for
    /// many.
    unsigned hands = 192;
};

/// Does works on a few threads, each work on a stack of its own: at Signal::wait() it leaves its thread to
/// the next one. All go on in the order in which they came or were told. What a work computes without waiting
/// it computes in one piece; what blocks its thread otherwise (a disk, a lock) blocks it for all.
class Crew {
public:
    /// Throws std::bad_alloc or std::system_error where there is no memory for the stacks, or no thread.
    explicit Crew(CrewSize size);
    ~Crew();
    Crew(const Crew &) = delete;
    Crew &operator=(const Crew &) = delete;

    /// From any thread. A work must not throw.
    void post(std::function<void()> work);
    /// Returns when everything posted has been done; what is posted later never is. Not from inside a work.
    void finish();

    /// For Signal: waits there when the caller is a work of some crew, otherwise says false at once.
    static bool waitInCrew(Signal &signal);

private:
    class Hand;
    class Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace smartca::sandbox
