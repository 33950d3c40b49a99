// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/ending.h"

#include "sandbox/accounts/redemption.h"
#include "sandbox/ca/certificate_table.h"
#include "sandbox/sam/credential_table.h"

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

} // namespace smartca::sandbox
