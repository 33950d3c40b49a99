// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QThread>

#include <deque>
#include <functional>
#include <mutex>

namespace smartca::client {

/// One thread that does one piece of work after the other. Work may run an event loop of its own (a request
/// waits for its answer): the next piece still waits for its end.
class Worker : public QObject {
    Q_OBJECT

public:
    Worker();
    /// Ends once everything posted before has run; give up first what takes long.
    ~Worker() override;

    void post(std::function<void()> work);
    /// Runs inside the event loop of the work under way, for giving it up.
    void interrupt(std::function<void()> action);

private:
    void runQueued();

    QThread thread_;
    QObject *home_; ///< lives on the thread
    std::mutex mutex_;
    std::deque<std::function<void()>> queue_;
    bool running_ = false; ///< of the thread alone
};

} // namespace smartca::client
