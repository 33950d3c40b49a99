// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "crypto/key.h"

#include <chrono>
#include <optional>

using X509 = struct x509_st;

namespace smartca::crypto {

struct X509Deleter {
    void operator()(X509 *certificate) const noexcept;
};

/// An X.509 certificate (RFC 5280), as it came: der() gives back the same octets.
class Certificate {
public:
    [[nodiscard]] static Result<Certificate> fromDer(BytesView der);
    /// The first CERTIFICATE block of a PEM text (RFC 7468).
    [[nodiscard]] static Result<Certificate> fromPem(std::string_view pem);
    Certificate(const Certificate &other);
    Certificate &operator=(const Certificate &other);
    Certificate(Certificate &&) noexcept = default;
    Certificate &operator=(Certificate &&) noexcept = default;
    ~Certificate() = default;

    [[nodiscard]] const Bytes &der() const { return der_; }
    [[nodiscard]] std::string pem() const;
    /// Upper-case hex without leading zero octets beyond the number's own.
    [[nodiscard]] std::string serial() const;
    [[nodiscard]] std::string commonName() const;
    /// A subject attribute by its object identifier or OpenSSL short name ("serialNumber", "UID", "surname",
    /// "C"); empty if absent.
    [[nodiscard]] std::string subjectAttribute(std::string_view name) const;
    [[nodiscard]] std::string issuerCommonName() const;
    /// RFC 4514.
    [[nodiscard]] std::string subject() const;
    [[nodiscard]] std::string issuer() const;
    [[nodiscard]] UtcTime notBefore() const;
    [[nodiscard]] UtcTime notAfter() const;
    /// The subject's, from subjectDirectoryAttributes (RFC 3739 §3.2.2): the day as it is written, in UTC.
    /// Nothing when there is none, and when it is not exactly one in DER: no day rather than a wrong one.
    [[nodiscard]] std::optional<std::chrono::year_month_day> dateOfBirth() const;
    [[nodiscard]] PublicKey publicKey() const;
    /// publicKey().kind(), without reading the key again.
    [[nodiscard]] KeyKind keyKind() const;
    [[nodiscard]] Sha256 fingerprint() const;
    [[nodiscard]] X509 *handle() const { return certificate_.get(); }

private:
    Certificate(std::unique_ptr<X509, X509Deleter> certificate, Bytes der);
    std::unique_ptr<X509, X509Deleter> certificate_;
    Bytes der_;
};

enum class PathPurpose { DocumentSigning, TimeStamping };

enum class PathProblem { NoPath, Expired, NotYetValid, WrongUsage, WeakAlgorithm, Other };

/// A path from the leaf to one pinned anchor (RFC 5280 §6) at `time`. DocumentSigning wants nonRepudiation
/// (contentCommitment) in the key usage; TimeStamping a critical extended key usage with timeStamping alone
/// (RFC 3161 §2.3). Signatures weaker than SHA-256 and keys weaker than RSA 2048 / P-256 are refused. Leaf
/// first, anchor last.
[[nodiscard]] tl::expected<std::vector<Certificate>, PathProblem>
buildPath(const Certificate &leaf, const std::vector<Certificate> &intermediates, const Certificate &anchor,
          UtcTime time, PathPurpose purpose);
/// Whether `issuer` is named as the issuer and its key has signed `certificate`; nothing else is looked at.
[[nodiscard]] bool isIssuedBy(const Certificate &certificate, const Certificate &issuer);
/// Whether each of `certificates` is in `path`. The certificates beside a signature are not signed: what is
/// in no path was put there by somebody else.
[[nodiscard]] bool areAllIn(const std::vector<Certificate> &path,
                            const std::vector<Certificate> &certificates);

/// PKCS#10 (RFC 2986), signed with the key it is for; SHA-256. `commonName` UTF-8.
[[nodiscard]] Result<Bytes> makeCertificationRequest(Signer &key, std::string_view commonName);
/// The key of a request whose proof of possession was checked.
[[nodiscard]] Result<PublicKey> verifyCertificationRequest(BytesView der);

} // namespace smartca::crypto
