// SPDX-License-Identifier: Apache-2.0
#include "pdf/signature_field.h"
#include "pdf/verify.h"

namespace smartca::pdf {
namespace {

static_assert(pdfMaxBytes == 4UL * 1024 * 1024, "a sentence below names it");

Bilingual sentence(SignatureProblem problem)
{
    switch (problem) {
    case SignatureProblem::NoSignature:
        return {"Tài liệu không có chữ ký số.", "The document has no signature."};
    case SignatureProblem::SeveralSignatures:
        return {"Tài liệu có nhiều chữ ký, không rõ chữ ký nào bao trùm nội dung nào.",
                "The document has several signatures; it is not clear which covers what."};
    case SignatureProblem::Unreadable:
        return {"Tệp không phải PDF hoặc đã hỏng.", "The file is no PDF, or a damaged one."};
    case SignatureProblem::TooLarge:
        return {"Tệp lớn hơn 4 MiB, mức lớn nhất kiểm tra được, nên chưa được kiểm tra.",
                "The file is larger than 4 MiB, the most that can be verified, and was not looked at."};
    case SignatureProblem::MalformedCms:
        return {
            "Dữ liệu chữ ký không đúng chuẩn: không phải DER, nhiều người ký, sai thuộc tính hoặc thuật "
            "toán.",
            "The signature data is not as the standard wants: not DER, several signers, wrong attributes or "
            "algorithms."};
    case SignatureProblem::ByteRangeGap:
        return {"Chữ ký bỏ sót một phần tài liệu.", "The signature leaves a part of the document out."};
    case SignatureProblem::LaterRevision:
        return {"Tài liệu đã được thêm nội dung sau khi ký.",
                "Something was added to the document after signing."};
    case SignatureProblem::ContentChanged:
        return {"Nội dung tài liệu đã bị thay đổi sau khi ký.", "The document was changed after signing."};
    case SignatureProblem::SignatureWrong:
        return {"Giá trị chữ ký không khớp với khoá của người ký.",
                "The signature value does not fit the signer's key."};
    case SignatureProblem::CertificateMismatch:
        return {"Chứng thư số đi kèm không phải chứng thư đã được ký cùng tài liệu.",
                "The certificate is not the one that was signed along with the document."};
    case SignatureProblem::PathNotTrusted:
        return {"Chứng thư số không dẫn về chứng thư gốc được tin cậy.",
                "The certificate does not lead to the trusted root."};
    case SignatureProblem::CertificateExpired:
        return {"Chứng thư số không còn hoặc chưa có hiệu lực vào lúc ký.",
                "The certificate was not valid at the time of signing."};
    case SignatureProblem::WeakAlgorithm:
        return {"Khoá hoặc thuật toán trong đường dẫn chứng thư quá yếu.",
                "A key or an algorithm in the certificate path is too weak."};
    case SignatureProblem::TimeStampMissing:
        return {"Chữ ký không có dấu thời gian.", "The signature has no time stamp."};
    case SignatureProblem::TimeStampWrong:
        return {"Dấu thời gian không hợp lệ hoặc thuộc về chữ ký khác.",
                "The time stamp is not valid, or belongs to another signature."};
    case SignatureProblem::DictionaryMalformed:
        return {"Phần khai báo chữ ký trong tệp không đúng chuẩn PAdES.",
                "The signature dictionary is not written as PAdES wants it."};
    case SignatureProblem::EarlierRevision:
        return {"Tài liệu đã bị sửa trước khi ký, phần cũ vẫn còn trong tệp.",
                "The document was changed before it was signed; the old parts are still in the file."};
    }
    return {};
}

} // namespace

std::string_view nameOf(SignatureProblem problem)
{
    switch (problem) {
    case SignatureProblem::NoSignature:
        return "noSignature";
    case SignatureProblem::SeveralSignatures:
        return "severalSignatures";
    case SignatureProblem::Unreadable:
        return "unreadable";
    case SignatureProblem::MalformedCms:
        return "malformedCms";
    case SignatureProblem::ByteRangeGap:
        return "byteRangeGap";
    case SignatureProblem::LaterRevision:
        return "laterRevision";
    case SignatureProblem::ContentChanged:
        return "contentChanged";
    case SignatureProblem::SignatureWrong:
        return "signatureWrong";
    case SignatureProblem::CertificateMismatch:
        return "certificateMismatch";
    case SignatureProblem::PathNotTrusted:
        return "pathNotTrusted";
    case SignatureProblem::CertificateExpired:
        return "certificateExpired";
    case SignatureProblem::WeakAlgorithm:
        return "weakAlgorithm";
    case SignatureProblem::TimeStampMissing:
        return "timeStampMissing";
    case SignatureProblem::TimeStampWrong:
        return "timeStampWrong";
    case SignatureProblem::DictionaryMalformed:
        return "dictionaryMalformed";
    case SignatureProblem::EarlierRevision:
        return "earlierRevision";
    case SignatureProblem::TooLarge:
        return "tooLarge";
    }
    return {};
}

std::string_view describe(SignatureProblem problem, Language language)
{
    return sentence(problem).in(language);
}

} // namespace smartca::pdf
