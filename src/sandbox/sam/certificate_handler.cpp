// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/failpoint.h"
#include "sandbox/accounts/refusals.h"
#include "sandbox/ca/subscriber.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

/// docs/protocol.md §6.
constexpr Seconds longestPoll{25};
/// What a poll that got no certificate is told to wait.
constexpr Seconds pollAgain{5};
constexpr Seconds heldAgain{60};

struct Standing {
    ActivationRow activation;
    CertificateRow certificate;
    CredentialRow credential;
    bool locked = false; ///< the account
};

Result<Standing> standingOf(Database &database, const std::string &activationId)
{
    return database.read([&](Session &session) -> Result<Standing> {
        auto activation = activations::find(session, activationId);
        if (!activation)
            return tl::unexpected(activationUnknown());
        auto certificate = certificates::find(session, activation->credentialId);
        auto credential = credentials::find(session, activation->credentialId);
        if (!certificate || !credential)
            return tl::unexpected(stepNotAllowed(std::string(nameOf(activation->state))));
        const bool locked = Accounts::isLocked(session, activation->subscriber);
        return Standing{std::move(*activation), std::move(*certificate), std::move(*credential), locked};
    });
}

/// Makes the certificate that is due. Of two polls at once, one certificate stays and both get it.
Outcome issue(SamContext &context, const Standing &standing)
{
    SMARTCA_TRY(const auto subscriber, context.parts.accounts.byId(standing.activation.subscriber));
    const SubscriberName name{.fullName = subscriber.person.name,
                              .idNumber = subscriber.person.idNumber.empty() ? subscriber.person.username
                                                                             : subscriber.person.idNumber,
                              .birthday = subscriber.person.birthday};
    SMARTCA_TRY(const auto certificate,
                issueSubscriberCertificate(context.parts.authority, name, standing.certificate.request,
                                           standing.credential.key.spki));
    SMARTCA_TRY(const auto link, credentialLink(context.parts.hsm, standing.credential, certificate.der()));
    // By its hash: the certificate names the person by number, the evidence does not.
    SMARTCA_TRY(const auto entry, context.evidence.prepare(
                                      "issued", standing.activation.id,
                                      {{"credential", standing.credential.id},
                                       {"serial", certificate.serial()},
                                       {"certificate", base64UrlEncode(crypto::sha256(certificate.der()))}}));
    const UtcTime now = context.parts.clock.now();
    SMARTCA_FAILPOINT("sam.issue.before");
    SMARTCA_CHECK(context.parts.database.transact([&](Session &session) -> Outcome {
        if (Accounts::isLocked(session, standing.activation.subscriber) ||
            !certificates::issued(session, standing.credential.id, certificate, now))
            return {}; // another poll was first, or staff held it or locked the account
        credentials::setLink(session, standing.credential.id, link);
        const auto row = activations::find(session, standing.activation.id);
        if (!row)
            return tl::unexpected(activationUnknown());
        if (auto moved = activations::advance(session, *row, protocol::ActivationState::Issued); !moved)
            return moved;
        Evidence::append(session, entry);
        return {};
    }));
    SMARTCA_FAILPOINT("sam.issue.after");
    context.evidence.committed();
    return {};
}

/// What was stored before its length was checked is cut: the app cannot read the answer around a longer one.
std::string shownReason(const CertificateRow &certificate)
{
    return isUtf8(certificate.reason) ? std::string(clipped(certificate.reason, protocol::reasonMax)) : "";
}

protocol::CertificateAnswer answerOf(const SamContext &context, const Standing &standing)
{
    protocol::CertificateAnswer answer;
    answer.etag = standing.activation.etag();
    const auto &certificate = standing.certificate;
    switch (certificate.status) {
    case IssuanceStatus::Pending:
        answer.status = protocol::CertificateStatus::Pending;
        answer.retryAfter = pollAgain; // not when it is due: staff may release, hold or refuse it before
        break;
    case IssuanceStatus::Held:
        answer.status = protocol::CertificateStatus::Held;
        answer.reason = shownReason(certificate);
        answer.retryAfter = heldAgain;
        break;
    case IssuanceStatus::Refused:
    case IssuanceStatus::Revoked:
        answer.status = protocol::CertificateStatus::Refused;
        answer.reason = shownReason(certificate);
        break;
    case IssuanceStatus::Issued:
        answer.status = protocol::CertificateStatus::Issued;
        answer.certificate = certificate.certificate;
        for (const auto &issuer : context.parts.authority.chain())
            answer.chain.push_back(issuer.der());
        break;
    }
    return answer;
}

/// How it stands once what is due has been issued.
Result<Standing> broughtUpToDate(SamContext &context, const std::string &activationId)
{
    SMARTCA_TRY(auto standing, standingOf(context.parts.database, activationId));
    const UtcTime now = context.parts.clock.now();
    if (standing.certificate.status == IssuanceStatus::Pending && !standing.locked &&
        !isOver(standing.activation.state) && standing.certificate.dueAt <= now &&
        now < standing.activation.endsAt) {
        SMARTCA_CHECK(issue(context, standing));
        SMARTCA_TRY(standing, standingOf(context.parts.database, activationId));
    }
    return standing;
}

/// The end of an activation refuses or revokes its certificate too: nobody of the staff has said no to it.
Outcome checkGoesOn(const ActivationRow &row, UtcTime now)
{
    if (isOver(row.state) || row.overdue(now))
        return tl::unexpected(activationOver(row.state));
    return {};
}

Outcome checkGoesOn(const Standing &standing, UtcTime now)
{
    SMARTCA_CHECK(checkGoesOn(standing.activation, now));
    return standing.locked ? Outcome(tl::unexpected(accountLocked())) : Outcome{};
}

} // namespace

Result<crypto::Sha256> credentialLink(Hsm &hsm, const CredentialRow &credential, BytesView certificate)
{
    return hsm.mac(MacPurpose::RowIntegrity,
                   {asBytes(credential.id), asBytes(credential.userId), credential.key.spki, certificate});
}

Outcome issueWhatIsDue(SamContext &context, const std::string &activationId)
{
    SMARTCA_CHECK(broughtUpToDate(context, activationId));
    return {};
}

Result<protocol::CertificateAnswer> certificateStatus(SamContext &context, const std::string &activationId)
{
    SMARTCA_TRY(const auto standing, broughtUpToDate(context, activationId));
    SMARTCA_CHECK(checkGoesOn(standing, context.parts.clock.now()));
    return answerOf(context, standing);
}

Result<http::Answer> pollCertificate(SamContext &context, const Call &call)
{
    const auto &row = call.row();
    SMARTCA_CHECK(checkGoesOn(row, call.now));
    if (row.state == protocol::ActivationState::Redeemed)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    const auto evaluate = [&context, row]() -> Result<http::Response> {
        SMARTCA_TRY(const auto answer, certificateStatus(context, row.id));
        return jsonAnswer(protocol::encode(answer), answer.etag);
    };
    SMARTCA_TRY(const auto standing, broughtUpToDate(context, row.id));
    SMARTCA_CHECK(checkGoesOn(standing, call.now));
    const auto answer = answerOf(context, standing);
    const auto wished = call.request.waitWished(longestPoll);
    if (answer.status != protocol::CertificateStatus::Pending || wished == Seconds{0})
        return jsonAnswer(protocol::encode(answer), answer.etag);
    // The server looks again when the certificate is due, or when the client has waited long enough.
    const auto due = std::chrono::ceil<Seconds>(standing.certificate.dueAt - call.now);
    const http::Pending pending(std::min<Milliseconds>(wished, std::max(due, Seconds{1})), evaluate);
    context.waiting.enter(row.id, pending);
    return pending;
}

} // namespace smartca::sandbox
