// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/hsm/hsm.h"
#include "sandbox/store/database.h"

#include <condition_variable>
#include <filesystem>
#include <thread>

namespace smartca::sandbox {

/// One thing that happened, ready to be appended: sealed outside the transaction that makes it true.
struct PreparedEvidence {
    std::string kind;
    std::string subject; ///< pseudonym of the activation: HMAC, hex
    UtcTime at;
    Bytes box; ///< sealed content
};

/// The evidence of what the SAM did (EN 419 241-1 audit): entries sealed with an HSM key and chained by hash;
/// the head of the chain is signed soon after each entry and kept also beside the database, so that edits and
/// a cut-off end are found.
class Evidence {
public:
    /// `headFile`: where the newest signed head is kept besides; empty: nowhere.
    Evidence(Database &database, Hsm &hsm, const Clock &clock, std::filesystem::path headFile);
    ~Evidence();
    Evidence(const Evidence &) = delete;
    Evidence &operator=(const Evidence &) = delete;
    [[nodiscard]] static Migrations migrations();

    [[nodiscard]] Result<PreparedEvidence> prepare(std::string_view kind, std::string_view activationId,
                                                   const Json &content) const;
    /// Inside the transaction that makes it true.
    static void append(Session &session, const PreparedEvidence &entry);
    /// Something was committed: the head is signed in the background.
    void committed();
    /// Signs the head now, when it is not signed yet.
    [[nodiscard]] Outcome signHead();

private:
    Database *database_;
    Hsm *hsm_;
    const Clock *clock_;
    std::filesystem::path headFile_;
    std::mutex mutex_;
    std::mutex signing_;
    std::condition_variable_any wanted_;
    bool dirty_ = false;
    std::jthread signer_; ///< last: it uses the members above
};

struct EvidenceReport {
    std::int64_t entries = 0;
    std::int64_t signedUpTo = 0;
    std::vector<std::string> problems; ///< empty: whole and unchanged
};
/// Reads the whole chain: every hash, every box, the signed head in the database and the one beside it.
/// Read-only; with the service up or down. This is `smartca-sandbox evidence verify`.
[[nodiscard]] Result<EvidenceReport> verifyEvidence(Database &database, Hsm &hsm,
                                                    const std::filesystem::path &headFile);

/// One entry as it lies in the table, and what binds it to the one before.
struct EvidenceRow {
    std::int64_t number = 0;
    PreparedEvidence entry;
    Bytes hash;
};
[[nodiscard]] crypto::Sha256 chainHash(BytesView previous, std::int64_t number,
                                       const PreparedEvidence &entry);
/// What a box is sealed for: it opens only in its own place.
[[nodiscard]] Bytes evidenceContext(const PreparedEvidence &entry);

struct EvidenceHead {
    std::int64_t number = 0;
    Bytes hash;
};
inline constexpr std::string_view evidenceHeadTyp = "evidence-head+jws";

} // namespace smartca::sandbox
