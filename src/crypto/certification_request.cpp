// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "crypto/cms_parts.h"
#include "crypto/der.h"
#include "crypto/failures.h"
#include "crypto/openssl.h"

#include <openssl/x509.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

using Request = Owned<X509_REQ, X509_REQ_free>;

/// What is signed, written anew: OpenSSL would give back the octets it read.
Bytes infoOf(X509_REQ *request)
{
    return encoded(i2d_re_X509_REQ_tbs, request);
}

/// The last two fields of a request (RFC 2986 §4.2).
Bytes signaturePartOf(KeyKind kind, BytesView signature)
{
    auto part = cms::signatureAlgorithm(kind);
    const auto bits = der::bitString(signature);
    part.insert(part.end(), bits.begin(), bits.end());
    return part;
}

} // namespace

Result<Bytes> makeCertificationRequest(Signer &key, std::string_view commonName)
{
    const QuietErrors quiet;
    const auto publicKey = key.publicKey();
    const Request request(X509_REQ_new());
    demand(request && X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
               X509_REQ_set_pubkey(request.get(), publicKey.handle()) == 1,
           "certification request");
    if (X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(request.get()), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(commonName.data()),
                                   static_cast<int>(commonName.size()), -1, 0) != 1)
        return unreadable("a name that a certification request cannot hold"); // not UTF-8, or over 64 letters
    const auto info = infoOf(request.get());
    SMARTCA_TRY(const auto signature, key.signDigest(sha256(info), EcdsaForm::Der));
    return der::sequence({info, signaturePartOf(publicKey.kind(), signature)});
}

Result<PublicKey> verifyCertificationRequest(BytesView octets)
{
    const QuietErrors quiet;
    const auto request = decoded<Request>(d2i_X509_REQ, octets);
    if (!request || X509_REQ_get_version(request.get()) != X509_REQ_VERSION_1)
        return unreadable("not a certification request");
    SMARTCA_TRY(auto key,
                PublicKey::fromSpki(encoded(i2d_X509_PUBKEY, X509_REQ_get_X509_PUBKEY(request.get()))));
    const ASN1_BIT_STRING *bits = nullptr;
    X509_REQ_get0_signature(request.get(), &bits, nullptr);
    const BytesView signature(ASN1_STRING_get0_data(bits),
                              static_cast<std::size_t>(ASN1_STRING_length(bits)));
    const auto info = infoOf(request.get());
    // Written anew with the one algorithm its key may have used: whatever differs is not DER or of another
    // kind.
    const auto again = der::sequence({info, signaturePartOf(key.kind(), signature)});
    if (!std::equal(again.begin(), again.end(), octets.begin(), octets.end()))
        return unreadable("a certification request that is not DER, or of a kind we refuse");
    if (!key.verify(info, signature))
        return notAuthentic("the certification request was not signed with its key");
    return key;
}

} // namespace smartca::crypto
