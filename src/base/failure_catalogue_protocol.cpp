// SPDX-License-Identifier: Apache-2.0
#include "base/failure_catalogue.h"

namespace smartca {
namespace {

using enum Retry;
using enum Presentation;

constexpr Bilingual refused{"Dịch vụ từ chối yêu cầu này", "The service refused this request"};
constexpr Bilingual notAccepted{"Dịch vụ không chấp nhận nội dung ứng dụng vừa gửi.",
                                "The service did not accept what the app just sent."};
constexpr Bilingual updateOrCall{
    "Cập nhật ứng dụng nếu có bản mới, rồi thử lại. Nếu vẫn lỗi, gọi tổng đài và đọc mã lỗi.",
    "Update the app if there is a new version, then try again. If it happens again, call the help line and "
    "read out the code."};

constexpr Bilingual otherStep{"Dịch vụ đang ở bước khác so với máy này.",
                              "The service is at another step than this device."};
constexpr Bilingual againOrCall{"Thử lại. Nếu vẫn lỗi, gọi tổng đài và đọc mã lỗi.",
                                "Try again. If it happens again, call the help line and read out the code."};
constexpr Bilingual otherDocument{"Tài liệu đã hiện khác với tài liệu của dịch vụ.",
                                  "The document that was shown is not the service's."};
constexpr Bilingual readAgainOrCall{
    "Chưa ký gì. Thử lại để tải và đọc lại. Nếu vẫn lỗi, gọi tổng đài và đọc mã lỗi.",
    "Nothing was signed. Try again to download and read it again. If it happens again, call the help line "
    "and read out the code."};
constexpr Bilingual notKnown{"Dịch vụ chưa rõ chữ ký đã được tạo hay chưa.",
                             "The service does not know whether the signature was made."};
constexpr Bilingual justCall{"Gọi tổng đài và đọc mã lỗi.", "Call the help line and read out the code."};

// clang-format off
/// What a person is told is the same for whole groups of these: mostly that the app is too old or broken. The
/// rule that was broken stands in the integrator's note.
#define TOLD_ENTRY(name, personsWhy, personsAction, whyVi, whyEn, actionVi, actionEn)                                    \
    {FailureCode::name, Never, Page, Remedy::CallHotline, refused, personsWhy, personsAction, std::nullopt,             \
     IntegratorNote{{whyVi, whyEn}, {actionVi, actionEn}}}
#define PROTOCOL_ENTRY(name, whyVi, whyEn, actionVi, actionEn)                                                           \
    TOLD_ENTRY(name, notAccepted, updateOrCall, whyVi, whyEn, actionVi, actionEn)
constexpr FailureEntry protocolEntries[] = {
    PROTOCOL_ENTRY(JsonMalformed, "Nội dung gửi đi không phải JSON đúng quy cách.", "The body is not JSON as the protocol wants it.",
                   "Sửa nội dung theo docs/protocol.md: UTF-8, không trùng khoá, sâu tối đa 16.", "Correct the body after docs/protocol.md: UTF-8, no duplicate keys, depth at most 16."),
    PROTOCOL_ENTRY(BodyTooLarge, "Nội dung gửi đi quá lớn.", "The body is too large.",
                   "Gửi không quá giới hạn ghi trong docs/protocol.md.", "Stay within the limits of docs/protocol.md."),
    PROTOCOL_ENTRY(FieldInvalid, "Một trường bị thiếu, thừa hoặc sai kiểu[: {subject}].", "A field is missing, unknown or of the wrong type[: {subject}].",
                   "Gửi đúng các trường của thông điệp trong docs/protocol.md.", "Send exactly the fields of the message in docs/protocol.md."),
    PROTOCOL_ENTRY(PathUnknown, "Dịch vụ không có địa chỉ này.", "The service has no such path.",
                   "Dùng các địa chỉ trong docs/protocol.md.", "Use the paths of docs/protocol.md."),
    PROTOCOL_ENTRY(MethodNotAllowed, "Địa chỉ này không nhận phương thức đã gửi.", "This path does not take that method.",
                   "Dùng phương thức ghi trong docs/protocol.md.", "Use the method given in docs/protocol.md."),
    PROTOCOL_ENTRY(DpopInvalid, "Bằng chứng thiết bị (DPoP) thiếu hoặc không khớp với yêu cầu.", "The device proof (DPoP) is missing or does not fit the request.",
                   "Ký lại bằng khoá thiết bị, đúng phương thức, địa chỉ và nội dung.", "Sign again with the device key over method, address and body."),
    PROTOCOL_ENTRY(DpopReplayed, "Bằng chứng thiết bị (DPoP) này đã được dùng.", "This device proof (DPoP) was used before.",
                   "Tạo bằng chứng mới với jti mới cho mỗi yêu cầu.", "Make a new proof with a new jti for each request."),
    PROTOCOL_ENTRY(IdempotencyKeyMissing, "Yêu cầu ghi cần tiêu đề Idempotency-Key.", "A writing request needs the header Idempotency-Key.",
                   "Gửi một UUID mới cho mỗi việc, và lặp lại đúng UUID đó khi gửi lại.", "Send a new UUID for each act and the same one when repeating it."),
    PROTOCOL_ENTRY(IdempotencyKeyReused, "Idempotency-Key này đã dùng cho nội dung khác.", "This Idempotency-Key was used with another body.",
                   "Dùng UUID mới cho nội dung mới.", "Use a new UUID for a new body."),
    {FailureCode::StillInProgress, ByMachine, Page, Remedy::TryAgain,
     {"Yêu cầu đang được xử lý", "The request is being worked on"},
     {"Lần gửi trước của cùng yêu cầu chưa xong.", "An earlier sending of the same request is not finished."},
     {"[Thử lại sau {retryAfter}.|Thử lại sau giây lát.] Không làm hai lần.", "[Try again in {retryAfter}.|Try again in a moment.] Nothing is done twice."}},
    {FailureCode::StateStale, ByPerson, Page, Remedy::TryAgain,
     {"Tiến trình đã thay đổi", "The progress has changed"},
     {"Dịch vụ đã sang bước khác so với máy này.", "The service is at another step than this device."},
     {"Bấm Thử lại, SmartCA sẽ hỏi dịch vụ đang ở bước nào.", "Press Try again; SmartCA asks the service which step it is at."},
     Bilingual{"Chạy lại lệnh, SmartCA sẽ hỏi dịch vụ đang ở bước nào.", "Run the command again; SmartCA asks the service which step it is at."}},
    TOLD_ENTRY(StepNotAllowed, otherStep, againOrCall, "Bước này chưa làm được lúc này[: {subject}].", "This step is not possible now[: {subject}].",
                   "Hỏi trạng thái bằng GET rồi làm đúng bước kế tiếp.", "Ask for the state by GET and do the step that is next."),
    {FailureCode::ActivationUnknown, Never, Page, Remedy::Reactivate,
     {"Không tìm thấy lần kích hoạt này", "This activation is not known"},
     {"Dịch vụ không có lần kích hoạt đã lưu trên máy, hoặc nó thuộc thiết bị khác.", "The service does not have the activation saved here, or it belongs to another device."},
     {"Kích hoạt lại bằng mã trong email mới nhất.", "Activate again with the code in the newest email."}},
    PROTOCOL_ENTRY(RegistrationInvalid, "Bản đăng ký khoá không đúng[: {subject}].", "The key registration is not right[: {subject}].",
                   "Ký lại bản đăng ký với số thử mới nhất của dịch vụ.", "Sign the registration again over the service's newest challenge."),
    PROTOCOL_ENTRY(HttpMalformed, "Yêu cầu không phải HTTP/1.1 đúng quy cách.", "The request is not HTTP/1.1 as RFC 9112 wants it.",
                   "Gửi lại bằng một thư viện HTTP thông dụng.", "Send it with a common HTTP library."),
    PROTOCOL_ENTRY(HeaderTooLarge, "Phần đầu của yêu cầu quá dài.", "The header of the request is too long.",
                   "Gửi không quá giới hạn ghi trong docs/protocol.md.", "Stay within the limits of docs/protocol.md."),
    PROTOCOL_ENTRY(SadMalformed, "Dữ liệu kích hoạt chữ ký (SAD) sai quy cách.", "The signature activation data (SAD) is malformed.",
                   "Tạo SAD theo docs/protocol.md.", "Make the SAD after docs/protocol.md."),
    PROTOCOL_ENTRY(SadSignatureInvalid, "Chữ ký của thiết bị trên SAD không đúng.", "The device's signature on the SAD is wrong.",
                   "Ký bằng khoá thiết bị đã đăng ký.", "Sign with the device key that was registered."),
    {FailureCode::SadChallengeInvalid, ByPerson, Inline, Remedy::RetypePin,
     {"Phiên ký đã hết thời gian", "The signing session has expired"},
     {"Số thử của lần ký đã hết hạn hoặc đã được dùng.", "The challenge has expired or was used."},
     {"Nhập lại mã PIN để ký. Lần này không tính là nhập sai.", "Enter the PIN again to sign. This does not count as a wrong try."}},
    TOLD_ENTRY(SadSequenceStale, otherStep, againOrCall, "Số thứ tự của SAD đã cũ.", "The sequence number of the SAD is stale.",
                   "Xin số thử mới rồi ký lại.", "Ask for a new challenge and sign again."),
    PROTOCOL_ENTRY(SadNotYours, "SAD không thuộc dịch vụ, người dùng, thiết bị hoặc khoá này.", "The SAD is not for this service, user, device or credential.",
                   "Kiểm tra aud, sub, dev và cid.", "Check aud, sub, dev and cid."),
    {FailureCode::SadCredentialUnusable, Never, Page, Remedy::CallHotline,
     {"Chứng thư chưa ký được", "The certificate cannot sign right now"},
     {"Khoá hoặc chứng thư hiện không dùng để ký được.", "Its key or the certificate itself is not usable at the moment."},
     {"Gọi tổng đài và đọc mã lỗi.", "Call the help line and read out the code."}, std::nullopt,
     IntegratorNote{{"Khoá chưa có, đã huỷ, hoặc chứng thư không còn hiệu lực.", "The credential is not there yet or destroyed, or its certificate is not valid."},
                    {"Kiểm tra trạng thái chứng thư.", "Check the state of the certificate."}}},
    PROTOCOL_ENTRY(SadAlgorithmRefused, "Thuật toán không nằm trong danh sách cho phép.", "The algorithm is not on the list of allowed ones.",
                   "Dùng SHA-256 với RSA hoặc ECDSA của khoá.", "Use SHA-256 with the key's RSA or ECDSA."),
    TOLD_ENTRY(SadHashMismatch, otherDocument, readAgainOrCall, "Giá trị băm không phải của tài liệu trong giao dịch.", "The hash is not that of the transaction's document.",
                   "Tính lại từ đúng tệp đã tải.", "Compute it again from the file as downloaded."),
    TOLD_ENTRY(SadDocumentMismatch, otherDocument, readAgainOrCall, "Tài liệu đã hiện khác tài liệu của giao dịch.", "The document shown is not the transaction's.",
                   "Tải lại tài liệu, đọc rồi ký lại.", "Download the document again, read it and sign again."),
    TOLD_ENTRY(SadAlreadyUsed, otherStep, againOrCall, "Lần uỷ quyền ký này đã được dùng.", "This authorisation was used already.",
                   "Lấy chữ ký đã có bằng GET, hoặc xin số thử mới.", "Fetch the existing signature by GET, or ask for a new challenge."),
    TOLD_ENTRY(SadOutcomeUnknown, notKnown, justCall, "Chưa rõ chữ ký đã được tạo hay chưa nên lần uỷ quyền này không dùng lại.", "It is not known whether a signature was made, so this authorisation is not used again.",
                   "Xin số thử mới rồi ký lại.", "Ask for a new challenge and sign again."),
    {FailureCode::HsmUnavailable, ByPerson, Page, Remedy::TryAgain,
     {"Dịch vụ chưa ký được lúc này", "The service cannot sign right now"},
     {"Thiết bị bảo mật của dịch vụ chưa trả lời.", "The service's security module does not answer."},
     {"Thử lại sau vài phút. Lần này không tính là nhập sai mã PIN.", "Try again in a few minutes. This does not count as a wrong PIN."}},
};
#undef PROTOCOL_ENTRY
#undef TOLD_ENTRY
// clang-format on

} // namespace

std::span<const FailureEntry> protocolFailures()
{
    return protocolEntries;
}

} // namespace smartca
