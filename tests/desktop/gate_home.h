// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/linux/fingerprint_gate.h"
#include "platform/linux/sealed_secret_store.h"
#include "tests/desktop/reader.h"
#include "tests/unit/device/scratch.h"

namespace smartca::test {

/// The gate of one installation, and what a prompt of it ended with.
struct GateHome {
    Scratch scratch;
    ManualClock clock{UtcTime{}};
    Reader reader;
    platform::SealedSecretStore secrets{scratch.path()};
    platform::KeyFile keys{scratch.path(), secrets};
    std::unique_ptr<platform::FingerprintGate> gate =
        std::make_unique<platform::FingerprintGate>(keys, clock);
    std::optional<Outcome> ended;

    void open()
    {
        ended.reset();
        gate->createKey([this](Outcome outcome) { ended = std::move(outcome); });
    }
    /// The prompt is open and the reader waits for a finger.
    [[nodiscard]] bool isOpen()
    {
        return waitUntil([this] { return ended.has_value() || reader.wantsFinger(); }) && !ended;
    }
    /// How the open prompt ends: nothing for success, else the failure.
    [[nodiscard]] std::optional<FailureCode> end()
    {
        if (!waitUntil([this] { return ended.has_value(); }))
            throw std::runtime_error("the prompt is open for ever");
        return *ended ? std::nullopt : std::optional(ended->error().code);
    }
    /// Opens the prompt and lays a finger on the reader.
    [[nodiscard]] std::optional<FailureCode> touchWith(const QString &print)
    {
        open();
        if (!reader.touch(print))
            throw std::runtime_error("the reader takes no finger");
        return end();
    }
    [[nodiscard]] std::string subject() const { return ended->error().facts.subject.value_or(""); }
};

} // namespace smartca::test
