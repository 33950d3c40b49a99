// SPDX-License-Identifier: Apache-2.0
#include "client/worker.h"

namespace smartca::client {

Worker::Worker() : home_(new QObject)
{
    home_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, home_, &QObject::deleteLater);
    thread_.setObjectName(QStringLiteral("smartca-client"));
    thread_.start();
}

Worker::~Worker()
{
    post([this] { thread_.quit(); }); // in its turn: what was posted before still runs
    thread_.wait();
}

void Worker::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(work));
    }
    QMetaObject::invokeMethod(
        home_, [this] { runQueued(); }, Qt::QueuedConnection);
}

void Worker::interrupt(std::function<void()> action)
{
    QMetaObject::invokeMethod(home_, std::move(action), Qt::QueuedConnection);
}

void Worker::runQueued()
{
    if (running_)
        return; // called from the event loop of the work under way; the loop below goes on with the queue
    running_ = true;
    while (true) {
        std::function<void()> work;
        {
            const std::lock_guard lock(mutex_);
            if (queue_.empty())
                break;
            work = std::move(queue_.front());
            queue_.pop_front();
        }
        work();
    }
    running_ = false;
}

} // namespace smartca::client
