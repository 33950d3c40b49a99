// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sandbox/store/connection.h"

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace smartca::sandbox {

/// The one writer. Whoever comes first writes for all who came while the last commit was on its way to the
/// disk, so that many transactions cost one flush; then the first of those who came meanwhile writes.
class WriteQueue {
public:
    using Work = std::function<bool(Session &)>;

    explicit WriteQueue(std::unique_ptr<Session> session);

    /// Returns when the work is committed, or rolled back because it said false. Failure SVC-101: nothing of
    /// it is in the database.
    [[nodiscard]] Outcome run(const Work &work);
    [[nodiscard]] std::uint64_t commits() const { return commits_; }

private:
    class Job;
    [[nodiscard]] bool isFirst(Job &job);
    void writeForAll();
    void runTogether(const std::vector<Job *> &batch) noexcept;
    void runOne(Job &job, bool alone);
    void takeBack() noexcept;

    std::unique_ptr<Session> session_;
    std::mutex mutex_;
    std::deque<Job *> waiting_; ///< in the order in which they came
    bool writing_ = false;      ///< somebody writes, or has been told to
    std::atomic<std::uint64_t> commits_ = 0;
};

} // namespace smartca::sandbox
