// SPDX-License-Identifier: Apache-2.0
#include "base/failure.h"

#include <array>

// What every failure means to a person, in the order of failure_codes.def. [A passage in brackets] is left
// out when a number or time that it names is not known. Voice: look/tokens.md §8: what happened, why, what to
// do; no blame, no exclamation marks.

namespace smartca {
namespace {

using enum Retry;
using enum Presentation;

// clang-format off
constexpr FailureEntry entries[] = {
    // ---- activation details
    {FailureCode::NothingFoundInText, ByPerson, Inline, Remedy::PasteAgain,
     {"Chưa thấy mã trong nội dung đã chép", "No code in what was copied"},
     {"Nội dung vừa dán không có tên đăng nhập và mã kích hoạt.", "The pasted text holds no username and activation code."},
     {"Mở email kích hoạt, giữ tay trên chữ, chọn Chọn tất cả, Sao chép, rồi quay lại bấm Dán.", "Open the activation email, hold a finger on the text, choose Select all, Copy, then come back and press Paste."}},
    {FailureCode::LinkRefused, ByPerson, Inline, Remedy::EditDetails,
     {"Liên kết này không dùng được", "This link cannot be used"},
     {"Liên kết không phải do email kích hoạt của SmartCA gửi.", "The link does not come from a SmartCA activation email."},
     {"Dùng liên kết trong email kích hoạt mới nhất, hoặc nhập tay hai dòng trong email.", "Use the link in the newest activation email, or type the two lines from the email."}},
    {FailureCode::ActivationDetailsWrong, ByPerson, Inline, Remedy::PasteAgain,
     {"Mã kích hoạt không khớp", "The activation code does not match"},
     {"Có thể mã từ email cũ, nhầm ký tự, hoặc nhầm tên đăng nhập.", "It may be from an older email, or a character or the username is mistyped."},
     {"Hãy dán lại từ email mới nhất. [Còn {triesLeft} lần thử. Hết lượt, cần mã mới.]", "Paste it again from the newest email. [Tries left: {triesLeft}. After that a new code is needed.]"}},
    {FailureCode::CodeTypingClosed, Never, Page, Remedy::SendNewCode,
     {"Mã kích hoạt đã bị khoá", "The activation code is locked"},
     {"Mã đã được nhập sai 5 lần.", "The code was entered wrongly 5 times."},
     {"Cần mã mới để tiếp tục. Bấm Gửi mã mới, email sẽ đến trong vài phút.", "A new code is needed. Press Send a new code; the email arrives within minutes."}},
    {FailureCode::CodeExpired, Never, Page, Remedy::SendNewCode,
     {"Chưa kích hoạt được tài khoản", "The account could not be activated"},
     {"Mã kích hoạt đã hết hạn[ lúc {at}].", "The activation code expired[ at {at}]."},
     {"Bấm Gửi mã mới, email sẽ đến trong vài phút, rồi nhập mã trong email đó.", "Press Send a new code; the email arrives within minutes. Then enter the code in it."}},
    {FailureCode::CodeUsed, Never, Page, Remedy::SendNewCode,
     {"Mã kích hoạt đã được dùng", "The activation code was used already"},
     {"Mỗi mã chỉ dùng một lần[, mã này đã dùng lúc {at}].", "Each code works once[; this one was used at {at}]."},
     {"Bấm Gửi mã mới. Nếu không phải Quý khách đã dùng mã, hãy gọi tổng đài ngay.", "Press Send a new code. If it was not you who used it, call the hotline at once."}},
    {FailureCode::CodeOnOtherDevice, Never, Page, Remedy::CallHotline,
     {"Mã đã được dùng trên thiết bị khác", "The code was used on another device"},
     {"Mã kích hoạt chỉ dùng được trên thiết bị đã nhập mã lần đầu.", "An activation code works only on the device that entered it first."},
     {"Nếu là máy của Quý khách, tiếp tục trên máy đó. Nếu không, gọi ngay để khoá tài khoản.", "If that device is yours, go on there. If not, call at once to lock the account."}},
    {FailureCode::AccountLocked, Never, Page, Remedy::CallHotline,
     {"Tài khoản đang bị khoá", "The account is locked"},
     {"Tài khoản được khoá theo yêu cầu hoặc để bảo vệ Quý khách.", "It was locked on request or to protect you."},
     {"Gọi tổng đài để được mở khoá. Thông tin đã nhập vẫn được giữ.", "Call the hotline to have it unlocked. What you entered is kept."}},
    {FailureCode::AccountAlreadyActive, Never, Page, Remedy::CallHotline,
     {"Tài khoản đã được kích hoạt", "The account is active already"},
     {"Tài khoản này đang dùng trên một thiết bị.", "This account is in use on a device."},
     {"Dùng tiếp trên thiết bị đó. Muốn chuyển sang máy này, gọi tổng đài để nhận mã mới.", "Go on using it there. To move to this device, call the hotline for a new code."}},
    {FailureCode::ActivationEnded, Never, Page, Remedy::Reactivate,
     {"Lần kích hoạt này đã kết thúc", "This activation has ended"},
     {"Kích hoạt chưa xong trong thời hạn, hoặc đã có mã mới thay thế.", "It was not finished in time, or a newer code has replaced it."},
     {"Bắt đầu lại bằng mã trong email mới nhất.", "Start again with the code in the newest email."}},

    // ---- password and PIN
    {FailureCode::PasswordWeak, ByPerson, Inline, Remedy::ChooseAnotherPassword,
     {"Mật khẩu chưa đủ mạnh", "The password is not strong enough"},
     {"Mật khẩu cần 8 đến 30 ký tự, có chữ hoa, chữ thường, chữ số và ký tự đặc biệt.", "It needs 8 to 30 characters with upper case, lower case, a digit and a special character."},
     {"Thêm phần còn thiếu trong danh sách dưới ô mật khẩu.", "Add what the list below the field still misses."}},
    {FailureCode::PasswordsUnequal, ByPerson, Inline, Remedy::ChooseAnotherPassword,
     {"Hai mật khẩu chưa giống nhau", "The two passwords differ"},
     {"Mật khẩu nhập lại khác mật khẩu ở trên.", "The repeated password is not the one above."},
     {"Nhập lại, bấm hình con mắt để xem chữ đang gõ.", "Type it again; press the eye to see what is typed."}},
    {FailureCode::PasswordNotAscii, ByPerson, Inline, Remedy::ChooseAnotherPassword,
     {"Mật khẩu không dùng chữ có dấu", "No accented letters in a password"},
     {"Bộ gõ tiếng Việt đã thêm dấu vào chữ.", "A Vietnamese input method changed the letters."},
     {"Hãy chuyển bàn phím sang tiếng Anh rồi nhập lại.", "Switch the keyboard to English and type it again."}},
    {FailureCode::PasswordRefused, ByPerson, Page, Remedy::ChooseAnotherPassword,
     {"Dịch vụ chưa nhận mật khẩu này", "The service did not take this password"},
     {"Mật khẩu không theo đúng quy tắc của dịch vụ.", "The password does not follow the service's rules."},
     {"Chọn mật khẩu khác.", "Choose another password."}},
    {FailureCode::PinWeak, ByPerson, Inline, Remedy::ChooseAnotherPin,
     {"Mã PIN này dễ đoán", "This PIN is easy to guess"},
     {"{pinRule}", "{pinRule}"},
     {"Hãy tránh số liền nhau, số lặp lại, ngày tháng và số của chính Quý khách.", "Avoid runs, repetitions, dates and digits of your own numbers."}},
    {FailureCode::PinsUnequal, ByPerson, Inline, Remedy::RetypePin,
     {"Hai lần nhập chưa giống nhau", "The two entries differ"},
     {"Mã PIN vừa nhập khác mã đã tạo.", "The PIN just entered is not the one created."},
     {"Nhập lại đúng 6 số vừa tạo, hoặc tạo mã PIN khác.", "Enter the same 6 digits again, or create another PIN."}},
    {FailureCode::PinWrong, ByPerson, Inline, Remedy::RetypePin,
     {"Mã PIN chưa đúng", "The PIN is not right"},
     {"[Còn {triesLeft} lần trước khi tạm khoá {nextLock}.]", "[Tries left before a lock of {nextLock}: {triesLeft}.]"},
     {"Nhập lại mã PIN. Biên bản vẫn được giữ.", "Enter the PIN again. The record is kept."}},
    {FailureCode::PinLocked, ByPerson, Page, Remedy::CloseAndReturn,
     {"Mã PIN tạm khoá", "The PIN is locked for now"},
     {"Mã PIN đã được nhập sai nhiều lần.", "The PIN was entered wrongly several times."},
     {"[Nhập lại được lúc {at}.] Biên bản vẫn được giữ, có thể đóng ứng dụng.", "[It can be entered again at {at}.] The record is kept; the app may be closed."}},
    {FailureCode::PinBlocked, Never, Page, Remedy::Reactivate,
     {"Mã PIN đã bị khoá", "The PIN is blocked"},
     {"Đã nhập sai 9 lần nên khoá ký đã huỷ để bảo vệ Quý khách.", "It was entered wrongly 9 times, so the signing key was destroyed to protect you."},
     {"Cần kích hoạt lại bằng mã mới. Bấm Nhận mã mới.", "Activate again with a new code. Press Get a new code."}},

    // ---- biometrics
    {FailureCode::BiometricMissing, ByPerson, Page, Remedy::OpenSettings,
     {"Máy chưa có vân tay dùng được", "No usable fingerprint on this device"},
     {"Chỉ vân tay hoặc khuôn mặt loại bảo mật cao mới xác nhận được; máy này chưa cài.", "Only a strong fingerprint or face can confirm; none is set up on this device."},
     {"Bấm nút dưới, chọn mục Vân tay, thêm một ngón rồi quay lại.", "Press the button below, choose Fingerprint, add a finger and come back."}},
    {FailureCode::BiometricCancelled, ByPerson, Inline, Remedy::TryAgain,
     {"Chưa xác nhận vân tay", "Not confirmed yet"},
     {"Việc xác nhận đã được đóng lại.", "The prompt was closed."},
     {"Bấm Xác nhận lại khi sẵn sàng.", "Press Confirm again when ready."}},
    {FailureCode::BiometricFailed, ByPerson, Inline, Remedy::TryAgain,
     {"Vân tay chưa khớp", "The fingerprint did not match"},
     {"Máy chưa nhận ra ngón tay hoặc khuôn mặt.", "The device did not recognise the finger or face."},
     {"Lau khô ngón tay, đặt lại rồi thử lần nữa.", "Dry the finger, place it again and retry."}},
    {FailureCode::BiometricLockedOut, ByPerson, Page, Remedy::TryAgain,
     {"Vân tay tạm khoá", "Fingerprint is locked for now"},
     {"Máy tạm khoá sau nhiều lần không khớp.", "The device locked it after several mismatches."},
     {"Mở khoá màn hình bằng mã khoá máy, rồi thử lại.", "Unlock the screen with the device's passcode, then try again."}},
    {FailureCode::BiometricChanged, ByPerson, Page, Remedy::TryAgain,
     {"Vân tay trên máy đã thay đổi", "The fingerprints on this device changed"},
     {"Có vân tay mới được thêm hoặc bị xoá sau lần xác nhận trước.", "One was added or removed since the last confirmation."},
     {"Để an toàn, cần xác nhận lại.", "To be safe, confirm again."}},
    {FailureCode::ScreenLockMissing, ByPerson, Page, Remedy::OpenSettings,
     {"Máy chưa có khoá màn hình", "This device has no screen lock"},
     {"Không có khoá màn hình thì vân tay và khoá ký không được bảo vệ.", "Without one neither fingerprint nor keys are protected."},
     {"Bấm nút dưới, đặt khoá màn hình rồi quay lại.", "Press the button below, set a screen lock and come back."}},

    // ---- keys of this device
    {FailureCode::KeysNotOnDevice, Never, Page, Remedy::Reactivate,
     {"Khoá không còn trên điện thoại này", "The keys are not on this phone"},
     {"Do cài lại ứng dụng hoặc đổi khoá màn hình, không phải do mã PIN.", "Because the app was reinstalled or the screen lock changed, not because of the PIN."},
     {"Kích hoạt lại trên điện thoại này bằng mã mới.", "Activate again on this phone with a new code."}},
    {FailureCode::KeyStoreUnusable, ByPerson, Page, Remedy::TryAgain,
     {"Chưa mở được kho khoá của máy", "The device's key store cannot be opened"},
     {"Kho khoá đang khoá hoặc trả lời lỗi; các khoá chưa mất.", "It is locked or reports an error; the keys are not lost."},
     {"Mở khoá màn hình hoặc đăng nhập lại vào máy, rồi thử lại.", "Unlock the screen or sign in to the device again, then retry."}},

    // ---- the way to the service
    {FailureCode::NoNetwork, ByMachine, Page, Remedy::TryAgain,
     {"Điện thoại đang mất mạng", "The device is offline"},
     {"Không có kết nối Wi-Fi hay dữ liệu di động.", "There is neither Wi-Fi nor mobile data."},
     {"Kiểm tra Wi-Fi hoặc dữ liệu di động rồi thử lại. Thông tin đã nhập vẫn được giữ.", "Check Wi-Fi or mobile data and try again. What you entered is kept."}},
    {FailureCode::ServiceUnreachable, ByMachine, Page, Remedy::TryAgain,
     {"Dịch vụ chưa trả lời", "The service does not answer"},
     {"Mạng vẫn tốt nhưng chưa tới được dịch vụ SmartCA.", "The network is fine, but the SmartCA service cannot be reached."},
     {"Hãy thử lại sau vài phút. Thông tin đã nhập vẫn được giữ.", "Try again in a few minutes. What you entered is kept."}},
    {FailureCode::TlsRefused, Never, Page, Remedy::TryAgain,
     {"Kết nối không an toàn", "The connection is not safe"},
     {"Bên trả lời không chứng minh được là dịch vụ SmartCA. Mạng này có thể đang bị can thiệp.", "What answered could not prove to be the SmartCA service. This network may be tampered with."},
     {"Hãy đổi Wi-Fi hoặc dùng dữ liệu di động rồi thử lại. Chưa có gì được gửi đi.", "Change Wi-Fi or use mobile data and try again. Nothing was sent."}},
    {FailureCode::TimedOut, ByMachine, Page, Remedy::TryAgain,
     {"Dịch vụ trả lời quá lâu", "The service takes too long"},
     {"Đã hết thời gian chờ câu trả lời.", "The time to wait for an answer is over."},
     {"Thử lại. SmartCA sẽ hỏi lại đúng bước này, không làm hai lần.", "Try again. SmartCA asks for this very step again; nothing is done twice."}},
    {FailureCode::ClockWrong, ByPerson, Page, Remedy::OpenSettings,
     {"Ngày giờ trên điện thoại chưa đúng", "The date or time of this device is wrong"},
     {"Giờ của máy lệch với giờ của dịch vụ[ ({at})].", "The device's clock differs from the service's[ ({at})]."},
     {"Bật ngày giờ tự động rồi thử lại.", "Turn on automatic date and time, then try again."}},
    {FailureCode::ServiceError, ByPerson, Page, Remedy::TryAgain,
     {"Dịch vụ đang gặp lỗi", "The service reports an error"},
     {"Lỗi ở phía dịch vụ, không phải ở điện thoại.", "The fault is on the service's side, not on this device."},
     {"Thử lại sau vài phút. Nếu vẫn lỗi, gọi tổng đài và đọc mã lỗi.", "Try again in a few minutes. If it stays, call the hotline and read out the code."}},
    {FailureCode::ServiceBusy, ByMachine, Page, Remedy::TryAgain,
     {"Dịch vụ đang bận", "The service is busy"},
     {"Nhiều người đang kích hoạt cùng lúc.", "Many people are activating at the same time."},
     {"[SmartCA thử lại được sau {retryAfter}.] Thông tin đã nhập vẫn được giữ.", "[It can be tried again in {retryAfter}.] What you entered is kept."}},
    {FailureCode::AnswerMalformed, ByPerson, Page, Remedy::TryAgain,
     {"Câu trả lời của dịch vụ không đọc được", "The service's answer cannot be read"},
     {"Câu trả lời bị thiếu hoặc hỏng trên đường truyền, hoặc ứng dụng đã cũ.", "It was damaged or cut on the way, or the app is too old."},
     {"Thử lại. Nếu vẫn lỗi, cập nhật ứng dụng hoặc gọi tổng đài.", "Try again. If it stays, update the app or call the hotline."}},
    {FailureCode::RequestRefused, Never, Page, Remedy::CallHotline,
     {"Dịch vụ từ chối yêu cầu này", "The service refused this request"},
     {"Yêu cầu không hợp với bước hiện tại[ ({subject})].", "The request does not fit the present step[ ({subject})]."},
     {"Gọi tổng đài và đọc mã lỗi. Thông tin đã nhập vẫn được giữ.", "Call the hotline and read out the code. What you entered is kept."}},
    {FailureCode::AnswerNotAuthentic, Never, Page, Remedy::CallHotline,
     {"Câu trả lời không phải của dịch vụ", "The answer is not the service's"},
     {"Chữ ký của dịch vụ trên câu trả lời không đúng.", "The service's signature on the answer is wrong."},
     {"Không tiếp tục trên mạng này. Gọi tổng đài và đọc mã lỗi.", "Do not go on over this network. Call the hotline and read out the code."}},
    {FailureCode::TooManyRequests, ByMachine, Page, Remedy::TryAgain,
     {"Cần chờ một lát", "A short wait is needed"},
     {"Đã có nhiều yêu cầu từ máy này trong thời gian ngắn.", "There were many requests from this device in a short time."},
     {"[Thử lại sau {retryAfter}.] Thông tin đã nhập vẫn được giữ.", "[Try again in {retryAfter}.] What you entered is kept."}},
    {FailureCode::ProfileInvalid, Never, Page, Remedy::CallHotline,
     {"Hồ sơ dịch vụ không dùng được", "The service profile cannot be used"},
     {"Tệp hồ sơ thiếu địa chỉ hoặc chứng thư gốc, hoặc đã hỏng.", "The profile file misses its address or anchors, or is damaged."},
     {"Lấy lại tệp profile.json từ dịch vụ rồi mở ứng dụng với tệp đó.", "Get profile.json from the service again and open the app with it."}},

    // ---- certificate
    {FailureCode::CertificateHeld, ByPerson, Page, Remedy::CallHotline,
     {"Chưa cấp được chứng thư", "The certificate is not issued yet"},
     {"Hồ sơ cần kiểm tra thêm[: {subject}].", "The application needs another check[: {subject}]."},
     {"Gọi tổng đài để bổ sung. Thông tin đã nhập vẫn được giữ, mở lại là tiếp tục đúng bước này.", "Call the hotline. What you entered is kept; opening the app again continues at this very step."}},
    {FailureCode::CertificateRefused, Never, Page, Remedy::CallHotline,
     {"Chứng thư không được cấp", "The certificate was refused"},
     {"Hồ sơ không đủ điều kiện[: {subject}].", "The application does not qualify[: {subject}]."},
     {"Gọi tổng đài để biết cần bổ sung gì, rồi kích hoạt lại bằng mã mới.", "Call the hotline to learn what is missing, then activate again with a new code."}},
    {FailureCode::CertificateMismatch, Never, Page, Remedy::CallHotline,
     {"Chứng thư không khớp với khoá", "The certificate does not match the key"},
     {"Chứng thư nhận được không thuộc cặp khoá của Quý khách, hoặc không do nơi cấp tin cậy phát hành.", "It does not belong to your key pair, or was not issued by the trusted authority."},
     {"Chưa ký gì. Gọi tổng đài và đọc mã lỗi.", "Nothing was signed. Call the hotline and read out the code."}},
    {FailureCode::CertificateDataWrong, Never, Page, Remedy::Reactivate,
     {"Đã dừng kích hoạt", "The activation was stopped"},
     {"Thông tin trên chứng thư chưa đúng. Chứng thư này sẽ bị thu hồi và chưa ký gì.", "The certificate's data is not right. It will be revoked; nothing was signed with it."},
     {"Tổng đài sẽ sửa thông tin rồi gửi mã mới.", "The hotline corrects the data and sends a new code."}},

    // ---- the document and its signature
    {FailureCode::RecordUnreadable, ByPerson, Page, Remedy::TryAgain,
     {"Không đọc được biên bản", "The record cannot be read"},
     {"Tệp tải về bị thiếu hoặc hỏng.", "The downloaded file is incomplete or damaged."},
     {"Bấm Thử lại để tải lại. Chưa ký gì.", "Press Try again to download it again. Nothing was signed."}},
    {FailureCode::RecordChanged, ByPerson, Page, Remedy::TryAgain,
     {"Biên bản không còn như lúc đọc", "The record is not what was shown"},
     {"Tệp đã khác với bản đã hiện trên màn hình, hoặc chỗ để chữ ký không đúng.", "The file differs from the one on the screen, or its place for the signature is wrong."},
     {"Chưa ký gì. Tải lại và đọc lại biên bản.", "Nothing was signed. Download and read the record again."}},
    {FailureCode::RecordNotShowable, Never, Page, Remedy::CallHotline,
     {"Tài liệu này không hiển thị được", "This document cannot be shown"},
     {"Tài liệu có phần không thể hiện hết trên màn hình[ ({subject})], nên không được ký.", "It has parts that a page cannot show[ ({subject})], so it is not signed."},
     {"Gọi tổng đài để nhận tài liệu khác. Chưa ký gì.", "Call the hotline for another document. Nothing was signed."}},
    {FailureCode::SignatureInvalid, Never, Page, Remedy::TryAgain,
     {"Chữ ký chưa qua kiểm tra", "The signature did not pass our check"},
     {"Chữ ký nhận về không đúng với biên bản đã đọc[ ({subject})].", "The signature received does not fit the record that was read[ ({subject})]."},
     {"Biên bản chưa được nộp. Bấm Thử lại để lấy lại chữ ký, không cần nhập mã PIN.", "The record was not handed in. Press Try again to fetch the signature again; no PIN is needed."}},
    {FailureCode::SignatureRefused, ByPerson, Page, Remedy::TryAgain,
     {"Dịch vụ chưa nhận biên bản đã ký", "The service did not accept the signed record"},
     {"Bản đã ký chưa qua kiểm tra của dịch vụ[ ({subject})].", "The signed file did not pass the service's check[ ({subject})]."},
     {"Tài liệu và chữ ký vẫn được giữ. Thử lại, không cần chứng thư mới.", "Document and signature are kept. Try again; no new certificate is needed."}},
    {FailureCode::NotHandedIn, ByMachine, Page, Remedy::TryAgain,
     {"Đã ký, đang nộp biên bản", "Signed, being handed in"},
     {"Biên bản đã ký chưa tới được dịch vụ.", "The signed record has not reached the service yet."},
     {"Chữ ký đã được lưu, không cần nhập lại mã PIN. Bấm Thử lại.", "The signature is saved; the PIN is not needed again. Press Try again."}},

    // ---- this installation
    {FailureCode::DiskFull, ByPerson, Page, Remedy::TryAgain,
     {"Máy đã hết chỗ trống", "The device is out of space"},
     {"Chưa ghi được bước này nên SmartCA chưa làm tiếp.", "This step could not be saved, so SmartCA did not go on."},
     {"Xoá bớt tệp không dùng rồi thử lại. Các bước trước vẫn được giữ.", "Free some space and try again. Earlier steps are kept."}},
    {FailureCode::DiskFailed, ByPerson, Page, Remedy::TryAgain,
     {"Chưa ghi được vào máy", "Nothing could be written to the device"},
     {"Thư mục của SmartCA không ghi được.", "SmartCA's folder cannot be written."},
     {"Kiểm tra quyền ghi của thư mục rồi thử lại. Các bước trước vẫn được giữ.", "Check the folder's permissions and try again. Earlier steps are kept."}},
    {FailureCode::JournalUnreadable, Never, Page, Remedy::Reactivate,
     {"Không đọc được tiến trình đã lưu", "The saved progress cannot be read"},
     {"Tệp tiến trình trên máy đã hỏng hoặc thuộc máy khác.", "The file on this device is damaged or was made on another device."},
     {"Kích hoạt lại bằng mã mới. Chưa có chữ ký nào bị mất.", "Activate again with a new code. No signature was lost."}},
    {FailureCode::JournalAhead, Never, Page, Remedy::CallHotline,
     {"Tiến trình trên máy đi trước dịch vụ", "The saved progress is ahead of the service"},
     {"Dịch vụ không có bước mà máy đã lưu, có thể do dịch vụ được khôi phục từ bản cũ.", "The service does not know a step this device has saved; it may have been restored from an older copy."},
     {"Không làm lại bước nào. Gọi tổng đài và đọc mã lỗi.", "No step is repeated. Call the hotline and read out the code."}},
    {FailureCode::JournalForeign, Never, Page, Remedy::Reactivate,
     {"Tiến trình thuộc tài khoản khác", "The saved progress belongs to another account"},
     {"Dữ liệu trên máy không thuộc tài khoản hoặc thiết bị này.", "What is saved does not belong to this account or device."},
     {"Kích hoạt lại bằng mã trong email của Quý khách.", "Activate again with the code in your email."}},
    {FailureCode::AppTooOld, Never, Page, Remedy::UpdateApp,
     {"Cần cập nhật ứng dụng", "The app needs an update"},
     {"Dịch vụ cần phiên bản mới hơn[ ({subject})].", "The service needs a newer version[ ({subject})]."},
     {"Cập nhật xong, mở lại là tiếp tục đúng bước này.", "After the update, opening the app continues at this very step."}},
    {FailureCode::InputInvalid, ByPerson, Page, Remedy::EditDetails,
     {"Dữ liệu đưa vào chưa đúng", "The input is not right"},
     {"Thiếu hoặc sai một mục[: {subject}].", "Something is missing or malformed[: {subject}]."},
     {"Xem mẫu bằng lệnh smartca-cli --help rồi chạy lại.", "See smartca-cli --help for the form and run it again."}},

    // ---- what breaks the protocol: an integrator's mistake, or an attack
#define PROTOCOL_ENTRY(name, whyVi, whyEn, actionVi, actionEn)                                                            \
    {FailureCode::name, Never, Page, Remedy::CallHotline,                                                                \
     {"Dịch vụ từ chối yêu cầu này", "The service refused this request"}, {whyVi, whyEn}, {actionVi, actionEn}}
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
     {"[Thử lại sau {retryAfter}.] Không làm hai lần.", "[Try again in {retryAfter}.] Nothing is done twice."}},
    {FailureCode::StateStale, ByPerson, Page, Remedy::TryAgain,
     {"Tiến trình đã thay đổi", "The progress has changed"},
     {"Dịch vụ đã sang bước khác so với máy này.", "The service is at another step than this device."},
     {"Bấm Thử lại, SmartCA sẽ hỏi dịch vụ đang ở bước nào.", "Press Try again; SmartCA asks the service which step it is at."}},
    PROTOCOL_ENTRY(StepNotAllowed, "Bước này chưa làm được lúc này[: {subject}].", "This step is not possible now[: {subject}].",
                   "Hỏi trạng thái bằng GET rồi làm đúng bước kế tiếp.", "Ask for the state by GET and do the step that is next."),
    {FailureCode::ActivationUnknown, Never, Page, Remedy::Reactivate,
     {"Không tìm thấy lần kích hoạt này", "This activation is not known"},
     {"Dịch vụ không có lần kích hoạt đã lưu trên máy, hoặc nó thuộc thiết bị khác.", "The service does not have the activation saved here, or it belongs to another device."},
     {"Kích hoạt lại bằng mã trong email mới nhất.", "Activate again with the code in the newest email."}},
    PROTOCOL_ENTRY(RegistrationInvalid, "Bản đăng ký khoá không đúng[: {subject}].", "The key registration is not right[: {subject}].",
                   "Ký lại bản đăng ký với số thử mới nhất của dịch vụ.", "Sign the registration again over the service's newest challenge."),
    PROTOCOL_ENTRY(SadMalformed, "Dữ liệu kích hoạt chữ ký (SAD) sai quy cách.", "The signature activation data (SAD) is malformed.",
                   "Tạo SAD theo docs/protocol.md.", "Make the SAD after docs/protocol.md."),
    PROTOCOL_ENTRY(SadSignatureInvalid, "Chữ ký của thiết bị trên SAD không đúng.", "The device's signature on the SAD is wrong.",
                   "Ký bằng khoá thiết bị đã đăng ký.", "Sign with the device key that was registered."),
    {FailureCode::SadChallengeInvalid, ByPerson, Inline, Remedy::RetypePin,
     {"Phiên ký đã hết thời gian", "The signing session has expired"},
     {"Số thử của lần ký đã hết hạn hoặc đã được dùng.", "The challenge has expired or was used."},
     {"Nhập lại mã PIN để ký. Lần này không tính là nhập sai.", "Enter the PIN again to sign. This does not count as a wrong try."}},
    PROTOCOL_ENTRY(SadSequenceStale, "Số thứ tự của SAD đã cũ.", "The sequence number of the SAD is stale.",
                   "Xin số thử mới rồi ký lại.", "Ask for a new challenge and sign again."),
    PROTOCOL_ENTRY(SadNotYours, "SAD không thuộc dịch vụ, người dùng, thiết bị hoặc khoá này.", "The SAD is not for this service, user, device or credential.",
                   "Kiểm tra aud, sub, dev và cid.", "Check aud, sub, dev and cid."),
    PROTOCOL_ENTRY(SadCredentialUnusable, "Khoá hoặc chứng thư hiện không dùng để ký được.", "The credential or certificate cannot sign now.",
                   "Kiểm tra trạng thái chứng thư.", "Check the state of the certificate."),
    PROTOCOL_ENTRY(SadAlgorithmRefused, "Thuật toán không nằm trong danh sách cho phép.", "The algorithm is not on the list of allowed ones.",
                   "Dùng SHA-256 với RSA hoặc ECDSA của khoá.", "Use SHA-256 with the key's RSA or ECDSA."),
    PROTOCOL_ENTRY(SadHashMismatch, "Giá trị băm không phải của tài liệu trong giao dịch.", "The hash is not that of the transaction's document.",
                   "Tính lại từ đúng tệp đã tải.", "Compute it again from the file as downloaded."),
    PROTOCOL_ENTRY(SadDocumentMismatch, "Tài liệu đã hiện khác tài liệu của giao dịch.", "The document shown is not the transaction's.",
                   "Tải lại tài liệu, đọc rồi ký lại.", "Download the document again, read it and sign again."),
    PROTOCOL_ENTRY(SadAlreadyUsed, "Lần uỷ quyền ký này đã được dùng.", "This authorisation was used already.",
                   "Lấy chữ ký đã có bằng GET, hoặc xin số thử mới.", "Fetch the existing signature by GET, or ask for a new challenge."),
    PROTOCOL_ENTRY(SadOutcomeUnknown, "Chưa rõ chữ ký đã được tạo hay chưa nên lần uỷ quyền này không dùng lại.", "It is not known whether a signature was made, so this authorisation is not used again.",
                   "Xin số thử mới rồi ký lại.", "Ask for a new challenge and sign again."),
    {FailureCode::HsmUnavailable, ByPerson, Page, Remedy::TryAgain,
     {"Dịch vụ chưa ký được lúc này", "The service cannot sign right now"},
     {"Thiết bị bảo mật của dịch vụ chưa trả lời.", "The service's security module does not answer."},
     {"Thử lại sau vài phút. Lần này không tính là nhập sai mã PIN.", "Try again in a few minutes. This does not count as a wrong PIN."}},
#undef PROTOCOL_ENTRY
};
// clang-format on

struct RuleText {
    PinRule rule;
    Bilingual text;
};

constexpr RuleText ruleTexts[] = {
    {PinRule::Repetition, {"Mã lặp lại ít chữ số.", "It repeats few digits."}},
    {PinRule::Run, {"Các số liền nhau thường bị thử đầu tiên.", "Consecutive digits are tried first."}},
    {PinRule::Date, {"Mã là một ngày tháng.", "It is a date."}},
    {PinRule::KeypadPattern, {"Mã đi theo một đường trên bàn phím.", "It follows a line on the keypad."}},
    {PinRule::Mirror, {"Mã lặp lại hoặc đối xứng.", "It is mirrored or repeated."}},
    {PinRule::OwnDigits,
     {"Mã nằm trong số điện thoại, số căn cước hoặc ngày sinh của Quý khách.",
      "It is part of your phone number, id number or birthday."}},
    {PinRule::Common, {"Mã này được nhiều người dùng.", "Many people use this PIN."}},
};

std::string durationText(Seconds duration, Language language)
{
    const auto seconds = duration.count();
    const auto unit = [&](long long count, std::string_view vi, std::string_view one, std::string_view many) {
        return std::to_string(count) + ' ' +
               std::string(language == Language::Vietnamese ? vi
                           : count == 1                     ? one
                                                            : many);
    };
    if (seconds >= 3600 && seconds % 3600 == 0)
        return unit(seconds / 3600, "giờ", "hour", "hours");
    if (seconds >= 60 && seconds % 60 == 0)
        return unit(seconds / 60, "phút", "minute", "minutes");
    if (seconds > 60)
        return unit(seconds / 60, "phút", "minute", "minutes") + ' ' +
               unit(seconds % 60, "giây", "second", "seconds");
    return unit(seconds, "giây", "second", "seconds");
}

/// "10:17, 22/11/2026" on the person's clock, in both languages.
std::string timeText(UtcTime time, Seconds utcOffset)
{
    const auto text = toRfc3339(time + utcOffset);
    return text.substr(11, 5) + ", " + text.substr(8, 2) + '/' + text.substr(5, 2) + '/' + text.substr(0, 4);
}

std::optional<std::string> valueOf(std::string_view name, const FailureFacts &facts, Language language,
                                   Seconds utcOffset)
{
    const auto number = [](const std::optional<int> &value) {
        return value ? std::optional(std::to_string(*value)) : std::nullopt;
    };
    const auto duration = [&](const std::optional<Seconds> &value) {
        return value ? std::optional(durationText(*value, language)) : std::nullopt;
    };
    if (name == "triesLeft")
        return number(facts.triesLeft);
    if (name == "triesUntilBlocked")
        return number(facts.triesUntilBlocked);
    if (name == "retryAfter")
        return duration(facts.retryAfter);
    if (name == "nextLock")
        return duration(facts.nextLock);
    if (name == "at")
        return facts.at ? std::optional(timeText(*facts.at, utcOffset)) : std::nullopt;
    if (name == "subject")
        return facts.subject;
    if (name == "pinRule") {
        const auto rule = facts.pinRule.value_or(PinRule::Common);
        return std::string(ruleTexts[static_cast<std::size_t>(rule)].text.in(language));
    }
    return std::nullopt;
}

/// Fills {names}; a [passage] goes when one of its names has no value.
std::string filled(std::string_view pattern, const FailureFacts &facts, Language language, Seconds utcOffset)
{
    std::string text;
    std::size_t passageStart = std::string::npos;
    bool complete = true;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '[') {
            passageStart = text.size();
            complete = true;
        } else if (pattern[i] == ']') {
            if (!complete)
                text.resize(passageStart);
            passageStart = std::string::npos;
        } else if (pattern[i] == '{') {
            const auto end = pattern.find('}', i);
            const auto value = valueOf(pattern.substr(i + 1, end - i - 1), facts, language, utcOffset);
            complete = complete && value.has_value();
            text += value.value_or(std::string());
            i = end;
        } else {
            text += pattern[i];
        }
    }
    return trimmed(text);
}

} // namespace

const FailureEntry &catalogueEntry(FailureCode code)
{
    return entries[static_cast<std::size_t>(code)];
}

FailureText describe(const Failure &failure, Language language, Seconds utcOffset)
{
    const auto &entry = catalogueEntry(failure.code);
    const auto fill = [&](const Bilingual &text) {
        return filled(text.in(language), failure.facts, language, utcOffset);
    };
    return {.title = fill(entry.title), .why = fill(entry.why), .action = fill(entry.action)};
}

} // namespace smartca
