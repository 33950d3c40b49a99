// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/tls_identity.h"

#include "sandbox/ca/names.h"

#include <arpa/inet.h>
#include <openssl/x509v3.h>

namespace smartca::sandbox {
namespace {

constexpr std::chrono::days tlsLifetime{397};

bool isAddress(const std::string &host)
{
    in6_addr room{};
    return ::inet_pton(AF_INET, host.c_str(), &room) == 1 || ::inet_pton(AF_INET6, host.c_str(), &room) == 1;
}

std::string alternativeNames(const std::vector<std::string> &hosts)
{
    std::string names;
    for (const auto &host : hosts)
        names += (names.empty() ? "" : ",") + std::string(isAddress(host) ? "IP:" : "DNS:") + host;
    return names;
}

} // namespace

Result<TlsIdentity> makeTlsIdentity(const Authority &authority, const std::vector<std::string> &hosts)
{
    auto key = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    const UtcTime from = authority.clock().now() - backdating;
    const CertificatePlan plan{
        .subject = {{"O", "SmartCA"}, {"OU", std::string(sandboxNotice)}, {"CN", "SmartCA Sandbox"}},
        .key = key.publicKey(),
        .notBefore = from,
        .notAfter = from + tlsLifetime,
        .extensions = {{NID_basic_constraints, "critical,CA:FALSE", {}},
                       {NID_key_usage, "critical,digitalSignature", {}},
                       {NID_ext_key_usage, "serverAuth", {}},
                       {NID_subject_key_identifier, "hash", {}},
                       {NID_authority_key_identifier, "keyid:always", {}},
                       {NID_subject_alt_name, alternativeNames(hosts), {}}}};
    SMARTCA_TRY(const auto issuer, authority.hsm().serviceKey(ServiceKey::TlsRoot));
    SMARTCA_TRY(auto certificate, signCertificate(plan, &authority.tlsRoot(), *issuer));
    return TlsIdentity{std::move(certificate), std::move(key)};
}

} // namespace smartca::sandbox
