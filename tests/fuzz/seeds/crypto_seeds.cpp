// SPDX-License-Identifier: Apache-2.0
#include "fixtures/test_ca.h"
#include "seeds/seeds.h"

namespace smartca::fuzz {

void writeCryptoSeeds(const SeedFolder &folder)
{
    using crypto::KeyKind;
    auto ca = fixtures::TestCa::make();
    auto rsa = fixtures::issue(ca.issuing, {.keyKind = KeyKind::Rsa2048});
    for (const auto *identity : {&ca.root, &ca.issuing, &ca.subscriber, &ca.timeStampAuthority, &rsa})
        folder.seed("certificate", identity->certificate.serial().substr(0, 8), identity->certificate.der());
    folder.seed("certificate", "pem", asBytes(ca.subscriber.certificate.pem()));

    folder.seed("certification_request", "p256",
                crypto::makeCertificationRequest(ca.subscriber.key, "An").value());
    folder.seed("certification_request", "rsa",
                crypto::makeCertificationRequest(rsa.key, "Nguyễn Văn An").value());
    folder.seed("certification_request", "spki", ca.subscriber.key.publicKey().spki());
    folder.seed("certification_request", "pkcs8",
                crypto::PrivateKey::generate(KeyKind::P256).toPkcs8().view());

    const auto digest = crypto::sha256(asBytes("seed"));
    folder.seed(
        "cms", "time_stamped",
        fixtures::signedData(ca.subscriber, {ca.issuing.certificate}, digest, &ca.timeStampAuthority));
    folder.seed("cms", "rsa", fixtures::signedData(rsa, {ca.issuing.certificate}, digest, nullptr));
}

} // namespace smartca::fuzz
