// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/dossier.h"
#include "client/vault.h"
#include "device/device.h"
#include "journey/activation/advance.h"

#include <QObject>

namespace smartca::ui {

namespace activation = journey::activation;

/// What the device says of its biometric, without the gate itself.
struct BiometricFacts {
    device::BiometricKind kind = device::BiometricKind::Fingerprint;
    device::BiometricAvailability availability = device::BiometricAvailability::Available;
};

/// Where an activation comes from: a live session, a fixed state (self-test, gallery, tests), later a
/// replayed trace. The view models know only this, so the same pages show all three.
class JourneySource : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const activation::State &state() const = 0;
    [[nodiscard]] virtual const client::Dossier &dossier() const = 0;
    [[nodiscard]] virtual client::SecretVault &vault() = 0;
    [[nodiscard]] virtual bool busy() const = 0;
    /// The service's clock as far as known.
    [[nodiscard]] virtual UtcTime serviceNow() const = 0;

    [[nodiscard]] virtual bool sandbox() const = 0;
    /// Digits alone: "18001260".
    [[nodiscard]] virtual std::string hotline() const = 0;
    [[nodiscard]] virtual std::string appVersion() const = 0;

    /// Something the person did.
    virtual void submit(const activation::Event &event) = 0;
    virtual void setLanguage(Language language) = 0;

    [[nodiscard]] virtual BiometricFacts biometric() = 0;
    virtual bool openBiometricSettings() = 0;
    virtual bool openSystemSettings() = 0;
    [[nodiscard]] virtual bool hasStorePage() const = 0;
    virtual bool openStorePage() = 0;
    virtual bool dial(std::string_view number) = 0;
    virtual bool share(std::string_view filePath) = 0;
    /// Hides the window from screenshots where the system can.
    virtual void protectScreen(bool on) = 0;

Q_SIGNALS:
    void stateChanged();
    void dossierChanged();
    void busyChanged();
    /// The service took the order for a new activation mail.
    void mailResent();
    /// A PIN lay untouched for its minute: its slot is empty again (docs/security.md "Secrets in the app").
    void pinExpired(smartca::ui::activation::SecretSlot slot);
};

} // namespace smartca::ui
