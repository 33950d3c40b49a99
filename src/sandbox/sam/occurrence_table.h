// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/digest.h"
#include "sandbox/store/database.h"

namespace smartca::sandbox {

/// One authorised use of a signing key: one row per transaction and hash. A row goes
/// AUTHORIZED → RESERVED → CONSUMED, or RELEASED when it is certain that no signature was made.
struct OccurrenceRow {
    std::int64_t id = 0;
    std::string transactionId;
    std::string credentialId;
    std::string state;
    Bytes signature;      ///< sealed, once consumed
    Bytes timeStampToken; ///< once consumed
};

/// All inside the caller's transaction.
namespace occurrences {

[[nodiscard]] Migrations migrations();

/// A verified SAD authorises the hash. SAD-110 when it was signed already, SAD-111 when it may have been.
/// `unseen` is a run of which that is not so: what it has reserved was never handed out. Empty: of none.
[[nodiscard]] Result<std::int64_t> authorise(Session &session, std::string_view transactionId,
                                             std::string_view credentialId, const crypto::Sha256 &hash,
                                             std::string_view unseen, UtcTime now);
/// Right before the key is used; `run` names the process that uses it.
[[nodiscard]] Outcome reserve(Session &session, std::int64_t id, std::string_view run);
[[nodiscard]] Outcome consume(Session &session, std::int64_t id, BytesView sealedSignature,
                              BytesView timeStampToken);
/// Of a definite refusal by the HSM, or of a process that died before it could hand anything out.
void release(Session &session, std::int64_t id);

[[nodiscard]] std::optional<OccurrenceRow> find(Session &session, std::string_view transactionId);
/// Reserved by other processes than `run`.
[[nodiscard]] std::vector<OccurrenceRow> leftBehind(Session &session, std::string_view run);

} // namespace occurrences

} // namespace smartca::sandbox
