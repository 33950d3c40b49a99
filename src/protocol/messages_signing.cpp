// SPDX-License-Identifier: Apache-2.0
#include "protocol/fields.h"
#include "protocol/messages.h"

/// Requests 5 to 7: the challenge, the signature activation data, the signature, the receipt.
namespace smartca::protocol {
namespace {

using namespace fields;

constexpr std::size_t oidMax = 64;
constexpr std::size_t hashesMax = 16;
constexpr std::size_t signatureMax = 512; ///< RSA 4096
constexpr std::int64_t longestChallenge = 600;

constexpr Names<SadType, 2> sadTypes{{"acceptanceRecord", "approve"}};

std::vector<Bytes> readHashes(JsonObject &object)
{
    auto hashes = object.base64s("h", hashesMax, sizeof(crypto::Sha256));
    for (const auto &hash : hashes)
        if (hash.size() != sizeof(crypto::Sha256))
            object.refuse("h", "not a SHA-256 value");
    if (hashes.empty())
        object.refuse("h", "empty");
    // "n" says the count a second time (docs/protocol.md §2.6): whoever reads only one of them sees the same.
    if (object.integer("n", 1, hashesMax) != static_cast<std::int64_t>(hashes.size()))
        object.refuse("n", "another number than hashes");
    return hashes;
}

} // namespace

std::string encode(const ChallengeRequest &message)
{
    return toText({{"transactionId", message.transactionId}});
}

template<>
Result<ChallengeRequest> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "challenge request");
    ChallengeRequest message{.transactionId = object.text("transactionId", 1, idMax)};
    return object.finish(std::move(message));
}

std::string encode(const ChallengeAnswer &message)
{
    return toText({{"challenge", message.challenge},
                   {"sequence", message.sequence},
                   {"pin", toJson(message.pin)},
                   {"serviceTime", writeTime(message.serviceTime)},
                   {"lifetime", message.lifetime.count()},
                   {"etag", message.etag}});
}

template<>
Result<ChallengeAnswer> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "challenge answer");
    ChallengeAnswer message{.challenge = readDigest(object, "challenge"),
                            .sequence = object.integer("sequence", 1, sequenceMax),
                            .pin = readPinTries(object),
                            .serviceTime = readTime(object, "serviceTime"),
                            .lifetime = Seconds{object.integer("lifetime", 1, longestChallenge)},
                            .etag = object.text("etag", 1, etagMax)};
    return object.finish(std::move(message));
}

std::string encode(const Sad &message)
{
    auto hashes = Json::array();
    for (const auto &hash : message.hashes)
        hashes.push_back(writeBytes(hash));
    return toText({{"v", protocolVersion},
                   {"typ", "sad+jws"},
                   {"type", sadTypes(message.type)},
                   {"aud", message.audience},
                   {"sub", message.userId},
                   {"dev", message.deviceId},
                   {"cid", message.credentialId},
                   {"alg", message.signAlgorithm},
                   {"hal", message.hashAlgorithm},
                   {"h", hashes},
                   {"n", message.hashes.size()},
                   {"tx", message.transactionId},
                   {"rp", message.relyingParty},
                   {"dtbd", message.documentDigest},
                   {"nonce", message.challenge},
                   {"seq", message.sequence},
                   {"iat", writeTime(message.issuedAt)},
                   {"exp", writeTime(message.expiresAt)}});
}

template<>
Result<Sad> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "SAD");
    readVersion(object);
    readTyp(object, "sad+jws");
    Sad message{.type = sadTypes.read(object, "type"),
                .audience = object.text("aud", 1, audienceMax),
                .userId = object.text("sub", 1, idMax),
                .deviceId = readDigest(object, "dev"),
                .credentialId = object.text("cid", 1, idMax),
                .signAlgorithm = object.text("alg", 1, oidMax),
                .hashAlgorithm = object.text("hal", 1, oidMax),
                .hashes = readHashes(object),
                .transactionId = object.text("tx", 1, idMax),
                .relyingParty = object.text("rp", 1, idMax),
                .documentDigest = readDigest(object, "dtbd"),
                .challenge = readDigest(object, "nonce"),
                .sequence = object.integer("seq", 1, sequenceMax),
                .issuedAt = readTime(object, "iat"),
                .expiresAt = readTime(object, "exp")};
    return object.finish(std::move(message));
}

std::string encode(const SignRequest &message)
{
    return toText({{"sad", message.sad}});
}

template<>
Result<SignRequest> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "sign request");
    SignRequest message{.sad = object.text("sad", 1, jwsMax)};
    return object.finish(std::move(message));
}

std::string encode(const SignAnswer &message)
{
    return toText({{"signature", writeBytes(message.signature)},
                   {"timeStampToken", writeBytes(message.timeStampToken)},
                   {"serviceTime", writeTime(message.serviceTime)},
                   {"etag", message.etag}});
}

template<>
Result<SignAnswer> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "sign answer");
    SignAnswer message{.signature = object.base64("signature", signatureMax),
                       .timeStampToken = object.base64("timeStampToken", cmsMax),
                       .serviceTime = readTime(object, "serviceTime"),
                       .etag = object.text("etag", 1, etagMax)};
    return object.finish(std::move(message));
}

std::string encode(const HandInRequest &message)
{
    return toText({{"cms", writeBytes(message.cms)}, {"documentDigest", message.documentDigest}});
}

template<>
Result<HandInRequest> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "hand-in request");
    HandInRequest message{.cms = object.base64("cms", cmsMax),
                          .documentDigest = readDigest(object, "documentDigest")};
    return object.finish(std::move(message));
}

std::string encode(const Receipt &message)
{
    return toText({{"v", protocolVersion},
                   {"typ", "receipt+jws"},
                   {"credentialId", message.credentialId},
                   {"serial", message.serial},
                   {"transactionId", message.transactionId},
                   {"documentDigest", message.documentDigest},
                   {"activatedAt", writeTime(message.activatedAt)}});
}

template<>
Result<Receipt> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "receipt");
    readVersion(object);
    readTyp(object, "receipt+jws");
    Receipt message{.credentialId = object.text("credentialId", 1, idMax),
                    .serial = readSerial(object, "serial"),
                    .transactionId = object.text("transactionId", 1, idMax),
                    .documentDigest = readDigest(object, "documentDigest"),
                    .activatedAt = readTime(object, "activatedAt")};
    return object.finish(std::move(message));
}

} // namespace smartca::protocol
