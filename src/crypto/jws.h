// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/key.h"

namespace smartca::crypto {

/// JWS compact serialisation (RFC 7515 §7.1), ES256 alone. Headers that name keys elsewhere (jku, x5u, x5c,
/// crit, …) are refused; "jwk" is allowed only where the caller says so (DPoP).
struct JwsHeader {
    std::string typ;
    std::optional<std::string> kid;
    std::optional<PublicKey> jwk;
};

struct Jws {
    JwsHeader header;
    Json payload;     ///< an object, through the strict door
    Bytes payloadRaw; ///< exactly what was signed
};

/// Signs `payload` as it is. Header members in the order alg, typ, kid, jwk.
[[nodiscard]] Result<std::string> signJws(Signer &key, const JwsHeader &header, BytesView payload);
[[nodiscard]] Result<std::string> signJws(Signer &key, const JwsHeader &header, const Json &payload);

/// Reads and verifies; `typ` must be equal. Failure JsonMalformed for what cannot be read, AnswerNotAuthentic
/// for a signature that does not fit; callers turn these into their own code.
[[nodiscard]] Result<Jws> verifyJws(std::string_view compact, std::string_view typ, const PublicKey &key,
                                    std::size_t maxBytes = jsonMaxBytes);
/// The same for a JWS that brings its key in the header (DPoP, RFC 9449 §4.2): verified with that key.
[[nodiscard]] Result<Jws> verifySelfSignedJws(std::string_view compact, std::string_view typ);
/// Payload of a JWS whose signature was not checked: to look up which key to check it with.
[[nodiscard]] Result<Jws> readUnverifiedJws(std::string_view compact, std::string_view typ,
                                            std::size_t maxBytes = jsonMaxBytes);

} // namespace smartca::crypto
