// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.h"
#include "crypto/certificate.h"

namespace smartca::pdf {

enum class SignatureProblem {
    NoSignature,
    SeveralSignatures,
    Unreadable,     ///< no PDF, or a damaged one
    MalformedCms,   ///< not DER, several signers, missing or additional attributes, weak algorithm
    ByteRangeGap,   ///< /ByteRange leaves out more than the placeholder
    LaterRevision,  ///< something was appended after signing
    ContentChanged, ///< digest differs
    SignatureWrong, ///< signature value does not fit the signer's key
    CertificateMismatch,
    PathNotTrusted,
    CertificateExpired,
    WeakAlgorithm,
    TimeStampMissing,
    TimeStampWrong,
    DictionaryMalformed, ///< the signature dictionary is not written as PAdES and we want it
    EarlierRevision,     ///< what was signed is itself an update of an older file
    TooLarge,            ///< more than pdfMaxBytes: not looked at
};

struct VerificationReport {
    bool valid = false;
    std::vector<SignatureProblem> problems; ///< empty when valid
    std::string signerName;
    std::string signerSerial; ///< of the certificate
    std::string issuerName;
    std::optional<UtcTime> signedAt; ///< the time stamp's
    bool wholeFileCovered = false;
    bool intact = false;
    bool pathTrusted = false;
    std::vector<std::string> path; ///< common names, signer first
};

struct Anchors {
    crypto::Certificate documentRoot;
    /// Time stamps are judged against it; absent: against the document root.
    std::optional<crypto::Certificate> timeStampRoot;
};

/// Judges a signed file against pinned anchors at the time its time stamp proves. Never throws, never says
/// valid when in doubt.
[[nodiscard]] VerificationReport verifySignedPdf(BytesView pdf, const Anchors &anchors);

/// "noSignature", "contentChanged", …: for machines, never changes.
[[nodiscard]] std::string_view nameOf(SignatureProblem problem);
/// One sentence a person understands.
[[nodiscard]] std::string_view describe(SignatureProblem problem, Language language);

} // namespace smartca::pdf
