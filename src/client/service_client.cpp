// SPDX-License-Identifier: Apache-2.0
#include "client/service_client.h"

#include "base/failpoint.h"
#include "client/http_failure.h"
#include "crypto/random.h"
#include "protocol/dpop.h"
#include "protocol/envelopes.h"
#include "protocol/failures.h"

#include <QEventLoop>
#include <QTimer>

#include <charconv>

namespace smartca::client {
namespace {

constexpr std::size_t recordMaxBytes = 4UL * 1024 * 1024;

std::string pathOf(std::string_view activationId, std::string_view part = {})
{
    return std::string(protocol::activationsPath) + "/" + std::string(activationId) + std::string(part);
}

/// RFC 9110 §8.8.3: an entity tag travels in quotes.
std::string quoted(std::string_view etag)
{
    return etag.starts_with('"') ? std::string(etag) : "\"" + std::string(etag) + "\"";
}

std::optional<std::int64_t> numberIn(const std::string &text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

std::optional<Seconds> retryAfterOf(const HttpAnswer &answer)
{
    const auto seconds = numberIn(answer.header("Retry-After"));
    return seconds ? std::optional(Seconds(*seconds)) : std::nullopt;
}

/// [0, 1), from the generator everything else uses.
double randomFraction()
{
    const auto octets = crypto::randomBytes(4);
    std::uint32_t value = 0;
    for (const auto octet : octets)
        value = value << 8U | octet;
    return value / 4294967296.0;
}

SecretBytes plainBody(const std::string &text)
{
    return SecretBytes::fromText(text);
}

/// Trouble that says "later" rather than "no". Of the conflicts (409) only the one with ourselves does.
bool saysLater(const HttpAnswer &answer, std::optional<FailureCode> breach)
{
    return answer.status == 503 || answer.status == 429 || answer.status == 425 ||
           breach == FailureCode::StillInProgress;
}

} // namespace

ServiceClient::ServiceClient(const protocol::ServiceProfile &profile, std::string appVersion,
                             ServiceTime &time, Traffic &traffic, Pace pace)
    : profile_(profile),
      appVersion_(std::move(appVersion)),
      pace_(std::move(pace)),
      time_(time),
      connection_(profile.tlsRoot, traffic)
{}

Result<HttpRequest> ServiceClient::assemble(const Call &call)
{
    const std::string url = profile_.url + call.path;
    protocol::DpopProof proof{.method = std::string(call.method),
                              .url = url,
                              .jti = crypto::randomUuid(),
                              .issuedAt = time_.now(),
                              .bodyDigest = protocol::bodyDigestOf(call.body.view()),
                              .nonce = std::nullopt};
    if (!nonce_.empty())
        proof.nonce = nonce_;
    SMARTCA_TRY(const auto dpop, protocol::signDpop(*deviceKey_, proof));
    HttpRequest request{.method = call.method,
                        .url = url,
                        .headers = {{std::string(protocol::dpopHeader), dpop},
                                    {std::string(protocol::versionHeader), appVersion_},
                                    {"Accept", std::string(call.accept)}},
                        .body = call.body.clone(),
                        .maxAnswer = call.maxAnswer,
                        .quietLimit = pace_.quiet + call.wait,
                        .wholeLimit = pace_.whole + call.wait};
    if (call.method == "POST")
        request.headers.emplace_back("Content-Type", protocol::jsonType);
    if (!call.idempotencyKey.empty())
        request.headers.emplace_back(protocol::idempotencyKeyHeader, quoted(call.idempotencyKey));
    if (!call.etag.empty())
        request.headers.emplace_back("If-Match", quoted(call.etag));
    if (call.wait > Seconds::zero())
        request.headers.emplace_back(protocol::waitHeader, "wait=" + std::to_string(call.wait.count()));
    return request;
}

void ServiceClient::learnFrom(const HttpAnswer &answer)
{
    if (auto nonce = answer.header(protocol::dpopNonceHeader); !nonce.empty())
        nonce_ = std::move(nonce);
    if (const auto seconds = numberIn(answer.header(protocol::serviceTimeHeader)))
        time_.heard(fromUnixSeconds(*seconds));
}

Result<HttpAnswer> ServiceClient::performOnce(const Call &call)
{
    SMARTCA_TRY(const auto request, assemble(call));
    SMARTCA_FAILPOINT("client.request.before");
    auto answer = connection_.exchange(request);
    SMARTCA_FAILPOINT("client.request.after");
    if (answer)
        learnFrom(*answer);
    return answer;
}

Result<HttpAnswer> ServiceClient::perform(const Call &call)
{
    bool proofRepeated = false;
    int attempt = 1;
    while (true) {
        if (aborted_) // given up before it began, or between two tries
            return tl::unexpected(timedOut("given up before it was sent"));
        auto answer = performOnce(call);
        if (aborted_)
            return answer;
        std::optional<Seconds> retryAfter;
        Failure failure;
        if (answer) {
            if (answer->status >= 200 && answer->status < 300)
                return answer;
            const auto type = answer->header("Content-Type");
            const auto breach = protocolCodeOf(type, answer->body.text());
            // "Replayed" is the network layer sending a GET twice by itself: a fresh proof settles it.
            const bool proofRefused =
                breach == FailureCode::DpopInvalid || breach == FailureCode::DpopReplayed;
            if (proofRefused && !std::exchange(proofRepeated, true))
                continue; // now with the service's nonce and the service's time
            const auto ahead = time_.deviceAheadBy().value_or(Milliseconds::zero());
            if (proofRefused && std::chrono::abs(ahead) > std::chrono::minutes(2))
                return tl::unexpected(clockWrong("the proof's time was refused", time_.now()));
            retryAfter = retryAfterOf(*answer);
            failure = refusal(answer->status, type, answer->body.text(), retryAfter);
            if (!saysLater(*answer, breach))
                return tl::unexpected(std::move(failure));
        } else {
            failure = std::move(answer.error());
            if (failure.code == FailureCode::ClockWrong && time_.deviceAheadBy())
                failure.facts.at = time_.now(); // the service told its time before
            if (!isTransportFailure(failure.code))
                return tl::unexpected(std::move(failure));
        }
        const auto delay = delayBefore(++attempt, pace_.retry, retryAfter, randomFraction());
        if (!delay || !pause(*delay))
            return tl::unexpected(std::move(failure));
    }
}

bool ServiceClient::pause(Milliseconds duration)
{
    if (aborted_)
        return false;
    if (pace_.wait) {
        pace_.wait(duration);
        return !aborted_;
    }
    QEventLoop loop;
    waiting_ = &loop;
    QTimer::singleShot(duration, &loop, &QEventLoop::quit);
    loop.exec();
    return !aborted_;
}

void ServiceClient::abort()
{
    aborted_ = true;
    connection_.abort();
    if (auto *loop = qobject_cast<QEventLoop *>(waiting_.data()))
        loop->quit();
}

template<class Message>
Result<Message> ServiceClient::decoded(const Result<HttpAnswer> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    auto message = protocol::decode<Message>(answer->body.text());
    if (!message)
        return tl::unexpected(protocol::answerMalformed(message.error().detail));
    return message;
}

Result<RecordAnswer> ServiceClient::recordIn(Result<HttpAnswer> answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->header("Content-Type").starts_with(protocol::pdfType))
        return tl::unexpected(protocol::answerMalformed("the record is not application/pdf"));
    RecordAnswer record{.pdf = toBytes(answer->body.view()),
                        .transactionId = answer->header(protocol::transactionHeader),
                        .etag = answer->header("ETag")};
    if (record.transactionId.empty() || record.transactionId.size() > 64)
        return tl::unexpected(protocol::answerMalformed("the record comes without its transaction"));
    return record;
}

ServiceClient::Call ServiceClient::change(const Position &at, std::string_view part, SecretBytes body)
{
    return {.path = pathOf(at.activationId, part),
            .body = std::move(body),
            .idempotencyKey = at.idempotencyKey,
            .etag = at.etag};
}

Result<protocol::RedeemAnswer> ServiceClient::redeem(const protocol::RedeemRequest &request,
                                                     std::string_view idempotencyKey)
{
    return decoded<protocol::RedeemAnswer>(perform({.path = std::string(protocol::activationsPath),
                                                    .body = protocol::encode(request),
                                                    .idempotencyKey = idempotencyKey}));
}

Result<protocol::EnrolAnswer> ServiceClient::enrol(const Position &at, const protocol::EnrolRequest &request)
{
    SMARTCA_TRY(const auto answer, perform(change(at, protocol::enrolmentPart, protocol::encode(request))));
    SMARTCA_TRY(const auto jws, protocol::unwrapAnswer("answer", answer.body.text()));
    return protocol::openEnrolAnswer(jws, profile_.samKey);
}

Result<protocol::CertificateAnswer> ServiceClient::certificate(std::string_view activationId, Seconds wait)
{
    return decoded<protocol::CertificateAnswer>(
        perform({.method = "GET", .path = pathOf(activationId, protocol::certificatePart), .wait = wait}));
}

Result<RecordAnswer> ServiceClient::confirm(const Position &at, const protocol::ConfirmRequest &request)
{
    auto call = change(at, protocol::confirmationPart, plainBody(protocol::encode(request)));
    call.accept = protocol::pdfType;
    call.maxAnswer = recordMaxBytes;
    return recordIn(perform(call));
}

Result<protocol::StateAnswer> ServiceClient::reportWrong(const Position &at,
                                                         const protocol::ConfirmRequest &request)
{
    return decoded<protocol::StateAnswer>(
        perform(change(at, protocol::confirmationPart, plainBody(protocol::encode(request)))));
}

Result<RecordAnswer> ServiceClient::record(std::string_view activationId)
{
    return recordIn(perform({.method = "GET",
                             .path = pathOf(activationId, protocol::recordPart),
                             .accept = protocol::pdfType,
                             .maxAnswer = recordMaxBytes}));
}

Result<protocol::ChallengeAnswer> ServiceClient::challenge(const Position &at,
                                                           const protocol::ChallengeRequest &request)
{
    return decoded<protocol::ChallengeAnswer>(
        perform(change(at, protocol::challengePart, plainBody(protocol::encode(request)))));
}

Result<protocol::SignAnswer> ServiceClient::sign(const Position &at, const protocol::SignRequest &request)
{
    return decoded<protocol::SignAnswer>(
        perform(change(at, protocol::signaturePart, plainBody(protocol::encode(request)))));
}

Result<protocol::SignAnswer> ServiceClient::storedSignature(std::string_view activationId)
{
    return decoded<protocol::SignAnswer>(
        perform({.method = "GET", .path = pathOf(activationId, protocol::signaturePart)}));
}

Result<ServiceClient::HandInAnswer> ServiceClient::handIn(const Position &at,
                                                          const protocol::HandInRequest &request)
{
    SMARTCA_TRY(const auto answer,
                perform(change(at, protocol::handInPart, plainBody(protocol::encode(request)))));
    SMARTCA_TRY(auto jws, protocol::unwrapAnswer("receipt", answer.body.text()));
    SMARTCA_TRY(auto receipt, protocol::openReceipt(jws, profile_.samKey));
    return HandInAnswer{.receipt = std::move(receipt), .jws = std::move(jws)};
}

Result<protocol::StateAnswer> ServiceClient::whereAmI(std::string_view activationId)
{
    return decoded<protocol::StateAnswer>(perform(
        {.method = "GET",
         .path = activationId.empty() ? std::string(protocol::activationsPath) : pathOf(activationId)}));
}

Outcome ServiceClient::resendMail(const protocol::ResendRequest &request, std::string_view idempotencyKey)
{
    SMARTCA_CHECK(perform({.path = std::string(protocol::resendPath),
                           .body = protocol::encode(request),
                           .idempotencyKey = idempotencyKey}));
    return {};
}

} // namespace smartca::client
