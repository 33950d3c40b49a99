// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/journey_source.h"

#include <functional>
#include <memory>

namespace smartca::client {
class ActivationSession;
}

namespace smartca::ui {

/// The live activation. Until open() is called it shows the first page alone: keys, network and journal are
/// not touched before the first frame is on the screen.
class SessionSource : public JourneySource {
    Q_OBJECT

public:
    using MakeSession = std::function<Result<std::unique_ptr<client::ActivationSession>>()>;
    struct Opening {
        bool sandbox = false;
        std::string hotline;
        std::string appVersion;
        /// This home has an activation under way: the first page is a calm ring, not the welcome.
        bool resuming = false;
        /// What is known to be in the way before anything is opened: said from the first frame on.
        std::optional<Failure> failure = {};
        /// Opens what lies outside of the app while there is no session: who cannot begin can call for help.
        std::unique_ptr<device::Links> links = {};
    };

    SessionSource(Opening opening, MakeSession make, QObject *parent = nullptr);
    ~SessionSource() override;

    /// Makes the session and starts it. Once; what the person did before is handed on. When the service's
    /// profile or the device cannot be used, or what the home holds cannot be opened, the state says why, and
    /// “try again” does this again.
    void open();
    [[nodiscard]] client::ActivationSession *session() { return session_.get(); }

    [[nodiscard]] const activation::State &state() const override;
    [[nodiscard]] const client::Dossier &dossier() const override;
    [[nodiscard]] client::SecretVault &vault() override;
    [[nodiscard]] bool busy() const override;
    [[nodiscard]] UtcTime serviceNow() const override;
    [[nodiscard]] bool sandbox() const override;
    [[nodiscard]] std::string hotline() const override;
    [[nodiscard]] std::string appVersion() const override { return opening_.appVersion; }
    void submit(const activation::Event &event) override;
    void setLanguage(Language language) override;
    [[nodiscard]] BiometricFacts biometric() override;
    bool openBiometricSettings() override;
    bool openSystemSettings() override;
    [[nodiscard]] bool hasStorePage() const override;
    bool openStorePage() override;
    bool dial(std::string_view number) override;
    bool share(std::string_view filePath) override;
    void protectScreen(bool on) override;

private:
    void openAgain();
    /// Of the session; without one what the opening brought along, nullptr when that is nothing.
    [[nodiscard]] device::Links *links() const;

    Opening opening_;
    MakeSession make_;
    std::unique_ptr<client::ActivationSession> session_;
    bool opened_ = false;
    activation::State before_;
    client::Dossier nothing_;
    client::SecretVault emptyVault_;
    std::vector<activation::Event> waiting_;
    Language language_ = Language::Vietnamese;
};

} // namespace smartca::ui
