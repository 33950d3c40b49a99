// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/x509.h>

namespace smartca::sandbox {

/// Deleter of what certificates and revocation lists are put together from: std::unique_ptr<X509_CRL, Free>.
struct Free {
    void operator()(X509_CRL *list) const { X509_CRL_free(list); }
    void operator()(X509_REVOKED *entry) const { X509_REVOKED_free(entry); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
    /// Every ASN.1 string type is one type to the compiler: INTEGER, ENUMERATED, OCTET STRING, times.
    void operator()(ASN1_STRING *value) const { ASN1_STRING_free(value); }
    void operator()(BIGNUM *number) const { BN_free(number); }
};

} // namespace smartca::sandbox
