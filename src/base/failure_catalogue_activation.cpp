// SPDX-License-Identifier: Apache-2.0
#include "base/failure_catalogue.h"

namespace smartca {
namespace {

using enum Retry;
using enum Presentation;

// clang-format off
constexpr FailureEntry activationEntries[] = {
    {FailureCode::NothingFoundInText, ByPerson, Inline, Remedy::PasteAgain,
     {"Chưa thấy mã trong nội dung đã chép", "No code in what was copied"},
     {"Nội dung vừa dán không có tên đăng nhập và mã kích hoạt.", "The pasted text holds no username and activation code."},
     {"Mở email kích hoạt, giữ tay trên chữ, chọn Chọn tất cả, Sao chép, rồi quay lại bấm Dán.", "Open the activation email, hold a finger on the text, choose Select all, Copy, then come back and press Paste."},
     Bilingual{"Chạy lại lệnh với tên đăng nhập và mã trong email kích hoạt.", "Run the command again with the username and the code from the activation email."}},
    {FailureCode::LinkRefused, ByPerson, Inline, Remedy::EditDetails,
     {"Liên kết này không dùng được", "This link cannot be used"},
     {"Liên kết không phải do email kích hoạt của SmartCA gửi.", "The link does not come from a SmartCA activation email."},
     {"Dùng liên kết trong email kích hoạt mới nhất, hoặc nhập tay hai dòng trong email.", "Use the link in the newest activation email, or type the two lines from the email."},
     Bilingual{"Chạy lại lệnh với tên đăng nhập và mã trong email kích hoạt mới nhất.", "Run the command again with the username and the code from the newest activation email."}},
    {FailureCode::ActivationDetailsWrong, ByPerson, Inline, Remedy::PasteAgain,
     {"Mã kích hoạt không khớp", "The activation code does not match"},
     {"Có thể mã từ email cũ, nhầm ký tự, hoặc nhầm tên đăng nhập.", "It may be from an older email, or a character or the username is mistyped."},
     {"Hãy dán lại từ email mới nhất. [Còn {triesLeft} lần thử. Hết lượt, cần mã mới.]", "Paste it again from the newest email. [Tries left: {triesLeft}. After that a new code is needed.]"},
     Bilingual{"Chạy lại lệnh với tên đăng nhập và mã trong email mới nhất. [Còn {triesLeft} lần thử. Hết lượt, cần mã mới.]", "Run the command again with the username and the code from the newest email. [Tries left: {triesLeft}. After that a new code is needed.]"}},
    {FailureCode::CodeTypingClosed, Never, Page, Remedy::SendNewCode,
     {"Mã kích hoạt đã bị khoá", "The activation code is locked"},
     {"Mã đã được nhập sai quá nhiều lần.", "The code was entered wrongly too many times."},
     {"Cần mã mới để tiếp tục. Bấm Gửi mã mới, email sẽ đến trong vài phút.", "A new code is needed. Press Send a new code; the email arrives within minutes."},
     Bilingual{"Gọi tổng đài để nhận mã mới, rồi chạy lại lệnh với mã đó.", "Call the help line for a new code, then run the command again with it."}},
    {FailureCode::CodeExpired, Never, Page, Remedy::SendNewCode,
     {"Chưa kích hoạt được tài khoản", "The account could not be activated"},
     {"Mã kích hoạt đã hết hạn[ lúc {at}].", "The activation code expired[ at {at}]."},
     {"Bấm Gửi mã mới, email sẽ đến trong vài phút, rồi nhập mã trong email đó.", "Press Send a new code; the email arrives within minutes. Then enter the code in it."},
     Bilingual{"Gọi tổng đài để nhận mã mới, rồi chạy lại lệnh với mã đó.", "Call the help line for a new code, then run the command again with it."}},
    {FailureCode::CodeUsed, Never, Page, Remedy::SendNewCode,
     {"Mã kích hoạt đã được dùng", "The activation code was used already"},
     {"Mỗi mã chỉ dùng một lần[, mã này đã dùng lúc {at}].", "Each code works once[; this one was used at {at}]."},
     {"Bấm Gửi mã mới. Nếu không phải Quý khách đã dùng mã, hãy gọi tổng đài ngay.", "Press Send a new code. If it was not you who used it, call the help line at once."},
     Bilingual{"Gọi tổng đài để nhận mã mới, rồi chạy lại lệnh với mã đó. Nếu không phải Quý khách đã dùng mã cũ, hãy gọi ngay.", "Call the help line for a new code, then run the command again with it. If it was not you who used the old one, call at once."}},
    {FailureCode::CodeOnOtherDevice, Never, Page, Remedy::CallHotline,
     {"Mã đã được dùng trên thiết bị khác", "The code was used on another device"},
     {"Mã kích hoạt chỉ dùng được trên thiết bị đã nhập mã lần đầu.", "An activation code works only on the device that entered it first."},
     {"Nếu là máy của Quý khách, tiếp tục trên máy đó. Nếu không, gọi ngay để khoá tài khoản.", "If that device is yours, go on there. If not, call at once to lock the account."}},
    {FailureCode::AccountLocked, Never, Page, Remedy::CallHotline,
     {"Tài khoản đang bị khoá", "The account is locked"},
     {"Tài khoản được khoá theo yêu cầu hoặc để bảo vệ Quý khách.", "It was locked on request or to protect you."},
     {"Gọi tổng đài để được mở khoá. Thông tin đã nhập vẫn được giữ.", "Call the help line to have it unlocked. What you entered is kept."}},
    {FailureCode::AccountAlreadyActive, Never, Page, Remedy::CallHotline,
     {"Tài khoản đã được kích hoạt", "The account is active already"},
     {"Tài khoản này đang dùng trên một thiết bị.", "This account is in use on a device."},
     {"Dùng tiếp trên thiết bị đó. Nếu thiết bị đó đã mất hoặc không phải của Quý khách, gọi tổng đài để khoá tài khoản.", "Go on using it there. If that device is lost or not yours, call the help line to have the account locked."}},
    {FailureCode::ActivationEnded, Never, Page, Remedy::Reactivate,
     {"Lần kích hoạt này đã kết thúc", "This activation has ended"},
     {"Kích hoạt chưa xong trong thời hạn, hoặc đã có mã mới thay thế.", "It was not finished in time, or a newer code has replaced it."},
     {"Bắt đầu lại bằng mã trong email mới nhất.", "Start again with the code in the newest email."}},
};
// clang-format on

} // namespace

std::span<const FailureEntry> activationFailures()
{
    return activationEntries;
}

} // namespace smartca
