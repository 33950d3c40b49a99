// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/flow/scripted_service.h"
#include "tests/flow/world.h"

namespace smartca::test {

/// Stands before the real service, under the address the service knows as its own, and changes what comes
/// back: what a service would say whose answers went wrong, or that somebody took over.
class ChangedAnswers {
public:
    /// Restarts the service under the new address.
    explicit ChangedAnswers(World &world);

    [[nodiscard]] protocol::ServiceProfile profile() const;

    /// Called for every answer that is good: "POST /v1/activations" of the request, and the body to change.
    std::function<void(const QByteArray &request, QByteArray &body)> change;

private:
    [[nodiscard]] QByteArray pass(const QByteArray &request) const;

    World &world_;
    ScriptedService front_;
};

} // namespace smartca::test
