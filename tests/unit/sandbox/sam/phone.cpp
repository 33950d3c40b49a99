// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/cms.h"
#include "crypto/random.h"
#include "pdf/signature_field.h"
#include "protocol/headers.h"
#include "tests/unit/sandbox/sam/world.h"

namespace smartca::sandbox::test {

Phone::Phone(World &theWorld) : world(theWorld) {}

Phone Phone::twin() const
{
    Phone other(world);
    other.username = username;
    other.deviceKey = crypto::PrivateKey::fromPkcs8(deviceKey.toPkcs8().view()).value();
    other.biometricKey = crypto::PrivateKey::fromPkcs8(biometricKey.toPkcs8().view()).value();
    other.activationId = activationId;
    other.userId = userId;
    other.nonceOfRegistration = nonceOfRegistration;
    other.etag = etag;
    other.credentialId = credentialId;
    other.subscriberCertificate = subscriberCertificate;
    other.chain = chain;
    other.record = record;
    other.transactionId = transactionId;
    other.challengeText = challengeText;
    other.sequence = sequence;
    return other;
}

std::string Phone::path(std::string_view part) const
{
    return std::string(protocol::activationsPath) + "/" + activationId + std::string(part);
}

crypto::PrivateKey Phone::pinKey(const std::string &pin)
{
    // The real derivation is the crypto room's business; here a PIN stands for a key.
    return crypto::PrivateKey::p256FromKeyMaterial(crypto::hkdfSha256(asBytes(pin), {}, asBytes("test"), 48))
        .value();
}

http::Request Phone::request(const std::string &method, const std::string &where, const std::string &body,
                             const Twist &twist)
{
    http::Request request;
    request.method = method;
    request.path = where;
    request.body = SecretBytes::fromText(body);
    auto &key = twist.proofKey != nullptr ? *twist.proofKey : deviceKey;
    protocol::DpopProof proof{.method = twist.method.value_or(method),
                              .url = twist.url.value_or(world.policy.publicUrl + where),
                              .jti = twist.jti.value_or(crypto::randomUuid()),
                              .issuedAt = twist.issuedAt.value_or(world.clock.now()),
                              .bodyDigest =
                                  twist.bodyDigest.value_or(protocol::bodyDigestOf(request.body.view())),
                              .nonce = twist.nonce.value_or(world.nonces->current())};
    if (twist.withoutNonce)
        proof.nonce = std::nullopt;
    if (!twist.withoutProof)
        request.headers.set("DPoP", protocol::signDpop(key, proof).value());
    if (method == "POST" && !twist.withoutKey)
        request.headers.set("Idempotency-Key",
                            "\"" + twist.idempotencyKey.value_or(crypto::randomUuid()) + "\"");
    if (method == "POST")
        request.headers.set("If-Match", twist.ifMatch.value_or("\"" + etag + "\""));
    if (twist.appVersion)
        request.headers.set("SmartCA-App-Version", *twist.appVersion);
    if (twist.wait)
        request.headers.set("Prefer", "wait=" + std::to_string(twist.wait->count()));
    return request;
}

Got Phone::post(const std::string &where, const std::string &body, const Twist &twist)
{
    return world.send(request("POST", where, body, twist));
}

Got Phone::get(const std::string &where, const Twist &twist)
{
    return world.send(request("GET", where, "", twist));
}

protocol::RedeemRequest Phone::redeemRequest(const FreshCode &code, bool typed) const
{
    protocol::RedeemRequest message;
    message.username = SecretBytes::fromText(username);
    (typed ? message.code : message.token) = typed ? code.code.clone() : code.token.clone();
    message.device = {
        .platform = "linux", .model = "Test phone", .osVersion = "Debian 12", .keyLevel = "software"};
    message.appVersion = "0.1.0";
    message.language = "vi";
    return message;
}

Got Phone::redeem(const FreshCode &code, bool typed, const Twist &twist)
{
    const auto message = redeemRequest(code, typed);
    auto got =
        post(std::string(protocol::activationsPath), std::string(protocol::encode(message).text()), twist);
    if (got.good()) {
        const auto answer = protocol::decode<protocol::RedeemAnswer>(got.body).value();
        activationId = answer.activationId;
        userId = answer.userId;
        nonceOfRegistration = answer.challenge;
        etag = answer.etag;
    }
    return got;
}

protocol::Registration Phone::registration()
{
    return {.audience = world.policy.audience(),
            .userId = userId,
            .activationId = activationId,
            .nonce = nonceOfRegistration,
            .deviceKey = deviceKey.publicKey(),
            .pinKey = pinKey("271805").publicKey(),
            .biometricKey = biometricKey.publicKey(),
            .deviceKeyLevel = "software",
            .biometricKeyLevel = "software",
            .attestations = {},
            .profile = world.policy.activation.keyKind,
            .appVersion = "0.1.0",
            .issuedAt = world.clock.now(),
            .expiresAt = world.clock.now() + Seconds(120)};
}

Got Phone::enrol(const Twist &twist)
{
    return enrol(registration(), twist);
}

Got Phone::enrol(const protocol::Registration &message, const Twist &twist, const std::string &password)
{
    auto pin = pinKey("271805");
    auto *biometric = message.biometricKey ? &biometricKey : nullptr;
    protocol::EnrolRequest body;
    body.password = SecretBytes::fromText(password);
    body.registration = protocol::signRegistration(message, pin, biometric, deviceKey).value();
    auto got = post(path(protocol::enrolmentPart), std::string(protocol::encode(body).text()), twist);
    if (got.good()) {
        const auto samKey = world.hsm->serviceKey(ServiceKey::SamAnswer).value()->publicKey();
        const auto jws = protocol::unwrapAnswer("answer", got.body).value();
        const auto answer = protocol::openEnrolAnswer(jws, samKey).value();
        credentialId = answer.credentialId;
        etag = answer.etag;
    }
    return got;
}

Got Phone::certificate(const Twist &twist)
{
    auto got = get(path(protocol::certificatePart), twist);
    if (!got.good())
        return got;
    const auto answer = protocol::decode<protocol::CertificateAnswer>(got.body).value();
    if (answer.certificate) {
        subscriberCertificate = crypto::Certificate::fromDer(*answer.certificate).value();
        chain.clear();
        for (const auto &der : answer.chain)
            chain.push_back(crypto::Certificate::fromDer(der).value());
    }
    etag = answer.etag;
    return got;
}

Got Phone::confirm(protocol::DataVerdict verdict, const Twist &twist)
{
    const protocol::ConfirmRequest message{.serial = subscriberCertificate->serial(), .verdict = verdict};
    auto got = post(path(protocol::confirmationPart), protocol::encode(message), twist);
    if (got.good() && verdict == protocol::DataVerdict::Right) {
        record = toBytes(got.body);
        transactionId = std::string(got.headers.get(protocol::transactionHeader).value());
    }
    return got;
}

http::Request Phone::challengeRequest(const Twist &twist)
{
    return request("POST", path(protocol::challengePart),
                   protocol::encode(protocol::ChallengeRequest{transactionId}), twist);
}

void Phone::challenged(const Got &got)
{
    const auto answer = protocol::decode<protocol::ChallengeAnswer>(got.body).value();
    challengeText = answer.challenge;
    sequence = answer.sequence;
    etag = answer.etag;
}

Got Phone::challenge(const Twist &twist)
{
    auto got = world.send(challengeRequest(twist));
    if (got.good())
        challenged(got);
    return got;
}

protocol::Sad Phone::sad()
{
    const auto slot = pdf::findPreparedSlot(record).value();
    const auto attributes =
        crypto::padesSignedAttributes(pdf::digestAround(record, slot), *subscriberCertificate);
    const bool rsa = world.policy.activation.keyKind != crypto::KeyKind::P256;
    return {.type = protocol::SadType::AcceptanceRecord,
            .audience = world.policy.audience(),
            .userId = userId,
            .deviceId = deviceId(),
            .credentialId = credentialId,
            .signAlgorithm = rsa ? "1.2.840.113549.1.1.11" : "1.2.840.10045.4.3.2",
            .hashAlgorithm = "2.16.840.1.101.3.4.2.1",
            .hashes = {toBytes(BytesView(crypto::sha256(attributes)))},
            .transactionId = transactionId,
            .relyingParty = "smartca",
            .documentDigest = base64UrlEncode(crypto::sha256(record)),
            .challenge = challengeText,
            .sequence = sequence,
            .issuedAt = world.clock.now(),
            .expiresAt = world.clock.now() + Seconds(120)};
}

http::Request Phone::signRequest(const protocol::Sad &message, const std::string &pin, const Twist &twist)
{
    auto key = pinKey(pin);
    const protocol::SignRequest body{.sad = protocol::signSad(message, key, deviceKey).value()};
    return request("POST", path(protocol::signaturePart), protocol::encode(body), twist);
}

Got Phone::sign(const protocol::Sad &message, const std::string &pin, const Twist &twist)
{
    auto got = world.send(signRequest(message, pin, twist));
    if (got.good()) {
        const auto answer = protocol::decode<protocol::SignAnswer>(got.body).value();
        signature = answer.signature;
        token = answer.timeStampToken;
        etag = answer.etag;
    }
    return got;
}

Got Phone::signAnew(const std::string &pin)
{
    if (auto got = challenge(); !got.good())
        return got;
    return sign(sad(), pin);
}

Bytes Phone::cms()
{
    const auto slot = pdf::findPreparedSlot(record).value();
    const auto attributes =
        crypto::padesSignedAttributes(pdf::digestAround(record, slot), *subscriberCertificate);
    return crypto::buildSignedData(attributes, signature, {*subscriberCertificate, chain.front()}, token)
        .value();
}

Bytes Phone::finished()
{
    return pdf::fillSlot(record, pdf::findPreparedSlot(record).value(), cms()).value();
}

Got Phone::handIn(const Twist &twist)
{
    return handIn(cms(), base64UrlEncode(crypto::sha256(finished())), twist);
}

Got Phone::handIn(const Bytes &message, const std::string &digest, const Twist &twist)
{
    return post(path(protocol::handInPart), protocol::encode(protocol::HandInRequest{message, digest}),
                twist);
}

Got Phone::state(const Twist &twist)
{
    auto got = get(path(), twist);
    if (got.good()) {
        const auto answer = protocol::decode<protocol::StateAnswer>(got.body).value();
        etag = answer.etag;
        if (!answer.challenge.empty())
            nonceOfRegistration = answer.challenge;
    }
    return got;
}

Got Phone::storedRecord(const Twist &twist)
{
    return get(path(protocol::recordPart), twist);
}

Got Phone::storedSignature(const Twist &twist)
{
    return get(path(protocol::signaturePart), twist);
}

void Phone::enrolled(const FreshCode &code)
{
    const auto redeemed = redeem(code);
    ASSERT_TRUE(redeemed.good()) << redeemed.body;
    const auto got = enrol();
    ASSERT_TRUE(got.good()) << got.body;
}

void Phone::issued(const FreshCode &code)
{
    enrolled(code);
    const auto got = certificate();
    ASSERT_TRUE(got.good() && subscriberCertificate) << got.body;
}

void Phone::confirmed(const FreshCode &code)
{
    issued(code);
    const auto got = confirm();
    ASSERT_TRUE(got.good()) << got.body;
}

void Phone::signedRecord(const FreshCode &code)
{
    confirmed(code);
    const auto got = signAnew();
    ASSERT_TRUE(got.good()) << got.body;
}

} // namespace smartca::sandbox::test
