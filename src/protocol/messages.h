// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "base/secret_bytes.h"
#include "crypto/digest.h"
#include "crypto/key.h"

#include <string>
#include <variant>
#include <vector>

/// Every message between app and service, once. A struct, its JSON (encode / decode), a golden file in
/// tests/fixtures/protocol. The wire is described for people in docs/protocol.md. Text lengths are octets of
/// UTF-8; times are Unix seconds UTC.
namespace smartca::protocol {

constexpr int protocolVersion = 1;

// ---- 1 redeem: POST /v1/activations
// --------------------------------------------------------------------------------------------

/// Facts for the mail that tells of the redemption and for support; claims, not proof.
struct DeviceFacts {
    std::string platform; ///< "linux", "android", "ios"
    std::string model;
    std::string osVersion;
    std::string keyLevel; ///< "software", "tpm", "tee", "strongbox", "secureEnclave"
};

struct RedeemRequest {
    SecretBytes username;
    SecretBytes code;  ///< eight characters, normalised (no dash); empty when the token is given
    SecretBytes token; ///< base64url of 16 octets, from link or QR; empty when the code is given
    DeviceFacts device;
    std::string appVersion;
    std::string language; ///< "vi" or "en"
};

struct PasswordPolicy {
    int minLength = 8;
    int maxLength = 30;
};

enum class BiometricPolicy { Required, Optional };

/// What the service's policy asks of this activation.
struct Policy {
    PasswordPolicy password;
    int pinLength = 6;
    BiometricPolicy biometric = BiometricPolicy::Required;
    std::string minimumVersion; ///< of the app, "1.2.3"
    crypto::KeyKind keyKind = crypto::KeyKind::Rsa3072;
};

struct RedeemAnswer {
    std::string activationId; ///< UUID
    std::string userId;       ///< opaque
    std::string challenge;    ///< base64url of 32 octets: nonce of the registration
    Policy policy;
    std::vector<SecretBytes> avoid; ///< at most 32 digit strings a PIN must not be made of
    UtcTime serviceTime;
    UtcTime endsAt;   ///< not finished by then → key destroyed
    std::string etag; ///< version of the activation, for If-Match
    bool sandbox = false;
};

// ---- 2 enrol: POST /v1/activations/{id}/enrolment
// ------------------------------------------------------------------------------

/// Payload of the registration (docs/protocol.md §2.2), signed inside by K_pin ("reg+jws"), hashed and signed
/// by B
/// ("bio+jws"), and wrapped with both by D ("reg-dev+jws").
struct Registration {
    std::string audience; ///< urn:smartca:sam:<service id>
    std::string userId;
    std::string activationId;
    std::string nonce;
    crypto::PublicKey deviceKey;
    crypto::PublicKey pinKey;
    std::optional<crypto::PublicKey> biometricKey;
    std::string deviceKeyLevel;
    std::string biometricKeyLevel;         ///< empty without B
    std::vector<std::string> attestations; ///< base64; empty at the software level
    crypto::KeyKind profile = crypto::KeyKind::Rsa3072;
    std::string appVersion;
    UtcTime issuedAt;
    UtcTime expiresAt;
};

struct EnrolRequest {
    SecretBytes password;
    std::string registration; ///< the outer JWS
};

/// Payload of the service's signed answer ("enrolled+jws", SAM answer key).
struct EnrolAnswer {
    std::string credentialId;
    std::string deviceId;
    Bytes spki;                   ///< public signing key
    Bytes request;                ///< PKCS#10 made in the HSM
    std::string registrationHash; ///< base64url SHA-256 of the outer JWS
    UtcTime issuedAt;
    std::string etag;
};

// ---- 3 certificate: GET /v1/activations/{id}/certificate
// -----------------------------------------------------------------------

enum class CertificateStatus { Pending, Held, Refused, Issued };

/// A longer reason makes the whole answer unreadable to the app.
constexpr std::size_t reasonMax = 256;

struct CertificateAnswer {
    CertificateStatus status = CertificateStatus::Pending;
    std::string reason; ///< of Held and Refused: what staff wrote for the subscriber, or empty
    std::optional<Bytes> certificate;
    std::vector<Bytes> chain; ///< issuing CA first, root last
    std::optional<Seconds> retryAfter;
    std::string etag;
};

// ---- 4 confirm: POST /v1/activations/{id}/certificate/confirmation
// -------------------------------------------------------------

enum class DataVerdict { Right, NameWrong, IdNumberWrong, BirthdayWrong, OtherWrong };

struct ConfirmRequest {
    std::string serial;
    DataVerdict verdict = DataVerdict::Right;
};
/// Right → application/pdf with the header SmartCA-Transaction; anything else → StateAnswer with state
/// stopped.

// ---- 5 challenge: POST /v1/activations/{id}/challenge
// --------------------------------------------------------------------------

struct ChallengeRequest {
    std::string transactionId;
};

struct PinTries {
    int triesLeft = 0; ///< until the next lock
    int triesUntilBlocked = 0;
    Seconds nextLock{};                ///< how long the next lock lasts; 0 = blocked for good
    std::optional<Seconds> retryAfter; ///< locked now
};

struct ChallengeAnswer {
    std::string challenge; ///< base64url of 32 octets
    std::int64_t sequence = 0;
    PinTries pin;
    UtcTime serviceTime;
    Seconds lifetime{120};
    std::string etag;
};

// ---- 6 sign: POST /v1/activations/{id}/signature
// -------------------------------------------------------------------------------

enum class SadType { AcceptanceRecord, Approve };

/// Signature activation data (docs/protocol.md §2.6), signed inside by K_pin ("sad+jws") and outside by D
/// ("sad-dev+jws").
struct Sad {
    SadType type = SadType::AcceptanceRecord;
    std::string audience;
    std::string userId;
    std::string deviceId;
    std::string credentialId;
    std::string signAlgorithm; ///< OID
    std::string hashAlgorithm; ///< OID, SHA-256
    std::vector<Bytes> hashes; ///< SHA-256 of the DER of the signed attributes
    std::string transactionId;
    std::string relyingParty;   ///< "smartca" for the acceptance record
    std::string documentDigest; ///< base64url SHA-256 of the file as downloaded
    std::string challenge;
    std::int64_t sequence = 0;
    UtcTime issuedAt;
    UtcTime expiresAt;
};

struct SignRequest {
    std::string sad; ///< the outer JWS
};

struct SignAnswer {
    Bytes signature;
    Bytes timeStampToken;
    UtcTime serviceTime;
    std::string etag;
};

// ---- 7 hand in: POST /v1/activations/{id}/acceptance-record
// --------------------------------------------------------------------

struct HandInRequest {
    Bytes cms;
    std::string documentDigest; ///< base64url SHA-256 of the finished file
};

/// Payload of the receipt ("receipt+jws", SAM answer key).
struct Receipt {
    std::string credentialId;
    std::string serial;
    std::string transactionId;
    std::string documentDigest;
    UtcTime activatedAt;
};

// ---- where am I: GET /v1/activations/{id}
// --------------------------------------------------------------------------------------

enum class ActivationState {
    Redeemed,  ///< password and PIN are still to be chosen
    Enrolled,  ///< key made, certificate pending, held or refused
    Issued,    ///< certificate there, not yet confirmed by the subscriber
    Confirmed, ///< record made, not yet signed
    Signed,    ///< signature made, not yet handed in
    Active,
    Stopped, ///< the subscriber said the data is wrong
    Blocked, ///< PIN blocked, key destroyed
    Ended,   ///< not finished in time, or replaced by a new activation
};

struct StateAnswer {
    ActivationState state{};
    std::string activationId;
    std::string userId;
    std::string challenge; ///< a fresh registration challenge while Redeemed, else empty
    Policy policy;
    std::vector<SecretBytes> avoid; ///< only while Redeemed
    std::optional<std::string> credentialId;
    /// "enrolled+jws" once more, from Enrolled to Active: the answer to the enrolment may have been lost, and
    /// the signing key is believed only with the SAM's signature.
    std::optional<std::string> enrolment;
    std::optional<CertificateStatus> certificateStatus;
    std::optional<std::string> serial;
    std::optional<std::string> transactionId;
    std::int64_t sequence = 0; ///< last one used
    PinTries pin;
    UtcTime serviceTime;
    UtcTime endsAt;
    std::string etag;
    bool sandbox = false;
};

// ---- resend the mail: POST /v1/mail/resend
// -------------------------------------------------------------------------------------

struct ResendRequest {
    SecretBytes username;
    std::string language;
};
/// 202 and an empty object, always the same.

// ---- problem details (RFC 9457): application/problem+json
// ----------------------------------------------------------------------

/// {"type","title","status","code","detail", and of FailureFacts what there is:
/// "triesLeft","triesUntilBlocked","retryAfter", "nextLock","at","subject", "serviceTime"}
struct Problem {
    int status = 500;
    Failure failure;
    UtcTime serviceTime;
};
[[nodiscard]] int httpStatusOf(FailureCode code);

// ---- encode and decode
// ---------------------------------------------------------------------------------------------------------
// Messages with secrets are written into and read from secure memory as far as they go; see docs/security.md
// for what cannot be wiped.

[[nodiscard]] SecretBytes encode(const RedeemRequest &message);
[[nodiscard]] SecretBytes encode(const EnrolRequest &message);
[[nodiscard]] SecretBytes encode(const ResendRequest &message);
[[nodiscard]] std::string encode(const RedeemAnswer &message);
[[nodiscard]] std::string encode(const Registration &message);
[[nodiscard]] std::string encode(const EnrolAnswer &message);
[[nodiscard]] std::string encode(const CertificateAnswer &message);
[[nodiscard]] std::string encode(const ConfirmRequest &message);
[[nodiscard]] std::string encode(const ChallengeRequest &message);
[[nodiscard]] std::string encode(const ChallengeAnswer &message);
[[nodiscard]] std::string encode(const Sad &message);
[[nodiscard]] std::string encode(const SignRequest &message);
[[nodiscard]] std::string encode(const SignAnswer &message);
[[nodiscard]] std::string encode(const HandInRequest &message);
[[nodiscard]] std::string encode(const Receipt &message);
[[nodiscard]] std::string encode(const StateAnswer &message);
[[nodiscard]] std::string encode(const Problem &message);

/// decode<RedeemRequest>(text): through the strict door; unknown fields refused. Failures PRT-101, PRT-102,
/// PRT-103.
template<class Message>
[[nodiscard]] Result<Message> decode(std::string_view text);
template<>
Result<RedeemRequest> decode(std::string_view text);
template<>
Result<EnrolRequest> decode(std::string_view text);
template<>
Result<ResendRequest> decode(std::string_view text);
template<>
Result<RedeemAnswer> decode(std::string_view text);
template<>
Result<Registration> decode(std::string_view text);
template<>
Result<EnrolAnswer> decode(std::string_view text);
template<>
Result<CertificateAnswer> decode(std::string_view text);
template<>
Result<ConfirmRequest> decode(std::string_view text);
template<>
Result<ChallengeRequest> decode(std::string_view text);
template<>
Result<ChallengeAnswer> decode(std::string_view text);
template<>
Result<Sad> decode(std::string_view text);
template<>
Result<SignRequest> decode(std::string_view text);
template<>
Result<SignAnswer> decode(std::string_view text);
template<>
Result<HandInRequest> decode(std::string_view text);
template<>
Result<Receipt> decode(std::string_view text);
template<>
Result<StateAnswer> decode(std::string_view text);
template<>
Result<Problem> decode(std::string_view text);

} // namespace smartca::protocol
