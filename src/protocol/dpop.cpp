// SPDX-License-Identifier: Apache-2.0
#include "protocol/dpop.h"

#include "base/encoding.h"
#include "protocol/fields.h"

namespace smartca::protocol {
namespace {

constexpr std::string_view dpopTyp = "dpop+jwt"; // RFC 9449 §4.2
constexpr std::size_t headerMax = 4096;
constexpr std::size_t urlMax = 1024;
constexpr std::size_t nonceMax = 128;

Failure invalid(std::string detail)
{
    return {.code = FailureCode::DpopInvalid, .detail = std::move(detail), .facts = {}};
}

Result<DpopProof> readProof(const Json &payload)
{
    JsonObject object(payload, "DPoP proof");
    auto jti = fields::readUuid(object, "jti");
    auto method = object.text("htm", 1, 16);
    auto url = object.text("htu", 1, urlMax);
    const auto issuedAt = fields::readTime(object, "iat");
    auto bodyDigest = fields::readDigest(object, "bd");
    auto nonce = object.optionalText("nonce", 1, nonceMax);
    return object.finish(DpopProof{.method = std::move(method),
                                   .url = std::move(url),
                                   .jti = std::move(jti),
                                   .issuedAt = issuedAt,
                                   .bodyDigest = std::move(bodyDigest),
                                   .nonce = std::move(nonce)});
}

} // namespace

std::string bodyDigestOf(BytesView body)
{
    return base64UrlEncode(crypto::sha256(body));
}

Result<std::string> signDpop(crypto::Signer &deviceKey, const DpopProof &proof)
{
    Json payload{{"jti", proof.jti},
                 {"htm", proof.method},
                 {"htu", proof.url},
                 {"iat", fields::writeTime(proof.issuedAt)},
                 {"bd", proof.bodyDigest}};
    if (proof.nonce)
        payload["nonce"] = *proof.nonce;
    const crypto::JwsHeader header{
        .typ = std::string(dpopTyp), .kid = std::nullopt, .jwk = deviceKey.publicKey()};
    return crypto::signJws(deviceKey, header, payload);
}

Result<VerifiedDpop> verifyDpop(std::string_view header, std::string_view method, std::string_view url,
                                BytesView body)
{
    if (header.size() > headerMax)
        return tl::unexpected(invalid("too long"));
    auto jws = crypto::verifySelfSignedJws(header, dpopTyp);
    if (!jws)
        return tl::unexpected(invalid(jws.error().detail));
    auto proof = readProof(jws->payload);
    if (!proof)
        return tl::unexpected(invalid(proof.error().detail));
    if (proof->method != method)
        return tl::unexpected(invalid("htm is another method"));
    if (proof->url != url)
        return tl::unexpected(invalid("htu is another address"));
    if (proof->bodyDigest != bodyDigestOf(body))
        return tl::unexpected(invalid("bd is another body's"));
    auto key = *jws->header.jwk;
    auto deviceId = key.thumbprint();
    return VerifiedDpop{
        .deviceKey = std::move(key), .deviceId = std::move(deviceId), .proof = std::move(*proof)};
}

} // namespace smartca::protocol
