// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/write_queue.h"

#include "sandbox/store/connection.h"
#include "sandbox/store/service_fault.h"

#include <thread>

namespace smartca::sandbox {

WriteQueue::WriteQueue(std::unique_ptr<Session> session) : session_(std::move(session)) {}

Outcome WriteQueue::run(const Work &work)
{
    Job job{&work, {}, false};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&job);
    while (!job.done) {
        if (writing_) {
            someoneIsDone_.wait(lock);
            continue;
        }
        writing_ = true;
        // Whoever is about to come may come along: one commit more costs more than this moment.
        lock.unlock();
        std::this_thread::yield();
        lock.lock();
        const auto batch = std::exchange(waiting_, {});
        lock.unlock();
        runTogether(batch);
        lock.lock();
        for (auto *finished : batch)
            finished->done = true;
        writing_ = false;
        someoneIsDone_.notify_all();
    }
    return std::move(job.outcome);
}

void WriteQueue::runTogether(const std::vector<Job *> &batch)
{
    try {
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
        if (inTransaction(*session_))
            runScript(*session_, "ROLLBACK");
    }
}

/// A savepoint each, so that one that fails takes only its own changes back.
void WriteQueue::runOne(Job &job, bool alone)
{
    if (!alone)
        session_->run("SAVEPOINT one");
    bool keep = false;
    try {
        keep = (*job.work)(*session_);
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
