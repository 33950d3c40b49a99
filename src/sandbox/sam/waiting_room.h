// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/pending.h"

#include <map>
#include <mutex>

namespace smartca::sandbox {

/// Long polls for a certificate: at most one per activation.
class WaitingRoom {
public:
    /// A newer poll of the same activation takes the place; the older one is answered by its own deadline's
    /// means at once.
    void enter(const std::string &activationId, const http::Pending &pending);
    [[nodiscard]] bool empty() const;
    /// Who waits; those who left or were answered are forgotten.
    [[nodiscard]] std::map<std::string, http::Pending> waiting();

private:
    mutable std::mutex mutex_;
    std::map<std::string, http::Pending> polls_;
};

} // namespace smartca::sandbox
