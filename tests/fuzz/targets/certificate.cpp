// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace crypto;
    static const auto root = Certificate::fromPem(anchor("root.pem")).value();
    (void)Certificate::fromPem(asText(input));
    const auto certificate = Certificate::fromDer(input);
    if (!certificate)
        return;
    claim(asText(certificate->der()) == asText(input), "a certificate keeps its octets");
    claim(Certificate::fromPem(certificate->pem())->der() == certificate->der(), "and comes back from PEM");
    (void)certificate->subject();
    (void)certificate->issuer();
    (void)certificate->serial();
    (void)certificate->subjectAttribute("UID");
    (void)certificate->notAfter();
    (void)certificate->dateOfBirth();
    (void)certificate->publicKey().verify(input, input);
    (void)PublicKey::fromSpki(certificate->publicKey().spki());
    for (const auto purpose : {PathPurpose::DocumentSigning, PathPurpose::TimeStamping})
        (void)buildPath(*certificate, {*certificate}, root, fromUnixSeconds(1795334400), purpose);
}
