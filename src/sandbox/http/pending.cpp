// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/pending.h"

#include "sandbox/store/guarded.h"

#include <mutex>

namespace smartca::sandbox::http {

struct Pending::State {
    Milliseconds wait{};
    std::function<Result<Response>()> atDeadline;
    std::mutex mutex;
    std::optional<Result<Response>> early; ///< the answer came before the server was ready for it
    std::function<void(Result<Response>)> sink;
    bool over = false;
};

Pending::Pending(Milliseconds wait, std::function<Result<Response>()> atDeadline)
    : state_(std::make_shared<State>())
{
    state_->wait = wait;
    state_->atDeadline = std::move(atDeadline);
}

bool Pending::complete(Result<Response> answer) const
{
    std::function<void(Result<Response>)> sink;
    {
        const std::lock_guard lock(state_->mutex);
        if (state_->over)
            return false;
        state_->over = true;
        if (!state_->sink) {
            state_->early = std::move(answer);
            return true;
        }
        sink = std::exchange(state_->sink, nullptr);
    }
    sink(std::move(answer));
    return true;
}

bool Pending::over() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->over;
}

Milliseconds Pending::wait() const
{
    return state_->wait;
}

void Pending::deliverTo(std::function<void(Result<Response>)> sink) const
{
    std::optional<Result<Response>> early;
    {
        const std::lock_guard lock(state_->mutex);
        early = std::exchange(state_->early, std::nullopt);
        if (!early) {
            state_->sink = std::move(sink);
            return;
        }
    }
    sink(std::move(*early));
}

void Pending::deadline() const
{
    if (!over())
        complete(guarded("a poll", state_->atDeadline));
}

void Pending::abandon() const
{
    const std::lock_guard lock(state_->mutex);
    state_->over = true;
    state_->sink = nullptr;
}

} // namespace smartca::sandbox::http
