// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/hsm/hsm.h"
#include "sandbox/http/message.h"
#include "sandbox/store/database.h"

namespace smartca::sandbox {

/// Stored answers of writing requests (docs/protocol.md §1) and proofs seen. Bodies of requests are never
/// stored, only a keyed fingerprint; answers are sealed and kept for 24 hours.
inline constexpr std::chrono::hours answerLifetime{24};

/// One request of one device: {device, method, path, idempotency key}.
using AnswerScope = crypto::Sha256;
[[nodiscard]] AnswerScope scopeOf(std::string_view deviceId, std::string_view method, std::string_view path,
                                  std::string_view idempotencyKey);

struct StoredAnswer {
    Bytes fingerprint;
    Bytes box;
};

[[nodiscard]] Result<Bytes> sealAnswer(Hsm &hsm, const AnswerScope &scope, const http::Response &response);
[[nodiscard]] Result<http::Response> openAnswer(Hsm &hsm, const AnswerScope &scope, BytesView box);

/// Inside the caller's transaction.
namespace answers {

[[nodiscard]] Migrations migrations();
[[nodiscard]] std::optional<StoredAnswer> find(Session &session, const AnswerScope &scope, UtcTime now);
void insert(Session &session, const AnswerScope &scope, const StoredAnswer &answer, UtcTime now);
/// False when this device sent this jti before, within `window`.
[[nodiscard]] bool rememberProof(Session &session, std::string_view deviceId, std::string_view jti,
                                 UtcTime now, Seconds window);
/// What is past its time.
void forget(Session &session, UtcTime now);

} // namespace answers

} // namespace smartca::sandbox
