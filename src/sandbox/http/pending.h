// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/message.h"

#include <functional>
#include <memory>

namespace smartca::sandbox::http {

/// An answer that comes later, without a thread that waits for it (long poll). The handler keeps a copy and
/// returns another; whoever has the news calls complete(). When nobody has by the end of `wait`, the server
/// asks `atDeadline` (on a worker thread).
class Pending {
public:
    Pending(Milliseconds wait, std::function<Result<Response>()> atDeadline);

    /// Thread-safe; the first answer counts, later ones are dropped and false is returned. The answer is a
    /// failure or a response.
    bool complete(Result<Response> answer) const;
    /// Answered, or its client left: a waiting list may forget it.
    [[nodiscard]] bool over() const;

    // For the server.
    [[nodiscard]] Milliseconds wait() const;
    /// Calls `sink` once with the answer, at once when it is there already, from the thread that completes.
    void deliverTo(std::function<void(Result<Response>)> sink) const;
    void deadline() const;
    void abandon() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace smartca::sandbox::http
