// SPDX-License-Identifier: Apache-2.0
#include "cli/verify.h"

#include "cli/failure_text.h"
#include "cli/files.h"
#include "cli/input_invalid.h"
#include "cli/verification_text.h"
#include "pdf/signature_field.h"

#include <iostream>

namespace smartca::cli {
namespace {

constexpr std::size_t certificateMaxBytes = 64UL * 1024;
constexpr Bilingual noCertificate{"tệp không chứa chứng thư số", "it holds no certificate"};

Result<crypto::Certificate> readCertificate(const std::string &path, Language language)
{
    SMARTCA_TRY(const Bytes octets, readFile(path, certificateMaxBytes, language));
    auto certificate = crypto::Certificate::fromPem(asText(octets));
    if (!certificate)
        certificate = crypto::Certificate::fromDer(octets);
    if (!certificate)
        return tl::unexpected(inputInvalid(path, noCertificate, language));
    return certificate;
}

Result<pdf::VerificationReport> judge(const VerifyOptions &options)
{
    SMARTCA_TRY(pdf::Anchors anchors,
                readCertificate(options.root, options.language).map([](crypto::Certificate root) {
                    return pdf::Anchors{.documentRoot = std::move(root), .timeStampRoot = std::nullopt};
                }));
    if (options.timeStampRoot) {
        SMARTCA_TRY(anchors.timeStampRoot, readCertificate(*options.timeStampRoot, options.language));
    }
    SMARTCA_TRY(const Bytes file, readFile(options.file, pdf::pdfMaxBytes, options.language));
    return pdf::verifySignedPdf(file, anchors);
}

} // namespace

int verify(const VerifyOptions &options, std::ostream &output, std::ostream &errors)
{
    const auto report = judge(options);
    if (!report)
        return tellFailure(report.error(), options.language, errors);
    output << (options.json ? verificationJson(*report, options.language)
                            : verificationText(*report, options.language));
    return report->valid ? 0 : 1;
}

int verify(const VerifyOptions &options)
{
    return verify(options, std::cout, std::cerr);
}

} // namespace smartca::cli
