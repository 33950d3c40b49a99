// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/ending.h"

#include "sandbox/accounts/activation_code.h"
#include "sandbox/accounts/redemption.h"
#include "sandbox/ca/certificate_table.h"
#include "sandbox/sam/credential_table.h"
#include "sandbox/sam/sam.h"

#include <algorithm>

namespace smartca::sandbox {
namespace {

RevocationReason reasonOf(protocol::ActivationState to)
{
    if (to == protocol::ActivationState::Blocked)
        return RevocationReason::KeyCompromise; // somebody tried nine PINs
    if (to == protocol::ActivationState::Stopped)
        return RevocationReason::AffiliationChanged; // its data is wrong
    return RevocationReason::CessationOfOperation;
}

} // namespace

void endActivation(Session &session, const ActivationRow &row, protocol::ActivationState to, UtcTime now)
{
    const std::string state(nameOf(to));
    session << "update activations set state = :s, version = version + 1, registration_challenge = '' where "
               "id = :id",
        soci::use(state), soci::use(row.id);
    session << "delete from challenges where activation = :id", soci::use(row.id);
    credentials::removeRegistration(session, row.id);
    retireCode(session, row.code, now);
    Accounts::setState(session, row.subscriber, AccountState::Waiting);
    std::string credential;
    session << "select credential from activations where id = :id", soci::into(credential), soci::use(row.id);
    if (credential.empty())
        return;
    credentials::destroyKey(session, credential);
    certificates::revoke(session, credential, reasonOf(to), now);
}

Result<std::vector<PreparedEnding>> prepareEndings(Database &database, const Evidence &evidence,
                                                   std::int64_t subscriber)
{
    SMARTCA_TRY(const auto rows, database.read([&](Session &session) -> Result<std::vector<ActivationRow>> {
        return activations::ofSubscriber(session, subscriber);
    }));
    std::vector<PreparedEnding> endings;
    for (const auto &row : rows) {
        if (isOver(row.state))
            continue;
        SMARTCA_TRY(auto entry, evidence.prepare("ended", row.id, {{"credential", row.credentialId}}));
        endings.push_back({row, std::move(entry)});
    }
    return endings;
}

void endAll(Session &session, const std::vector<PreparedEnding> &endings, UtcTime now)
{
    for (const auto &[row, entry] : endings) {
        const auto current = activations::find(session, row.id);
        if (!current || isOver(current->state))
            continue; // somebody else was first
        endActivation(session, *current, protocol::ActivationState::Ended, now);
        Evidence::append(session, entry);
    }
}

Result<bool> startAgain(Database &database, Hsm &hsm, const Clock &clock,
                        const std::filesystem::path &evidenceHead, std::int64_t subscriber,
                        const std::function<void(Session &)> &alongside)
{
    Evidence evidence(database, hsm, clock, evidenceHead);
    SMARTCA_TRY(const auto endings, prepareEndings(database, evidence, subscriber));
    SMARTCA_TRY(const bool done, database.transact([&](Session &session) -> Result<bool> {
        auto open = activations::ofSubscriber(session, subscriber);
        std::erase_if(open, [](const ActivationRow &row) { return isOver(row.state); });
        if (!std::ranges::equal(open, endings, {}, &ActivationRow::id,
                                [](const PreparedEnding &ending) { return ending.row.id; }))
            return false;
        endAll(session, endings, clock.now());
        dropUnusedCodes(session, subscriber);
        alongside(session);
        return true;
    }));
    if (done)
        static_cast<void>(evidence.signHead()); // else the service does, within the hour
    return done;
}

} // namespace smartca::sandbox
