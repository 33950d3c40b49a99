// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/random.h"
#include "fixtures/test_ca.h"
#include "protocol/activation_input.h"
#include "protocol/dpop.h"
#include "protocol/envelopes.h"
#include "protocol/service_profile.h"
#include "seeds/seeds.h"

namespace smartca::fuzz {
namespace {

using namespace protocol;
using crypto::KeyKind;
using crypto::PrivateKey;
using fixtures::testNow;

const std::string activation = "0b7c7f6e-51a4-4c31-9a53-6f3d3c0c9c11";
const std::string digest = base64UrlEncode(crypto::sha256(asBytes("seed")));
const std::string transaction = "tx-1";

PinTries tries()
{
    return {.triesLeft = 3, .triesUntilBlocked = 9, .nextLock = Seconds(300), .retryAfter = Seconds(20)};
}

std::vector<SecretBytes> avoidList()
{
    std::vector<SecretBytes> list;
    list.push_back(SecretBytes::fromText("001099012345"));
    list.push_back(SecretBytes::fromText("19900521"));
    return list;
}

Registration registrationOf(const crypto::PublicKey &deviceKey, const crypto::PublicKey &pinKey,
                            std::optional<crypto::PublicKey> biometricKey)
{
    return {.audience = "urn:smartca:sam:sandbox",
            .userId = "u-1",
            .activationId = activation,
            .nonce = digest,
            .deviceKey = deviceKey,
            .pinKey = pinKey,
            .biometricKey = biometricKey,
            .deviceKeyLevel = "software",
            .biometricKeyLevel = biometricKey ? "software" : "",
            .attestations = {},
            .profile = KeyKind::P256,
            .appVersion = "0.1.0",
            .issuedAt = testNow,
            .expiresAt = testNow + Seconds(120)};
}

Sad sadOf(const std::string &deviceId)
{
    return {.type = SadType::AcceptanceRecord,
            .audience = "urn:smartca:sam:sandbox",
            .userId = "u-1",
            .deviceId = deviceId,
            .credentialId = "c-1",
            .signAlgorithm = "1.2.840.113549.1.1.11",
            .hashAlgorithm = "2.16.840.1.101.3.4.2.1",
            .hashes = {toBytes(BytesView(crypto::sha256(asBytes("x"))))},
            .transactionId = transaction,
            .relyingParty = "smartca",
            .documentDigest = digest,
            .challenge = digest,
            .sequence = 1,
            .issuedAt = testNow,
            .expiresAt = testNow + Seconds(120)};
}

void writeRequests(const SeedFolder &folder)
{
    const DeviceFacts device{.platform = "linux", .model = "Nhà", .osVersion = "12", .keyLevel = "software"};
    folder.seed("redeem_request", "code",
                encode(RedeemRequest{.username = SecretBytes::fromText("001099012345"),
                                     .code = SecretBytes::fromText("K7MP4QXT"),
                                     .token = {},
                                     .device = device,
                                     .appVersion = "0.1.0",
                                     .language = "vi"})
                    .view());
    folder.seed("redeem_request", "token",
                encode(RedeemRequest{.username = SecretBytes::fromText("001099012345"),
                                     .code = {},
                                     .token = SecretBytes::fromText(base64UrlEncode(crypto::randomBytes(16))),
                                     .device = device,
                                     .appVersion = "0.1.0",
                                     .language = "en"})
                    .view());
    folder.seed(
        "enrol_request", "plain",
        encode(EnrolRequest{.password = SecretBytes::fromText("Tr0ub4dor&3\"\\"), .registration = "a.b.c"})
            .view());
    folder.seed(
        "resend_request", "plain",
        encode(ResendRequest{.username = SecretBytes::fromText("001099012345"), .language = "vi"}).view());
    folder.seed("confirm_request", "right",
                asBytes(encode(ConfirmRequest{.serial = "4F00", .verdict = DataVerdict::Right})));
    folder.seed("confirm_request", "wrong",
                asBytes(encode(ConfirmRequest{.serial = "4F00", .verdict = DataVerdict::BirthdayWrong})));
    folder.seed("challenge_request", "plain",
                asBytes(encode(ChallengeRequest{.transactionId = transaction})));
    folder.seed("sign_request", "plain", asBytes(encode(SignRequest{.sad = "a.b.c"})));
    folder.seed("hand_in_request", "plain",
                asBytes(encode(HandInRequest{.cms = crypto::randomBytes(48), .documentDigest = digest})));
}

void writeAnswers(const SeedFolder &folder, const fixtures::TestCa &ca)
{
    folder.seed("redeem_answer", "plain",
                asBytes(encode(RedeemAnswer{.activationId = activation,
                                            .userId = "u-1",
                                            .challenge = digest,
                                            .policy = {.password = {}, .minimumVersion = "0.1.0"},
                                            .avoid = avoidList(),
                                            .serviceTime = testNow,
                                            .endsAt = testNow + Seconds(86400),
                                            .etag = "v1",
                                            .sandbox = true})));
    folder.seed(
        "certificate_answer", "issued",
        asBytes(encode(CertificateAnswer{.status = CertificateStatus::Issued,
                                         .reason = "",
                                         .certificate = ca.subscriber.certificate.der(),
                                         .chain = {ca.issuing.certificate.der(), ca.root.certificate.der()},
                                         .retryAfter = {},
                                         .etag = "v2"})));
    folder.seed("certificate_answer", "held",
                asBytes(encode(CertificateAnswer{.status = CertificateStatus::Held,
                                                 .reason = "checked by hand",
                                                 .certificate = {},
                                                 .chain = {},
                                                 .retryAfter = Seconds(5),
                                                 .etag = "v2"})));
    folder.seed("challenge_answer", "plain",
                asBytes(encode(ChallengeAnswer{.challenge = digest,
                                               .sequence = 1,
                                               .pin = tries(),
                                               .serviceTime = testNow,
                                               .lifetime = Seconds(120),
                                               .etag = "v3"})));
    folder.seed("sign_answer", "plain",
                asBytes(encode(SignAnswer{.signature = crypto::randomBytes(64),
                                          .timeStampToken = ca.timeStamp(crypto::sha256(asBytes("seed"))),
                                          .serviceTime = testNow,
                                          .etag = "v4"})));
    folder.seed("state_answer", "signed",
                asBytes(encode(StateAnswer{.state = ActivationState::Signed,
                                           .activationId = activation,
                                           .userId = "u-1",
                                           .challenge = "",
                                           .policy = {.password = {}, .minimumVersion = "0.1.0"},
                                           .avoid = {},
                                           .credentialId = "c-1",
                                           .enrolment = "eyJ.eyJ.sig",
                                           .certificateStatus = CertificateStatus::Issued,
                                           .serial = "4F00",
                                           .transactionId = transaction,
                                           .sequence = 2,
                                           .pin = tries(),
                                           .serviceTime = testNow,
                                           .endsAt = testNow + Seconds(86400),
                                           .etag = "v5",
                                           .sandbox = true})));
    const Failure wrong{.code = FailureCode::PinWrong,
                        .detail = "the inner signature does not fit",
                        .facts = {.triesLeft = 2,
                                  .triesUntilBlocked = 8,
                                  .retryAfter = {},
                                  .nextLock = Seconds(300),
                                  .at = testNow,
                                  .pinRule = {},
                                  .subject = "pin"}};
    folder.seed("problem", "wrong_pin",
                asBytes(encode(Problem{.status = 403, .failure = wrong, .serviceTime = testNow})));
    // GET /v1/activations of a device that has begun nothing.
    const Failure nothing{.code = FailureCode::ActivationUnknown, .detail = "nothing here", .facts = {}};
    folder.seed("problem", "nothing_located",
                asBytes(encode(Problem{.status = 404, .failure = nothing, .serviceTime = testNow})));
}

void writeEnvelopes(const SeedFolder &folder)
{
    auto device = PrivateKey::generate(KeyKind::P256);
    auto pin = PrivateKey::generate(KeyKind::P256);
    auto biometric = PrivateKey::generate(KeyKind::P256);
    folder.anchor("key.jwk", asBytes(toText(device.publicKey().jwk())));

    const auto registration = registrationOf(device.publicKey(), pin.publicKey(), biometric.publicKey());
    folder.seed("registration", "biometric", asBytes(encode(registration)));
    folder.seed("registration", "without",
                asBytes(encode(registrationOf(device.publicKey(), pin.publicKey(), std::nullopt))));
    folder.seed("envelopes", "registration",
                asBytes(signRegistration(registration, pin, &biometric, device).value()));

    const auto sad = sadOf(device.publicKey().thumbprint());
    folder.seed("sad", "plain", asBytes(encode(sad)));
    const auto sadJws = signSad(sad, pin, device).value();
    folder.seed("envelopes", "sad", asBytes(sadJws));

    const EnrolAnswer enrolled{.credentialId = "c-1",
                               .deviceId = device.publicKey().thumbprint(),
                               .spki = device.publicKey().spki(),
                               .request = crypto::makeCertificationRequest(device, "An").value(),
                               .registrationHash = digest,
                               .issuedAt = testNow,
                               .etag = "v2"};
    folder.seed("enrol_answer", "plain", asBytes(encode(enrolled)));
    const auto answer = signAnswer(enrolled, device).value();
    folder.seed("envelopes", "enrolled", asBytes(answer));
    folder.seed("envelopes", "wrapped", asBytes(wrapAnswer("answer", answer)));
    const Receipt receipt{.credentialId = "c-1",
                          .serial = "4F00",
                          .transactionId = transaction,
                          .documentDigest = digest,
                          .activatedAt = testNow};
    folder.seed("receipt", "plain", asBytes(encode(receipt)));
    folder.seed("envelopes", "receipt", asBytes(signAnswer(receipt, device).value()));

    folder.seed(
        "jws", "plain",
        asBytes(crypto::signJws(device, {.typ = "sad+jws", .kid = "k", .jwk = {}}, Json{{"a", 1}}).value()));
    const std::string body = R"({"username":"001099012345"})";
    const auto proof = signDpop(device, {.method = "POST",
                                         .url = "https://127.0.0.1:8443/v1/activations",
                                         .jti = activation,
                                         .issuedAt = testNow,
                                         .bodyDigest = bodyDigestOf(asBytes(body)),
                                         .nonce = "n"})
                           .value();
    folder.seed("jws", "self_signed", asBytes(proof));
    folder.seed("dpop", "plain", asBytes(proof + "\n" + body));
}

void writeInputs(const SeedFolder &folder, const fixtures::TestCa &ca)
{
    const auto link =
        activationLink("https://127.0.0.1:8443", "001099012345", base64UrlEncode(crypto::randomBytes(16)));
    folder.seed("activation_input", "link", asBytes(link));
    folder.seed(
        "activation_input", "mail",
        asBytes("Kính gửi Nguyễn Văn An,\n\nTên đăng nhập: 001099012345\nMã kích hoạt: K7MP-4QXT\n\n" + link +
                "\n"));
    folder.seed("activation_input", "english",
                asBytes("Username: 001099012345\r\nActivation code: K7MP-4QXT\r\n"));
    folder.seed("activation_input", "fields", asBytes("001099012345 k7mp 4qxt"));
    folder.seed("activation_input", "foreign",
                asBytes("smartca://activate?service=https://evil.example&u=1&t=2"));
    folder.seed("activation_input", "telex", asBytes("Đ7MP-Â4QXTờ"));
    folder.seed("service_profile", "plain",
                asBytes(encode(ServiceProfile{.url = "https://127.0.0.1:8443",
                                              .serviceId = "sandbox",
                                              .sandbox = true,
                                              .hotline = "18001260",
                                              .tlsRoot = ca.root.certificate,
                                              .documentRoot = ca.root.certificate,
                                              .timeStampRoot = ca.timeStampRoot.certificate,
                                              .samKey = ca.subscriber.key.publicKey()})));
    folder.seed("json", "plain", asBytes(R"({"a":[1,-2,true,null,"é"],"b":{"c":{}}})"));
    folder.seed("json", "deep", asBytes("[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]"));
    folder.seed("json", "twice", asBytes(R"({"a":1,"a":2})"));
    folder.seed("json", "float", asBytes("[1.5e3,9223372036854775808]"));
}

} // namespace

void writeMessageSeeds(const SeedFolder &folder)
{
    const auto ca = fixtures::TestCa::make();
    writeRequests(folder);
    writeAnswers(folder, ca);
    writeEnvelopes(folder);
    writeInputs(folder, ca);
}

} // namespace smartca::fuzz
