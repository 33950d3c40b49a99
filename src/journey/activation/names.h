// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journey/activation/effect.h"
#include "journey/activation/event.h"

#include <array>

/// Private to this room: the stable names of stages, events and effects, in the order of their variants.
namespace smartca::journey::activation {

inline constexpr std::array<std::string_view, 25> stageNames{"welcome",
                                                             "readingPrivacy",
                                                             "enteringDetails",
                                                             "redeeming",
                                                             "choosingPassword",
                                                             "choosingPin",
                                                             "repeatingPin",
                                                             "confirmingBiometric",
                                                             "enrolling",
                                                             "awaitingCertificate",
                                                             "reviewingCertificate",
                                                             "confirmingCertificate",
                                                             "fetchingRecord",
                                                             "readingRecord",
                                                             "openingPinSheet",
                                                             "enteringSigningPin",
                                                             "signing",
                                                             "fetchingSignature",
                                                             "verifying",
                                                             "handingIn",
                                                             "active",
                                                             "atHome",
                                                             "stopped",
                                                             "locating",
                                                             "offeringResume"};
static_assert(stageNames.size() == std::variant_size_v<Stage>);

inline constexpr std::array<std::string_view, 42> eventNames{"startPressed",
                                                             "privacyAccepted",
                                                             "detailsSubmitted",
                                                             "passwordChosen",
                                                             "pinChosen",
                                                             "pinRejected",
                                                             "pinRepeated",
                                                             "anotherPinWanted",
                                                             "biometricRequested",
                                                             "biometricSkipped",
                                                             "certificateRight",
                                                             "certificateWrongPressed",
                                                             "certificateWrong",
                                                             "recordReadToEnd",
                                                             "signPressed",
                                                             "signingPinEntered",
                                                             "pinSheetClosed",
                                                             "backPressed",
                                                             "retryPressed",
                                                             "failureDismissed",
                                                             "newCodeWanted",
                                                             "reactivationWanted",
                                                             "startOverWanted",
                                                             "resumeWanted",
                                                             "homePressed",
                                                             "codeAccepted",
                                                             "biometricGranted",
                                                             "enrolled",
                                                             "issuanceReported",
                                                             "certificateReceived",
                                                             "dataReported",
                                                             "certificateConfirmed",
                                                             "recordReceived",
                                                             "challengeReceived",
                                                             "signatureReceived",
                                                             "recordVerified",
                                                             "handInAccepted",
                                                             "mailResent",
                                                             "failed",
                                                             "appStarted",
                                                             "located",
                                                             "nothingLocated"};
static_assert(eventNames.size() == std::variant_size_v<Event>);

inline constexpr std::array<std::string_view, 16> effectNames{
    "redeemCode",  "askBiometric",     "enrol",      "awaitCertificate", "confirmCertificate",
    "fetchRecord", "requestChallenge", "signRecord", "fetchSignature",   "verifyRecord",
    "handIn",      "askWhereIAm",      "resendMail", "wipeSecrets",      "forgetActivation",
    "cancelWork"};
static_assert(effectNames.size() == std::variant_size_v<Effect>);

} // namespace smartca::journey::activation
