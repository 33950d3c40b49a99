// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <memory>
#include <string>

/// A TCP proxy that makes networks bad on purpose. It ends no TLS: it sees records and lengths, which is
/// enough to tell requests from answers (TLS 1.3, HTTP/1.1 without pipelining, a server that sends no session
/// tickets), and changes what a network could.
namespace smartca::faults {

enum class Mode {
    Pass,
    CutBefore,     ///< the request is read and not forwarded; both sides closed
    CutAfter,      ///< the request is forwarded, its answer made and thrown away; both sides closed
    CorruptAnswer, ///< one bit of the answer changed
    CorruptRequest,
    Refuse, ///< connections are reset as they come; `request` counts connections then
};

struct ProxyOptions {
    std::string listen = "127.0.0.1:0";
    std::string to = {}; ///< host:port; may be said later, before the first connection
    Mode mode = Mode::Pass;
    int request = 1; ///< from which request on, over all connections, counted as they come through
    int times = 1;   ///< how often
    /// Each direction, and once more for the three-way handshake: 50 ms is a round trip of 100 ms.
    Milliseconds delay{0};
    /// Octets at a time, one piece a millisecond; 0: all at once.
    std::size_t drip = 0;
};

class FaultProxy {
public:
    explicit FaultProxy(const ProxyOptions &options);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    /// Where to, from the next connection on: a service wants to know its public address before it listens.
    void forwardTo(const std::string &address);
    [[nodiscard]] int port() const;
    [[nodiscard]] int connections() const;
    [[nodiscard]] int requests() const;
    /// Faults made so far.
    [[nodiscard]] int faults() const;

    struct Shared; ///< what the connections share; of no use outside

private:
    std::shared_ptr<Shared> shared_;
};

} // namespace smartca::faults
