// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "crypto/openssl.h"

#include <openssl/objects.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

using Store = Owned<X509_STORE, X509_STORE_free>;
using Context = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;
using Usages = Owned<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;
struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const noexcept { sk_X509_free(stack); }
};
using Stack = std::unique_ptr<STACK_OF(X509), FreeStack>;

constexpr int longestPath = 6;
constexpr int securityLevel = 2; // 112 bits: RSA 2048, no SHA-1
constexpr int ecBitsLeast = 256;
constexpr auto documentSigning = "1.3.6.1.5.5.7.3.36"; // RFC 9336

PathProblem problemOf(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return PathProblem::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return PathProblem::NotYetValid;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return PathProblem::NoPath;
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
        return PathProblem::WrongUsage;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return PathProblem::WeakAlgorithm;
    default:
        return PathProblem::Other;
    }
}

bool hasStrongKey(X509 *certificate)
{
    EVP_PKEY *const key = X509_get0_pubkey(certificate);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return EVP_PKEY_get_bits(key) >= rsaBitsLeast;
    case EVP_PKEY_EC:
        return EVP_PKEY_get_bits(key) >= ecBitsLeast;
    default:
        return false;
    }
}

bool hasStrongSignature(X509 *certificate)
{
    int digest = NID_undef;
    if (X509_get_signature_info(certificate, &digest, nullptr, nullptr, nullptr) != 1)
        return false;
    return digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512;
}

/// A document may be signed with a certificate that names no extended usage at all, or one that means
/// people's signatures.
bool extendedUsageAllowsDocuments(X509 *certificate)
{
    const Usages usages(static_cast<EXTENDED_KEY_USAGE *>(
        X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    if (!usages)
        return X509_get_ext_by_NID(certificate, NID_ext_key_usage, -1) < 0;
    for (int i = 0; i < sk_ASN1_OBJECT_num(usages.get()); ++i) {
        const auto *const usage = sk_ASN1_OBJECT_value(usages.get(), i);
        char name[64];
        OBJ_obj2txt(name, sizeof name, usage, 1);
        const int nid = OBJ_obj2nid(usage);
        if (nid == NID_email_protect || nid == NID_anyExtendedKeyUsage ||
            std::string_view(name) == documentSigning)
            return true;
    }
    return false;
}

bool fitsPurpose(X509 *leaf, PathPurpose purpose)
{
    if (purpose == PathPurpose::TimeStamping)
        return X509_check_purpose(leaf, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1;
    const auto usage = X509_get_key_usage(leaf);
    return usage != UINT32_MAX && (usage & KU_NON_REPUDIATION) != 0 && X509_check_ca(leaf) == 0 &&
           extendedUsageAllowsDocuments(leaf);
}

void setRules(X509_STORE_CTX *context, UtcTime time)
{
    X509_VERIFY_PARAM *const rules = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(rules, toUnixSeconds(time));
    X509_VERIFY_PARAM_set_depth(rules, longestPath);
    X509_VERIFY_PARAM_set_auth_level(rules, securityLevel);
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_X509_STRICT);
}

/// The verified chain, leaf first.
tl::expected<std::vector<Certificate>, PathProblem> chainOf(X509_STORE_CTX *context)
{
    std::vector<Certificate> path;
    STACK_OF(X509) *const chain = X509_STORE_CTX_get0_chain(context);
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        X509 *const one = sk_X509_value(chain, i);
        const bool isAnchor =
            i + 1 == sk_X509_num(chain); // its own signature proves nothing and is not judged
        if (!hasStrongKey(one) || (!isAnchor && !hasStrongSignature(one)))
            return tl::unexpected(PathProblem::WeakAlgorithm);
        auto certificate = Certificate::fromDer(encoded(i2d_X509, one));
        if (!certificate)
            return tl::unexpected(PathProblem::Other);
        path.push_back(std::move(*certificate));
    }
    return path;
}

} // namespace

tl::expected<std::vector<Certificate>, PathProblem> buildPath(const Certificate &leaf,
                                                              const std::vector<Certificate> &intermediates,
                                                              const Certificate &anchor, UtcTime time,
                                                              PathPurpose purpose)
{
    const QuietErrors quiet;
    const Store store(X509_STORE_new());
    const Stack untrusted(sk_X509_new_null());
    const Context context(X509_STORE_CTX_new());
    demand(store && untrusted && context && X509_STORE_add_cert(store.get(), anchor.handle()) == 1,
           "no memory");
    for (const auto &certificate : intermediates)
        demand(sk_X509_push(untrusted.get(), certificate.handle()) > 0, "no memory");
    demand(X509_STORE_CTX_init(context.get(), store.get(), leaf.handle(), untrusted.get()) == 1, "no memory");
    setRules(context.get(), time);
    if (X509_verify_cert(context.get()) != 1)
        return tl::unexpected(problemOf(X509_STORE_CTX_get_error(context.get())));
    if (!fitsPurpose(leaf.handle(), purpose))
        return tl::unexpected(PathProblem::WrongUsage);
    return chainOf(context.get());
}

bool isIssuedBy(const Certificate &certificate, const Certificate &issuer)
{
    const QuietErrors quiet;
    return X509_check_issued(issuer.handle(), certificate.handle()) == X509_V_OK &&
           X509_verify(certificate.handle(), X509_get0_pubkey(issuer.handle())) == 1;
}

bool areAllIn(const std::vector<Certificate> &path, const std::vector<Certificate> &certificates)
{
    return std::ranges::all_of(certificates, [&path](const Certificate &certificate) {
        return std::ranges::any_of(path,
                                   [&](const Certificate &step) { return step.der() == certificate.der(); });
    });
}

} // namespace smartca::crypto
