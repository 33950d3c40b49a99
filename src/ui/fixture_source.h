// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"

namespace smartca::ui {

/// 22/11/2026 09:46 in Viet Nam, as in the pictures.
inline constexpr UtcTime pictureTime{Seconds{1795315560}};

/// A state that stands still: for the self-test, the gallery of screens and tests of view models and pages.
/// Events are kept, and by default change nothing; with `live` they go through the real journey, whose
/// effects nobody performs.
class FixtureSource : public JourneySource {
    Q_OBJECT

public:
    explicit FixtureSource(QObject *parent = nullptr);

    void setState(activation::State state);
    void setDossier(client::Dossier dossier);
    void setBusy(bool busy);
    void setBiometric(BiometricFacts facts) { biometric_ = facts; }
    void setNow(UtcTime now) { now_ = now; }
    void setSandbox(bool sandbox) { sandbox_ = sandbox; }
    void setLive(bool live) { live_ = live; }
    /// A device that opens no settings, store or telephone.
    void setOpens(bool opens) { opens_ = opens; }
    /// A desktop: it has no store.
    void setStore(bool store) { store_ = store; }
    [[nodiscard]] const std::vector<activation::Event> &events() const { return events_; }
    [[nodiscard]] const std::vector<std::string> &asked() const { return asked_; }
    /// How often the device was asked for its biometric.
    [[nodiscard]] int biometricLooks() const { return biometricLooks_; }
    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] bool screenProtected() const { return screenProtected_; }

    [[nodiscard]] const activation::State &state() const override { return state_; }
    [[nodiscard]] const client::Dossier &dossier() const override { return dossier_; }
    [[nodiscard]] client::SecretVault &vault() override { return vault_; }
    [[nodiscard]] bool busy() const override { return busy_; }
    [[nodiscard]] UtcTime serviceNow() const override { return now_; }
    [[nodiscard]] bool sandbox() const override { return sandbox_; }
    [[nodiscard]] std::string hotline() const override { return "18001260"; }
    [[nodiscard]] std::string appVersion() const override { return "0.1.0"; }
    void submit(const activation::Event &event) override;
    void setLanguage(Language language) override { language_ = language; }
    [[nodiscard]] BiometricFacts biometric() override
    {
        ++biometricLooks_;
        return biometric_;
    }
    bool openBiometricSettings() override { return note("biometricSettings"); }
    bool openSystemSettings() override { return note("systemSettings"); }
    [[nodiscard]] bool hasStorePage() const override { return store_; }
    bool openStorePage() override { return note("storePage"); }
    bool dial(std::string_view number) override { return note("dial " + std::string(number)); }
    bool share(std::string_view filePath) override { return note("share " + std::string(filePath)); }
    void protectScreen(bool on) override { screenProtected_ = on; }

private:
    bool note(std::string what);

    activation::State state_;
    client::Dossier dossier_;
    client::SecretVault vault_;
    BiometricFacts biometric_;
    int biometricLooks_ = 0;
    UtcTime now_ = pictureTime;
    std::vector<activation::Event> events_;
    std::vector<std::string> asked_;
    Language language_ = Language::Vietnamese;
    bool busy_ = false;
    bool sandbox_ = true;
    bool live_ = false;
    bool opens_ = true;
    bool store_ = true;
    bool screenProtected_ = false;
};

} // namespace smartca::ui
