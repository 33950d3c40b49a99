// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/write_queue.h"

#include "sandbox/store/connection.h"
#include "sandbox/store/service_fault.h"

#include <condition_variable>
#include <thread>
#include <utility>

namespace smartca::sandbox {

/// One transaction and who waits for it: each wakes alone, when there is something to wake for.
class WriteQueue::Job {
public:
    enum class Told : std::uint8_t { Nothing, Write, Done };

    explicit Job(const Work &theWork) : work(theWork) {}

    [[nodiscard]] Told wait()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return told_ != Told::Nothing; });
        return told_;
    }
    /// Told Done, it may be gone as soon as this returns.
    void tell(Told told)
    {
        const std::lock_guard lock(mutex_);
        told_ = told;
        changed_.notify_one();
    }

    const Work &work;
    Outcome outcome;

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    Told told_ = Told::Nothing;
};

WriteQueue::WriteQueue(std::unique_ptr<Session> session) : session_(std::move(session)) {}

Outcome WriteQueue::run(const Work &work)
{
    Job job(work);
    if (isFirst(job) || job.wait() == Job::Told::Write)
        writeForAll();
    return std::move(job.outcome);
}

/// Whether nobody writes: then this one has to.
bool WriteQueue::isFirst(Job &job)
{
    const std::lock_guard lock(mutex_);
    waiting_.push_back(&job);
    return !std::exchange(writing_, true);
}

void WriteQueue::writeForAll()
{
    // Whoever is about to come may come along: one commit more costs more than this moment.
    std::this_thread::yield();
    std::unique_lock lock(mutex_);
    const auto batch = std::exchange(waiting_, {});
    lock.unlock();
    runTogether(batch);
    lock.lock();
    auto *const next = waiting_.empty() ? nullptr : waiting_.front();
    writing_ = next != nullptr;
    lock.unlock();
    if (next != nullptr)
        next->tell(Job::Told::Write);
    for (auto *finished : batch)
        finished->tell(Job::Told::Done);
}

void WriteQueue::runTogether(const std::vector<Job *> &batch) noexcept
{
    try {
        takeBack(); // of an earlier batch, where even that failed
        session_->run("BEGIN IMMEDIATE");
        for (auto *job : batch)
            runOne(*job, batch.size() == 1);
        if (!inTransaction(*session_) && batch.size() == 1)
            return; // rolled back as it wished
        session_->run("COMMIT");
        ++commits_;
    } catch (const std::exception &error) {
        const auto failure = serviceFault("transaction failed: " + reasonOf(error));
        for (auto *job : batch)
            job->outcome = tl::unexpected(failure);
        takeBack();
    }
}

void WriteQueue::takeBack() noexcept
{
    try {
        if (inTransaction(*session_))
            runScript(*session_, "ROLLBACK");
    } catch (
        const std::exception &) { // NOLINT(bugprone-empty-catch): the next batch tries again, and says so
    }
}

/// A savepoint each, so that one that fails takes only its own changes back.
void WriteQueue::runOne(Job &job, bool alone)
{
    if (!alone)
        session_->run("SAVEPOINT one");
    bool keep = false;
    try {
        keep = job.work(*session_);
    } catch (const std::exception &error) {
        job.outcome = tl::unexpected(serviceFault("transaction failed: " + reasonOf(error)));
    }
    if (!inTransaction(*session_)) {
        if (!alone || keep)
            throw soci::soci_error("the database gave the transaction up");
        return;
    }
    if (alone && !keep)
        runScript(*session_, "ROLLBACK");
    else if (keep && !alone)
        session_->run("RELEASE one");
    else if (!alone)
        runScript(*session_, "ROLLBACK TO one; RELEASE one");
}

} // namespace smartca::sandbox
