// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/certificate_table.h"
#include "sandbox/sam/credential_table.h"
#include "sandbox/sam/evidence.h"
#include "sandbox/sam/gate.h"
#include "sandbox/sam/waiting_room.h"

namespace smartca::sandbox {

/// What the handlers share.
struct SamContext {
    SamParts parts;
    SamPolicy policy;
    Evidence evidence;
    Gate gate;
    WaitingRoom waiting;
    SystemClock realTime;
    http::RateLimit typedCodes; ///< by device
    std::string run;            ///< this process, in reserved occurrences

    SamContext(const SamParts &theParts, SamPolicy thePolicy);
};

// The seven requests (docs/protocol.md §2). Each runs behind the gate.
[[nodiscard]] Result<Reply> redeemActivation(SamContext &context, const Call &call);
[[nodiscard]] Result<Reply> enrol(SamContext &context, const Call &call);
[[nodiscard]] Result<http::Answer> pollCertificate(SamContext &context, const Call &call);
[[nodiscard]] Result<Reply> confirmCertificate(SamContext &context, const Call &call);
[[nodiscard]] Step beginChallenge(SamContext &context, const Call &call);
[[nodiscard]] Step beginSignature(SamContext &context, const Call &call);
[[nodiscard]] Result<Reply> handIn(SamContext &context, const Call &call);

/// “Send the mail again”: outside the seven, and of no activation.
[[nodiscard]] Result<Reply> resendMail(SamContext &context, const Call &call);

// The questions beside them.
[[nodiscard]] Result<http::Answer> tellState(SamContext &context, const Call &call);
[[nodiscard]] Result<http::Answer> giveRecord(SamContext &context, const Call &call);
[[nodiscard]] Result<http::Answer> giveSignature(SamContext &context, const Call &call);

/// Issues what is due, by the way of a question about the state.
[[nodiscard]] Outcome issueWhatIsDue(SamContext &context, const std::string &activationId);
/// Issues what is due and says how the certificate of an activation stands. Used by the poll and the waiting
/// room. ACT-208, PIN-203: the activation is over, and its certificate with it.
[[nodiscard]] Result<protocol::CertificateAnswer> certificateStatus(SamContext &context,
                                                                    const std::string &activationId);

/// Not finished in 15 days: the end, and its evidence.
[[nodiscard]] Outcome endOverdue(SamContext &context, const ActivationRow &row);

/// The signed answer to an enrolment: once when it is made, and again whenever the app asks where it is.
[[nodiscard]] Result<std::string> signedEnrolment(SamContext &context, const ActivationRow &row,
                                                  const CertificateRow &wanted, BytesView registrationHash,
                                                  UtcTime issuedAt);

/// Everything StateAnswer says of a row.
[[nodiscard]] Result<protocol::StateAnswer> stateAnswer(SamContext &context, const ActivationRow &row);

/// An answer about an activation: its version also as ETag.
[[nodiscard]] http::Response jsonAnswer(std::string_view text, const std::string &etag);
[[nodiscard]] http::Response jsonAnswer(std::string_view text, const ActivationRow &row);

/// What sealed things of an activation are sealed for.
[[nodiscard]] std::string contextOf(std::string_view what, std::string_view id);

/// What a device says of itself, sealed in the activation's row.
[[nodiscard]] Result<Bytes> sealDevice(Hsm &hsm, std::string_view activationId,
                                       const protocol::DeviceFacts &device);
[[nodiscard]] Result<protocol::DeviceFacts> deviceOf(Hsm &hsm, const ActivationRow &row);

/// Key – person – certificate: the MAC that holds a credential's row together (LNK-6.2.2).
[[nodiscard]] Result<crypto::Sha256> credentialLink(Hsm &hsm, const CredentialRow &credential,
                                                    BytesView certificate);

} // namespace smartca::sandbox
