// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/write_queue.h"

#include "sandbox/crew/signal.h"
#include "sandbox/store/connection.h"
#include "sandbox/store/service_fault.h"

#include <algorithm>
#include <utility>

namespace smartca::sandbox {

namespace {

/// A third of the crew's hands (CrewSize): the others have something to compute meanwhile, those of this
/// batch nothing.
constexpr std::ptrdiff_t mostTogether = 64;

} // namespace

/// One transaction and who waits for it: told alone, when there is something to be told.
class WriteQueue::Job {
public:
    explicit Job(const Work &theWork) : work(theWork) {}

    const Work &work;
    Outcome outcome;
    bool mustWrite = false; ///< told so; otherwise told that it is done
    Signal told;
};

WriteQueue::WriteQueue(std::unique_ptr<Session> session) : session_(std::move(session)) {}

Outcome WriteQueue::run(const Work &work)
{
    Job job(work);
    if (!isFirst(job)) {
        job.told.wait();
        if (!job.mustWrite)
            return std::move(job.outcome);
    }
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

/// By the first of those who wait: its own is in the batch.
void WriteQueue::writeForAll()
{
    std::unique_lock lock(mutex_);
    const auto end = waiting_.begin() + std::min(std::ssize(waiting_), mostTogether);
    const std::vector<Job *> batch(waiting_.begin(), end);
    waiting_.erase(waiting_.begin(), end);
    lock.unlock();
    runTogether(batch);
    lock.lock();
    auto *const next = waiting_.empty() ? nullptr : waiting_.front();
    writing_ = next != nullptr;
    lock.unlock();
    // The next one before the rest, which has something to compute while it writes.
    if (next != nullptr) {
        next->mustWrite = true;
        next->told.tell();
    }
    for (auto *finished : batch)
        finished->told.tell();
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
