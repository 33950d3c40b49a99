// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/given_secrets.h"
#include "client/session.h"
#include "device/device.h"

namespace smartca::cli {

/// Plays the person in front of a session: answers every stage that waits for one, and says when it is over.
class Unattended : public QObject {
public:
    /// `ended` is called once, with nothing when the account is active.
    Unattended(client::ActivationSession &session, GivenSecrets secrets, Language language,
               std::function<void(std::optional<Failure>)> ended);

    /// Starts the session.
    void begin();

private:
    void later();
    void step();
    void answerFailure(const Failure &failure);
    /// A new start mends it, and what was given is enough for one.
    [[nodiscard]] bool leadsOn(const Failure &failure);
    /// As the command line tells it.
    [[nodiscard]] Failure told(const Failure &failure) const;
    void answer(const journey::activation::Stage &stage);
    /// Holds what was given against what this home was begun with, before anything is done for it: false, and
    /// over, when it is of another account than the given username; and whether the code is a new one.
    [[nodiscard]] bool matchHome();
    [[nodiscard]] bool codeIsNew(device::IdentityKeys &keys);
    void enterDetails();
    void choosePassword();
    void choosePin();
    void repeatPin();
    void confirmBiometric();
    /// With the key made the PIN has one use left: it goes where its minute is counted, and comes back when
    /// everything starts anew.
    void keepPinForSigning();
    void takePinBack();
    void enterSigningPin();
    /// False, and over, when it was not given.
    [[nodiscard]] bool given(const SecretBytes &secret, std::string_view field);
    /// False, and over, when there is none, or none that a pad could have typed.
    [[nodiscard]] bool givenPin(const SecretBytes &pin);
    void refuse(std::string_view field, const Bilingual &why);
    void end(std::optional<Failure> failure);

    client::ActivationSession &session_;
    GivenSecrets secrets_;
    Language language_;
    std::function<void(std::optional<Failure>)> ended_;
    bool matched_ = false;
    bool renewed_ = false; ///< this run has forgotten what was here, and started anew
    bool newCode_ = false; ///< given beside what an earlier run began with another code
    bool biometricTried_ = false;
    bool over_ = false;
};

} // namespace smartca::cli
