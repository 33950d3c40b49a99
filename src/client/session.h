// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/dossier.h"
#include "client/service_client.h"
#include "client/vault.h"
#include "device/device.h"
#include "protocol/service_profile.h"
#include "trace/trace.h"

#include <QObject>

namespace smartca::client {

struct SessionOptions {
    protocol::ServiceProfile profile;
    std::string home;       ///< folder of this installation, 0700, made when missing
    std::string appVersion; ///< "0.1.0"
    Language language = Language::Vietnamese;
    Pace pace = {};
};

/// The shell around the activation journey: performs its effects one at a time off the caller's thread, saves
/// the sealed journal before each that does something, feeds outcomes back as events. Lives on the thread
/// that made it; signals come there.
class ActivationSession : public QObject {
    Q_OBJECT

public:
    ActivationSession(SessionOptions options, device::Device device, QObject *parent = nullptr);
    ~ActivationSession() override;

    /// Opens journal and dossier and goes on where things stand. Call once. When they cannot be opened the
    /// state says why.
    void start();
    /// They could not be opened, so nothing is done that would write over them: only the person's word to
    /// forget them (ReactivationWanted) is taken. A new session on a new device looks again.
    [[nodiscard]] bool unopened() const;
    /// Something the person did. Events the state has no use for are ignored.
    void submit(const journey::activation::Event &event);

    [[nodiscard]] const journey::activation::State &state() const;
    [[nodiscard]] const Dossier &dossier() const;
    [[nodiscard]] SecretVault &vault();
    [[nodiscard]] device::Device &device();
    [[nodiscard]] const protocol::ServiceProfile &profile() const;
    [[nodiscard]] const trace::Trace &trace() const;
    [[nodiscard]] std::string appVersion() const;
    void setLanguage(Language language);
    /// The service's clock as far as known: device clock plus the offset of its last answer.
    [[nodiscard]] UtcTime serviceNow() const;
    /// Requests sent and TLS connections opened so far.
    [[nodiscard]] int requestCount() const;
    [[nodiscard]] int connectionCount() const;
    /// True while an effect is under way.
    [[nodiscard]] bool busy() const;

Q_SIGNALS:
    void stateChanged();
    void dossierChanged();
    void busyChanged();
    /// Its minute is over and it was not used: the slot is empty again.
    void pinExpired(smartca::journey::activation::SecretSlot slot);
    void entryAdded(const smartca::trace::Entry &entry);

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace smartca::client
