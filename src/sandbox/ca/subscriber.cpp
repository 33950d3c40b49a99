// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/subscriber.h"

#include "base/text.h"
#include "crypto/der.h"
#include "sandbox/ca/names.h"
#include "sandbox/store/service_fault.h"

#include <openssl/x509v3.h>

#include <algorithm>

namespace smartca::sandbox {
namespace {

constexpr int subscriberYears = 3; // Decree 23/2025: at most
constexpr std::size_t cccdDigits = 12;
constexpr std::size_t cmndDigits = 9;

bool allDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

/// RFC 3739 §3.2.2: a GeneralizedTime at noon GMT, so that it is the same day in every time zone.
/// "1962-04-13".
PlannedExtension dateOfBirth(std::string_view birthday)
{
    namespace der = crypto::der;
    std::string day(birthday);
    std::erase(day, '-');
    const Bytes noon = der::value(der::generalizedTimeTag, {asBytes(day + "120000Z")});
    const Bytes attribute =
        der::sequence({der::objectIdentifier("1.3.6.1.5.5.7.9.1"), der::value(der::setTag, {noon})});
    return {.nid = NID_subject_directory_attributes, .value = {}, .der = der::sequence({attribute})};
}

CertificatePlan subscriberPlan(const Authority &authority, const SubscriberName &name, crypto::PublicKey key)
{
    const auto identifiers = identifiersOf(name.idNumber);
    const auto split = splitName(name.fullName);
    const UtcTime from = authority.clock().now() - backdating;
    std::vector<NameAttribute> subject{{"C", "VN"}, {"CN", name.fullName}, {"SN", split.surname}};
    if (!split.givenName.empty())
        subject.push_back({"GN", split.givenName});
    subject.push_back({"serialNumber", identifiers.serialNumber});
    subject.push_back({"UID", identifiers.uid});
    std::vector<PlannedExtension> extensions{
        {NID_basic_constraints, "critical,CA:FALSE", {}},
        {NID_key_usage, "critical,nonRepudiation", {}},
        {NID_subject_key_identifier, "hash", {}},
        {NID_authority_key_identifier, "keyid:always", {}},
        sandboxPolicy(),
        {NID_info_access, "caIssuers;URI:" + authority.publicUrl() + std::string(issuingCertificatePath), {}},
        {NID_crl_distribution_points, "URI:" + authority.publicUrl() + std::string(crlPath), {}}};
    if (!name.birthday.empty())
        extensions.push_back(dateOfBirth(name.birthday));
    return {.subject = std::move(subject),
            .key = std::move(key),
            .notBefore = from,
            .notAfter = std::min(yearsLater(from, subscriberYears), authority.issuing().notAfter()),
            .extensions = std::move(extensions)};
}

} // namespace

SubscriberIdentifiers identifiersOf(std::string_view idNumber)
{
    const std::string number(idNumber);
    if (allDigits(number) && number.size() == cccdDigits)
        return {"IDCVN-" + number, "CCCD:" + number};
    if (allDigits(number) && number.size() == cmndDigits)
        return {"IDCVN-" + number, "CMND:" + number};
    if (allDigits(number))
        return {"TINVN-" + number, "MST:" + number};
    return {"PASVN-" + number, "HC:" + number};
}

SplitName splitName(std::string_view fullName)
{
    const auto name = trimmed(fullName);
    const auto space = name.find(' ');
    if (space == std::string::npos)
        return {name, ""};
    return {name.substr(0, space), trimmed(std::string_view(name).substr(space))};
}

Result<crypto::Certificate> issueSubscriberCertificate(const Authority &authority, const SubscriberName &name,
                                                       BytesView request, BytesView spki)
{
    auto key = crypto::verifyCertificationRequest(request);
    if (!key)
        return tl::unexpected(serviceFault("certification request without proof of possession"));
    const Bytes requested = key->spki();
    if (!std::equal(requested.begin(), requested.end(), spki.begin(), spki.end()))
        return tl::unexpected(serviceFault("certification request for another key"));
    SMARTCA_TRY(const auto issuer, authority.hsm().serviceKey(ServiceKey::IssuingCa));
    return signCertificate(subscriberPlan(authority, name, std::move(*key)), &authority.issuing(), *issuer);
}

} // namespace smartca::sandbox
