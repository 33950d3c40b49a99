// SPDX-License-Identifier: Apache-2.0
#include "pdf/verify.h"

#include "crypto/cms.h"
#include "crypto/timestamp.h"
#include "pdf/located_signature.h"

#include <algorithm>

namespace smartca::pdf {
namespace {

void addProblem(VerificationReport &report, SignatureProblem problem)
{
    if (std::ranges::find(report.problems, problem) == report.problems.end())
        report.problems.push_back(problem);
}

/// The one DER value at the beginning of the placeholder; nothing when its length is not definite or anything
/// but zeros stands behind it.
std::optional<BytesView> withoutPadding(BytesView contents)
{
    constexpr std::uint8_t sequence = 0x30;
    constexpr std::uint8_t longForm = 0x80;
    if (contents.size() < 2 || contents[0] != sequence)
        return std::nullopt;
    std::size_t header = 2;
    std::size_t length = contents[1];
    if (length >= longForm) {
        const std::size_t lengthOctets = length - longForm; // 0: indefinite, BER alone
        if (lengthOctets == 0 || lengthOctets > 3 || contents.size() < header + lengthOctets)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < lengthOctets; ++i)
            length = length << 8 | contents[header + i];
        header += lengthOctets;
    }
    if (header + length > contents.size())
        return std::nullopt;
    const auto padding = contents.subspan(header + length);
    if (std::ranges::any_of(padding, [](std::uint8_t octet) { return octet != 0; }))
        return std::nullopt;
    return contents.first(header + length);
}

void describeSigner(VerificationReport &report, const crypto::Certificate &signer)
{
    report.signerName = signer.commonName();
    report.signerSerial = signer.serial();
    report.issuerName = signer.issuerCommonName();
    report.path = {report.signerName};
}

void judgeIntegrity(VerificationReport &report, const crypto::ParsedSignedData &cms,
                    const crypto::Sha256 &digest)
{
    const bool contentFits = digest == cms.messageDigest;
    const bool signatureFits = cms.signer.publicKey().verify(cms.signedAttributes, cms.signature);
    if (!contentFits)
        addProblem(report, SignatureProblem::ContentChanged);
    if (!signatureFits)
        addProblem(report, SignatureProblem::SignatureWrong);
    if (cms.signer.fingerprint() != cms.signingCertificateHash)
        addProblem(report, SignatureProblem::CertificateMismatch);
    report.intact = contentFits && signatureFits;
}

/// The time the signature is known to have existed at, by its time stamp.
std::optional<UtcTime> judgeTimeStamp(VerificationReport &report, const crypto::ParsedSignedData &cms,
                                      const crypto::Certificate &anchor)
{
    if (!cms.timeStampToken) {
        addProblem(report, SignatureProblem::TimeStampMissing);
        return std::nullopt;
    }
    const auto timeStamp =
        crypto::verifyTimeStamp(*cms.timeStampToken, crypto::sha256(cms.signature), anchor);
    if (!timeStamp) {
        addProblem(report, SignatureProblem::TimeStampWrong);
        return std::nullopt;
    }
    return timeStamp->time;
}

SignatureProblem problemOf(crypto::PathProblem problem)
{
    switch (problem) {
    case crypto::PathProblem::Expired:
    case crypto::PathProblem::NotYetValid:
        return SignatureProblem::CertificateExpired;
    case crypto::PathProblem::WeakAlgorithm:
        return SignatureProblem::WeakAlgorithm;
    case crypto::PathProblem::NoPath:
    case crypto::PathProblem::WrongUsage:
    case crypto::PathProblem::Other:
        break;
    }
    return SignatureProblem::PathNotTrusted;
}

void judgePath(VerificationReport &report, const crypto::ParsedSignedData &cms,
               const crypto::Certificate &root, UtcTime time)
{
    const auto path =
        crypto::buildPath(cms.signer, cms.certificates, root, time, crypto::PathPurpose::DocumentSigning);
    if (!path)
        return addProblem(report, problemOf(path.error()));
    report.pathTrusted = true;
    report.path.clear();
    for (const auto &certificate : *path)
        report.path.push_back(certificate.commonName());
    if (!crypto::areAllIn(*path, cms.certificates))
        addProblem(report, SignatureProblem::MalformedCms);
}

void judgeCms(VerificationReport &report, const LocatedSignature &located, BytesView pdf,
              const Anchors &anchors)
{
    const auto octets = withoutPadding(located.contents);
    if (!octets)
        return addProblem(report, SignatureProblem::MalformedCms);
    const auto cms = crypto::parseSignedData(*octets);
    if (!cms)
        return addProblem(report, SignatureProblem::MalformedCms);

    describeSigner(report, cms->signer);
    judgeIntegrity(report, *cms, digestAround(pdf, located.slot));
    report.signedAt = judgeTimeStamp(report, *cms, anchors.timeStampRoot.value_or(anchors.documentRoot));
    // Without a proven time the path is judged at the first moment the certificate could have been used, so
    // that a foreign signer is named as one; the report is not valid in either case.
    judgePath(report, *cms, anchors.documentRoot, report.signedAt.value_or(cms->signer.notBefore()));
}

void judge(VerificationReport &report, BytesView pdf, const Anchors &anchors)
{
    if (pdf.size() > pdfMaxBytes)
        return addProblem(report, SignatureProblem::TooLarge);
    const auto file = parseStrictly(pdf);
    if (!file)
        return addProblem(report, SignatureProblem::Unreadable);
    const auto located = locateSignature(*file, pdf);
    if (!located)
        return addProblem(report, located.error());
    report.wholeFileCovered = true;
    judgeCms(report, *located, pdf, anchors);
    report.valid =
        report.problems.empty() && report.intact && report.pathTrusted && report.signedAt.has_value();
}

} // namespace

VerificationReport verifySignedPdf(BytesView pdf, const Anchors &anchors)
{
    VerificationReport report;
    try {
        judge(report, pdf, anchors);
    } catch (const std::exception &) {
        report = {};
        addProblem(report, SignatureProblem::Unreadable);
    }
    return report;
}

} // namespace smartca::pdf
