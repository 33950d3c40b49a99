// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include "base/encoding.h"

#include <fstream>
#include <sstream>

namespace smartca::protocol {
namespace {

constexpr auto activationId = "5d9c1c5e-0b1f-4c57-9e6b-3f6f0d5a7c21";
constexpr auto userId = "u-4f1c9a";
constexpr auto credentialId = "cred-71c2";
constexpr auto transactionId = "tx-20261122-0001";
constexpr auto serial = "5A0F3C99E1";
constexpr auto etag = "7";
const UtcTime now{Seconds{1795320000}};

std::string digestText(std::uint8_t fill)
{
    return base64UrlEncode(Bytes(32, fill));
}

Policy policy()
{
    return {.password = {.minLength = 8, .maxLength = 30},
            .pinLength = 6,
            .biometric = BiometricPolicy::Optional,
            .minimumVersion = "0.1.0",
            .keyKind = crypto::KeyKind::Rsa3072};
}

std::vector<SecretBytes> avoid()
{
    std::vector<SecretBytes> digits;
    digits.push_back(SecretBytes::fromText("079162001418"));
    digits.push_back(SecretBytes::fromText("0912345678"));
    return digits;
}

RedeemRequest redeemRequest(bool token)
{
    return {.username = SecretBytes::fromText("079162001418"),
            .code = SecretBytes::fromText(token ? "" : "K7MP4QXT"),
            .token = SecretBytes::fromText(token ? "AAECAwQFBgcICQoLDA0ODw" : ""),
            .device = {.platform = "linux",
                       .model = "Máy bàn \"thử\"",
                       .osVersion = "Debian 12",
                       .keyLevel = "software"},
            .appVersion = "0.1.0",
            .language = "vi"};
}

RedeemAnswer redeemAnswer()
{
    return {.activationId = activationId,
            .userId = userId,
            .challenge = digestText(1),
            .policy = policy(),
            .avoid = avoid(),
            .serviceTime = now,
            .endsAt = now + Seconds{15 * 86400},
            .etag = etag,
            .sandbox = true};
}

CertificateAnswer certificateAnswer(CertificateStatus status)
{
    CertificateAnswer answer{
        .status = status, .reason = "", .certificate = {}, .chain = {}, .retryAfter = {}, .etag = etag};
    if (status == CertificateStatus::Issued) {
        answer.certificate = Bytes{0x30, 0x03, 0x02, 0x01, 0x01};
        answer.chain = {Bytes{0x30, 0x03, 0x02, 0x01, 0x02}, Bytes{0x30, 0x03, 0x02, 0x01, 0x03}};
    } else {
        answer.reason = "hồ sơ cần kiểm tra thêm";
        answer.retryAfter = Seconds{5};
    }
    return answer;
}

PinTries tries()
{
    return {.triesLeft = 2, .triesUntilBlocked = 8, .nextLock = Seconds{300}, .retryAfter = std::nullopt};
}

StateAnswer stateAnswer(ActivationState state)
{
    StateAnswer answer;
    answer.state = state;
    answer.activationId = activationId;
    answer.userId = userId;
    answer.policy = policy();
    answer.pin = tries();
    answer.serviceTime = now;
    answer.endsAt = now + Seconds{86400};
    answer.etag = etag;
    answer.sandbox = true;
    if (state == ActivationState::Redeemed) {
        answer.challenge = digestText(2);
        answer.avoid = avoid();
        return answer;
    }
    answer.credentialId = credentialId;
    answer.enrolment = "eyJ.eyJ.sig";
    answer.certificateStatus = CertificateStatus::Issued;
    answer.serial = serial;
    answer.transactionId = transactionId;
    answer.sequence = 1;
    return answer;
}

Problem problem()
{
    Problem problem{
        .status = httpStatusOf(FailureCode::PinWrong),
        .failure = {.code = FailureCode::PinWrong, .detail = "inner signature does not fit", .facts = {}},
        .serviceTime = now};
    problem.failure.facts.triesLeft = 2;
    problem.failure.facts.triesUntilBlocked = 8;
    problem.failure.facts.retryAfter = Seconds{30};
    problem.failure.facts.nextLock = Seconds{300};
    problem.failure.facts.at = now + Seconds{300};
    problem.failure.facts.subject = "pin";
    return problem;
}

std::string textOf(const std::string &encoded)
{
    return encoded;
}
std::string textOf(const SecretBytes &encoded)
{
    return std::string(encoded.text());
}

template<class Message>
Sample sample(std::string name, const Message &message, std::vector<std::string> optional = {})
{
    return {std::move(name), textOf(encode(message)),
            [](std::string_view text) -> Result<std::string> {
                SMARTCA_TRY(const auto decoded, decode<Message>(text));
                return textOf(encode(decoded));
            },
            std::move(optional)};
}

std::vector<Sample> makeSamples()
{
    auto device = fixedKey(1);
    auto pin = fixedKey(2);
    auto biometric = fixedKey(3);
    std::vector<Sample> all;
    all.push_back(sample("redeem-request-code", redeemRequest(false)));
    all.push_back(sample("redeem-request-token", redeemRequest(true)));
    all.push_back(sample("redeem-answer", redeemAnswer()));
    all.push_back(sample("registration", sampleRegistration(device, pin, &biometric)));
    all.push_back(sample("registration-without-biometric", sampleRegistration(device, pin, nullptr)));
    all.push_back(sample("enrol-request", EnrolRequest{.password = SecretBytes::fromText("Sen\"Hoa\\2026!"),
                                                       .registration = "eyJ.eyJ.sig"}));
    all.push_back(sample("enrol-answer", sampleEnrolAnswer()));
    all.push_back(sample("certificate-answer-issued", certificateAnswer(CertificateStatus::Issued), {}));
    all.push_back(
        sample("certificate-answer-held", certificateAnswer(CertificateStatus::Held), {"retryAfter"}));
    all.push_back(
        sample("confirm-request", ConfirmRequest{.serial = serial, .verdict = DataVerdict::IdNumberWrong}));
    all.push_back(sample("challenge-request", ChallengeRequest{.transactionId = transactionId}));
    all.push_back(sample("challenge-answer", ChallengeAnswer{.challenge = digestText(3),
                                                             .sequence = 1,
                                                             .pin = tries(),
                                                             .serviceTime = now,
                                                             .lifetime = Seconds{120},
                                                             .etag = etag}));
    all.push_back(sample("sad", sampleSad()));
    all.push_back(sample("sign-request", SignRequest{.sad = "eyJ.eyJ.sig"}));
    all.push_back(sample("sign-answer", SignAnswer{.signature = Bytes{1, 2, 3, 0xFF},
                                                   .timeStampToken = Bytes{0x30, 0x00},
                                                   .serviceTime = now,
                                                   .etag = etag}));
    all.push_back(
        sample("hand-in-request", HandInRequest{.cms = Bytes{0x30, 0x80}, .documentDigest = digestText(4)}));
    all.push_back(sample("receipt", sampleReceipt()));
    all.push_back(sample("state-answer-redeemed", stateAnswer(ActivationState::Redeemed)));
    all.push_back(sample("state-answer-confirmed", stateAnswer(ActivationState::Confirmed),
                         {"credentialId", "certificateStatus", "serial", "transactionId"}));
    all.push_back(sample("resend-request",
                         ResendRequest{.username = SecretBytes::fromText("079162001418"), .language = "en"}));
    all.push_back(
        sample("problem", problem(),
               {"detail", "triesLeft", "triesUntilBlocked", "retryAfter", "nextLock", "at", "subject"}));
    // GET /v1/activations of a device that has begun nothing.
    all.push_back(sample("problem-nothing-located",
                         Problem{.status = httpStatusOf(FailureCode::ActivationUnknown),
                                 .failure = {.code = FailureCode::ActivationUnknown,
                                             .detail = "this device has begun no activation",
                                             .facts = {}},
                                 .serviceTime = now},
                         {"detail"}));
    return all;
}

} // namespace

const std::vector<Sample> &samples()
{
    static const auto all = makeSamples();
    return all;
}

std::string testName(const ::testing::TestParamInfo<Sample> &info)
{
    auto name = info.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string readFixture(const std::string &path)
{
    std::ifstream file(std::string(SMARTCA_FIXTURES) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

crypto::PrivateKey fixedKey(std::uint8_t seed)
{
    return *crypto::PrivateKey::p256FromKeyMaterial(SecretBytes(Bytes(48, seed)));
}

Registration sampleRegistration(crypto::Signer &device, crypto::Signer &pin, crypto::Signer *biometric)
{
    return {.audience = "urn:smartca:sam:sandbox-1",
            .userId = userId,
            .activationId = activationId,
            .nonce = digestText(1),
            .deviceKey = device.publicKey(),
            .pinKey = pin.publicKey(),
            .biometricKey = biometric != nullptr ? std::optional(biometric->publicKey()) : std::nullopt,
            .deviceKeyLevel = "software",
            .biometricKeyLevel = biometric != nullptr ? "software" : "",
            .attestations = {},
            .profile = crypto::KeyKind::Rsa3072,
            .appVersion = "0.1.0",
            .issuedAt = now,
            .expiresAt = now + Seconds{120}};
}

Sad sampleSad()
{
    return {.type = SadType::AcceptanceRecord,
            .audience = "urn:smartca:sam:sandbox-1",
            .userId = userId,
            .deviceId = digestText(5),
            .credentialId = credentialId,
            .signAlgorithm = "1.2.840.113549.1.1.11",
            .hashAlgorithm = "2.16.840.1.101.3.4.2.1",
            .hashes = {Bytes(32, 6)},
            .transactionId = transactionId,
            .relyingParty = "smartca",
            .documentDigest = digestText(7),
            .challenge = digestText(3),
            .sequence = 1,
            .issuedAt = now,
            .expiresAt = now + Seconds{120}};
}

EnrolAnswer sampleEnrolAnswer()
{
    return {.credentialId = credentialId,
            .deviceId = digestText(5),
            .spki = Bytes{0x30, 0x03, 0x02, 0x01, 0x04},
            .request = Bytes{0x30, 0x03, 0x02, 0x01, 0x05},
            .registrationHash = digestText(8),
            .issuedAt = now,
            .etag = etag};
}

Receipt sampleReceipt()
{
    return {.credentialId = credentialId,
            .serial = serial,
            .transactionId = transactionId,
            .documentDigest = digestText(4),
            .activatedAt = now};
}

} // namespace smartca::protocol
