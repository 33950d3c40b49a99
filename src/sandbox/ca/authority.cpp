// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/authority.h"

#include "sandbox/ca/names.h"
#include "sandbox/hsm/key_files.h"
#include "sandbox/store/service_fault.h"

#include <openssl/x509v3.h>

namespace smartca::sandbox {
namespace {

constexpr int rootYears = 20;
constexpr int issuingYears = 10;
constexpr int timeStampYears = 10;

std::vector<NameAttribute> authorityName(std::string_view commonName)
{
    return {
        {"C", "VN"}, {"O", "SmartCA"}, {"OU", std::string(sandboxNotice)}, {"CN", std::string(commonName)}};
}

CertificatePlan rootPlan(std::string_view commonName, crypto::Signer &key, UtcTime now)
{
    return {.subject = authorityName(commonName),
            .key = key.publicKey(),
            .notBefore = now - backdating,
            .notAfter = yearsLater(now - backdating, rootYears),
            .extensions = {{NID_basic_constraints, "critical,CA:TRUE", {}},
                           {NID_key_usage, "critical,keyCertSign,cRLSign", {}},
                           {NID_subject_key_identifier, "hash", {}}}};
}

CertificatePlan issuingPlan(crypto::Signer &key, UtcTime now)
{
    return {.subject = authorityName("SmartCA Sandbox Issuing CA"),
            .key = key.publicKey(),
            .notBefore = now - backdating,
            .notAfter = yearsLater(now - backdating, issuingYears),
            .extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0", {}},
                           {NID_key_usage, "critical,keyCertSign,cRLSign", {}},
                           {NID_subject_key_identifier, "hash", {}},
                           {NID_authority_key_identifier, "keyid:always", {}},
                           sandboxPolicy()}};
}

/// RFC 3161 §2.3: the extended key usage is critical and names timeStamping alone.
CertificatePlan timeStampPlan(crypto::Signer &key, UtcTime now)
{
    return {.subject = authorityName("SmartCA Sandbox Time Stamp Authority"),
            .key = key.publicKey(),
            .notBefore = now - backdating,
            .notAfter = yearsLater(now - backdating, timeStampYears),
            .extensions = {{NID_basic_constraints, "critical,CA:FALSE", {}},
                           {NID_key_usage, "critical,digitalSignature", {}},
                           {NID_ext_key_usage, "critical,timeStamping", {}},
                           {NID_subject_key_identifier, "hash", {}},
                           {NID_authority_key_identifier, "keyid:always", {}},
                           sandboxPolicy()}};
}

/// Reads DIR/ca/NAME.pem, or makes it where it may. Of two processes that start at once one writes, both
/// read.
template<class Make>
Result<crypto::Certificate> loadOrMake(const std::filesystem::path &file, const crypto::Signer &key,
                                       bool mayMake, Make make)
{
    SMARTCA_TRY(auto content, readKeyFile(file));
    if (!content && !mayMake)
        return tl::unexpected(serviceFault("certificate missing: " + file.filename().string() +
                                           "; apps in use trust that one: put it back"));
    if (!content) {
        SMARTCA_TRY(const crypto::Certificate made, make());
        SMARTCA_CHECK(writeKeyFile(file, asBytes(made.pem()), false));
        SMARTCA_TRY(content, readKeyFile(file));
    }
    if (!content)
        return tl::unexpected(serviceFault("certificate went away: " + file.filename().string()));
    auto certificate = crypto::Certificate::fromPem(content->text());
    if (!certificate)
        return tl::unexpected(serviceFault("certificate damaged: " + file.filename().string() + ": " +
                                           certificate.error().detail));
    if (!(certificate->publicKey() == key.publicKey()))
        return tl::unexpected(
            serviceFault("certificate does not fit the key of the HSM: " + file.filename().string()));
    return certificate;
}

} // namespace

UtcTime yearsLater(UtcTime from, int years)
{
    const auto day = std::chrono::floor<std::chrono::days>(from);
    std::chrono::year_month_day date(day);
    date += std::chrono::years(years);
    if (!date.ok())
        date = date.year() / date.month() / std::chrono::last;
    return std::chrono::sys_days(date) + (from - day) - Seconds(1);
}

Authority::Authority(std::shared_ptr<Hsm> hsm, const Clock &clock,
                     std::vector<crypto::Certificate> certificates)
    : hsm_(std::move(hsm)),
      clock_(clock),
      documentRoot_(std::move(certificates.at(0))),
      issuing_(std::move(certificates.at(1))),
      timeStamp_(std::move(certificates.at(2))),
      tlsRoot_(std::move(certificates.at(3)))
{}

Result<std::unique_ptr<Authority>> Authority::open(const std::filesystem::path &folder,
                                                   std::shared_ptr<Hsm> hsm, const Clock &clock, bool mayMake)
{
    SMARTCA_CHECK(makeKeyFolder(folder));
    SMARTCA_TRY(const auto rootKey, hsm->serviceKey(ServiceKey::DocumentRoot));
    SMARTCA_TRY(const auto issuingKey, hsm->serviceKey(ServiceKey::IssuingCa));
    SMARTCA_TRY(const auto timeStampKey, hsm->serviceKey(ServiceKey::TimeStamp));
    SMARTCA_TRY(const auto tlsKey, hsm->serviceKey(ServiceKey::TlsRoot));
    const UtcTime now = clock.now();
    SMARTCA_TRY(auto root, loadOrMake(folder / "document-root.pem", *rootKey, mayMake, [&] {
                    return signCertificate(rootPlan("SmartCA Sandbox Document Root", *rootKey, now), nullptr,
                                           *rootKey);
                }));
    SMARTCA_TRY(auto issuing, loadOrMake(folder / "issuing-ca.pem", *issuingKey, mayMake, [&] {
                    return signCertificate(issuingPlan(*issuingKey, now), &root, *rootKey);
                }));
    SMARTCA_TRY(auto timeStamp, loadOrMake(folder / "time-stamp.pem", *timeStampKey, mayMake, [&] {
                    return signCertificate(timeStampPlan(*timeStampKey, now), &root, *rootKey);
                }));
    SMARTCA_TRY(auto tlsRoot, loadOrMake(folder / "tls-root.pem", *tlsKey, mayMake, [&] {
                    return signCertificate(rootPlan("SmartCA Sandbox TLS Root", *tlsKey, now), nullptr,
                                           *tlsKey);
                }));
    return std::unique_ptr<Authority>(
        new Authority(std::move(hsm), clock,
                      {std::move(root), std::move(issuing), std::move(timeStamp), std::move(tlsRoot)}));
}

} // namespace smartca::sandbox
