// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sandbox/store/connection.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace smartca::sandbox {

/// The one writer. Whoever comes first writes for all who came while the last commit was on its way to the
/// disk, so that many transactions cost one flush.
class WriteQueue {
public:
    using Work = std::function<bool(Session &)>;

    explicit WriteQueue(std::unique_ptr<Session> session);

    /// Returns when the work is committed, or rolled back because it said false. Failure SVC-101: nothing of
    /// it is in the database.
    [[nodiscard]] Outcome run(const Work &work);
    [[nodiscard]] std::uint64_t commits() const { return commits_; }

private:
    struct Job {
        const Work *work;
        Outcome outcome;
        bool done = false;
    };
    void runTogether(const std::vector<Job *> &batch);
    void runOne(Job &job, bool alone);

    std::unique_ptr<Session> session_;
    std::mutex mutex_;
    std::condition_variable someoneIsDone_;
    std::vector<Job *> waiting_;
    bool writing_ = false;
    std::atomic<std::uint64_t> commits_ = 0;
};

} // namespace smartca::sandbox
