// SPDX-License-Identifier: Apache-2.0
#include "base/failure_catalogue.h"

namespace smartca {
namespace {

using enum Retry;
using enum Presentation;

// clang-format off
constexpr FailureEntry signingEntries[] = {
    // ---- certificate
    {FailureCode::CertificateHeld, ByPerson, Page, Remedy::CallHotline,
     {"Chưa cấp được chứng thư", "The certificate is not issued yet"},
     {"Hồ sơ cần kiểm tra thêm[: {subject}].", "The application needs another check[: {subject}]."},
     {"Gọi tổng đài để bổ sung. Thông tin đã nhập vẫn được giữ, mở lại là tiếp tục đúng bước này.", "Call the help line. What you entered is kept; opening the app again continues at this very step."},
     Bilingual{"Gọi tổng đài để bổ sung. Thông tin đã nhập vẫn được giữ, chạy lại lệnh là tiếp tục đúng bước này.", "Call the help line. What you entered is kept; running the command again continues at this very step."}},
    {FailureCode::CertificateRefused, Never, Page, Remedy::CallHotline,
     {"Chứng thư không được cấp", "The certificate was refused"},
     {"Hồ sơ không đủ điều kiện[: {subject}].", "The application does not qualify[: {subject}]."},
     {"Gọi tổng đài để biết cần bổ sung gì, rồi kích hoạt lại bằng mã mới.", "Call the help line to learn what is missing, then activate again with a new code."}},
    {FailureCode::CertificateMismatch, Never, Page, Remedy::CallHotline,
     {"Chứng thư không khớp với khoá", "The certificate does not match the key"},
     {"Chứng thư nhận được không thuộc cặp khoá của Quý khách, hoặc không do nơi cấp tin cậy phát hành.", "It does not belong to your key pair, or was not issued by the trusted authority."},
     {"Chưa ký gì. Gọi tổng đài và đọc mã lỗi.", "Nothing was signed. Call the help line and read out the code."}},
    {FailureCode::CertificateDataWrong, Never, Page, Remedy::Reactivate,
     {"Đã dừng kích hoạt", "The activation was stopped"},
     {"Thông tin trên chứng thư chưa đúng. Chứng thư này sẽ bị thu hồi và chưa ký gì.", "The certificate's data is not right. It will be revoked; nothing was signed with it."},
     {"Tổng đài sẽ sửa thông tin rồi gửi mã mới.", "The help line corrects the data and sends a new code."}},

    // ---- the document and its signature
    {FailureCode::RecordUnreadable, ByPerson, Page, Remedy::TryAgain,
     {"Không đọc được biên bản", "The record cannot be read"},
     {"Tệp tải về bị thiếu hoặc hỏng.", "The downloaded file is incomplete or damaged."},
     {"Bấm Thử lại để tải lại. Chưa ký gì.", "Press Try again to download it again. Nothing was signed."},
     Bilingual{"Chạy lại lệnh để tải lại. Chưa ký gì.", "Run the command again to download it again. Nothing was signed."}},
    {FailureCode::RecordChanged, ByPerson, Page, Remedy::TryAgain,
     {"Biên bản không còn như lúc đọc", "The record is not what was shown"},
     {"Tệp đã khác với bản đã hiện trên màn hình, hoặc chỗ để chữ ký không đúng.", "The file differs from the one on the screen, or its place for the signature is wrong."},
     {"Chưa ký gì. Tải lại và đọc lại biên bản.", "Nothing was signed. Download and read the record again."},
     Bilingual{"Chưa ký gì. Chạy lại lệnh để tải lại biên bản.", "Nothing was signed. Run the command again to download the record again."}},
    {FailureCode::RecordNotShowable, Never, Page, Remedy::CallHotline,
     {"Tài liệu này không hiển thị được", "This document cannot be shown"},
     {"Tài liệu có phần không thể hiện hết trên màn hình[ ({subject})], nên không được ký.", "It has parts that a page cannot show[ ({subject})], so it is not signed."},
     {"Gọi tổng đài để nhận tài liệu khác. Chưa ký gì.", "Call the help line for another document. Nothing was signed."}},
    {FailureCode::SignatureInvalid, Never, Page, Remedy::TryAgain,
     {"Chữ ký chưa qua kiểm tra", "The signature did not pass our check"},
     {"Chữ ký nhận về không đúng với biên bản đã đọc[ ({subject})].", "The signature received does not fit the record that was read[ ({subject})]."},
     {"Biên bản chưa được nộp. Bấm Thử lại để lấy lại chữ ký, không cần nhập mã PIN.", "The record was not handed in. Press Try again to fetch the signature again; no PIN is needed."},
     Bilingual{"Biên bản chưa được nộp. Chạy lại lệnh để lấy lại chữ ký, không cần mã PIN.", "The record was not handed in. Run the command again to fetch the signature again; no PIN is needed."}},
    {FailureCode::SignatureRefused, ByPerson, Page, Remedy::TryAgain,
     {"Dịch vụ chưa nhận biên bản đã ký", "The service did not accept the signed record"},
     {"Bản đã ký chưa qua kiểm tra của dịch vụ[ ({subject})].", "The signed file did not pass the service's check[ ({subject})]."},
     {"Tài liệu và chữ ký vẫn được giữ. Thử lại, không cần chứng thư mới.", "Document and signature are kept. Try again; no new certificate is needed."}},
    {FailureCode::NotHandedIn, ByMachine, Page, Remedy::TryAgain,
     {"Đã ký, đang nộp biên bản", "Signed, being handed in"},
     {"Biên bản đã ký chưa tới được dịch vụ.", "The signed record has not reached the service yet."},
     {"Chữ ký đã được lưu, không cần nhập lại mã PIN. Bấm Thử lại.", "The signature is saved; the PIN is not needed again. Press Try again."},
     Bilingual{"Chữ ký đã được lưu, không cần mã PIN nữa. Chạy lại lệnh để nộp.", "The signature is saved; the PIN is not needed again. Run the command again to hand it in."}},
};
// clang-format on

} // namespace

std::span<const FailureEntry> signingFailures()
{
    return signingEntries;
}

} // namespace smartca
