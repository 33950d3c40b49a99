// SPDX-License-Identifier: Apache-2.0
#include "crypto/jws.h"

#include "base/encoding.h"
#include "crypto/failures.h"

namespace smartca::crypto {
namespace {

constexpr std::string_view jwsAlgorithm = "ES256"; // RFC 7518 §3.4, the only one
constexpr std::size_t headerMaxBytes = 1024;
constexpr std::size_t signatureSize = 64;

enum class KeyInHeader { Refused, Required };

struct Parsed {
    Jws jws;
    std::string_view signingInput;
    Bytes signature;
};

Result<JwsHeader> readHeader(const Bytes &raw, std::string_view typ, KeyInHeader keyInHeader)
{
    SMARTCA_TRY(const auto json, parseJson(asText(raw), headerMaxBytes));
    JsonObject object(json, "JWS header");
    JwsHeader header;
    if (object.text("alg", 1, 16) != jwsAlgorithm)
        object.refuse("alg", "only ES256");
    header.typ = object.text("typ", 1, 64);
    if (header.typ != typ)
        object.refuse("typ", "another type than expected");
    if (keyInHeader == KeyInHeader::Refused)
        header.kid = object.optionalText("kid", 1, 128);
    else {
        if (const auto *jwk = object.member("jwk"); jwk != nullptr) {
            SMARTCA_TRY(header.jwk, PublicKey::fromJwk(*jwk));
        }
    }
    return object.finish(std::move(header)); // jku, x5u, x5c, crit, b64 … are unknown fields here
}

/// Takes the text apart. The views lead into `compact`.
Result<Parsed> takeApart(std::string_view compact, std::string_view typ, KeyInHeader keyInHeader,
                         std::size_t maxBytes)
{
    if (compact.size() > maxBytes / 3 * 4 + 4 * headerMaxBytes)
        return tl::unexpected(malformedJson("JWS too long"));
    const auto firstDot = compact.find('.');
    const auto lastDot = compact.rfind('.');
    if (firstDot == std::string_view::npos || firstDot == lastDot ||
        compact.find('.', firstDot + 1) != lastDot)
        return tl::unexpected(malformedJson("not three parts"));
    const auto rawHeader = base64UrlDecode(compact.substr(0, firstDot));
    auto payload = base64UrlDecode(compact.substr(firstDot + 1, lastDot - firstDot - 1));
    auto signature = base64UrlDecode(compact.substr(lastDot + 1));
    if (!rawHeader || !payload || !signature || signature->size() != signatureSize)
        return tl::unexpected(malformedJson("a part is not base64url, or no ES256 signature"));
    Parsed parsed;
    SMARTCA_TRY(parsed.jws.header, readHeader(*rawHeader, typ, keyInHeader));
    SMARTCA_TRY(parsed.jws.payload, parseJson(asText(*payload), maxBytes));
    if (!parsed.jws.payload.is_object())
        return tl::unexpected(malformedJson("the payload is not an object"));
    parsed.jws.payloadRaw = std::move(*payload);
    parsed.signingInput = compact.substr(0, lastDot);
    parsed.signature = std::move(*signature);
    return parsed;
}

Result<Parsed> read(std::string_view compact, std::string_view typ, KeyInHeader keyInHeader,
                    std::size_t maxBytes)
{
    auto parsed = takeApart(compact, typ, keyInHeader, maxBytes);
    if (!parsed)
        return tl::unexpected(malformedJson("JWS: " + parsed.error().detail));
    return parsed;
}

Result<Jws> verified(Parsed &&parsed, const PublicKey &key)
{
    if (key.kind() != KeyKind::P256 ||
        !key.verify(asBytes(parsed.signingInput), parsed.signature, EcdsaForm::Raw))
        return notAuthentic("the JWS signature does not fit the key");
    return std::move(parsed.jws);
}

} // namespace

Result<std::string> signJws(Signer &key, const JwsHeader &header, BytesView payload)
{
    if (key.publicKey().kind() != KeyKind::P256)
        return keyUnusable("only P-256 keys sign JWS");
    Json members = Json::object();
    members["alg"] = jwsAlgorithm;
    members["typ"] = header.typ;
    if (header.kid)
        members["kid"] = *header.kid;
    if (header.jwk)
        members["jwk"] = header.jwk->jwk();
    auto compact = base64UrlEncode(asBytes(toText(members))) + "." + base64UrlEncode(payload);
    SMARTCA_TRY(const auto signature, key.signDigest(sha256(asBytes(compact)), EcdsaForm::Raw));
    compact.append(".").append(base64UrlEncode(signature));
    return compact;
}

Result<std::string> signJws(Signer &key, const JwsHeader &header, const Json &payload)
{
    return signJws(key, header, asBytes(toText(payload)));
}

Result<Jws> verifyJws(std::string_view compact, std::string_view typ, const PublicKey &key,
                      std::size_t maxBytes)
{
    SMARTCA_TRY(auto parsed, read(compact, typ, KeyInHeader::Refused, maxBytes));
    return verified(std::move(parsed), key);
}

Result<Jws> verifySelfSignedJws(std::string_view compact, std::string_view typ)
{
    SMARTCA_TRY(auto parsed, read(compact, typ, KeyInHeader::Required, jsonMaxBytes));
    const auto key = *parsed.jws.header.jwk;
    return verified(std::move(parsed), key);
}

Result<Jws> readUnverifiedJws(std::string_view compact, std::string_view typ, std::size_t maxBytes)
{
    SMARTCA_TRY(auto parsed, read(compact, typ, KeyInHeader::Refused, maxBytes));
    return std::move(parsed.jws);
}

} // namespace smartca::crypto
