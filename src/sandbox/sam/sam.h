// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/router.h"
#include "sandbox/sam/parts.h"

#include <filesystem>

namespace smartca::sandbox {

/// The signature activation module: the one room that may use a subscriber's signing key, and only inside a
/// verified SAD.
class Sam {
public:
    Sam(const SamParts &parts, SamPolicy policy);
    ~Sam();
    Sam(const Sam &) = delete;
    Sam &operator=(const Sam &) = delete;

    /// Tables of activations, credentials, answers and evidence; the certificates' are
    /// certificates::migrations().
    [[nodiscard]] static std::vector<Migrations> migrations();

    /// Once, before the first request: signatures begun by a process that died are released when provably
    /// none was made, and the head of the evidence is signed.
    [[nodiscard]] Outcome recover();
    /// The seven requests, and the questions beside them.
    void addRoutes(http::Router &router);
    /// Ends what was not finished in 15 days, forgets old answers and proofs, and signs the head of the
    /// evidence where that failed before. At start and every hour.
    [[nodiscard]] Outcome sweep();
    /// Takes destroyed signing keys out of the database's files too, not only out of its rows. False: too
    /// busy, ask again. The service calls it about twice a second; without such keys it is one read.
    [[nodiscard]] Result<bool> completeDestruction();
    /// Completes long polls whose certificate has come; the service calls it about twice a second while
    /// anybody waits (a release by staff happens in another process).
    void lookForCertificates();
    [[nodiscard]] bool anybodyWaits() const;

    [[nodiscard]] const SamPolicy &policy() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Lifts a time lock of the PIN (staff's “unlock”); tries are not given back. In the caller's transaction.
void liftPinLock(Session &session, std::int64_t subscriber);

/// Staff's “unlock --start-again”: ends what the subscriber's devices have begun or finished, of whoever they
/// are, voids the codes that nobody has used, and does `alongside` in the same transaction. False, with
/// nothing done, when an activation began or ended meanwhile: ask again. `evidenceHead`: Evidence.
[[nodiscard]] Result<bool> startAgain(Database &database, Hsm &hsm, const Clock &clock,
                                      const std::filesystem::path &evidenceHead, std::int64_t subscriber,
                                      const std::function<void(Session &)> &alongside);

/// What staff may see of the newest activation.
struct ActivationView {
    std::string id;
    std::string state; ///< "redeemed", "enrolled", …
    int pinTriesLeft = 0;
    int pinTriesUntilBlocked = 0;
    std::optional<UtcTime> pinLockedUntil;
};
[[nodiscard]] std::optional<ActivationView> newestActivation(Session &session, std::int64_t subscriber);

} // namespace smartca::sandbox
