// SPDX-License-Identifier: Apache-2.0
#include "base/failure_catalogue.h"

namespace smartca {
namespace {

using enum Retry;
using enum Presentation;

// clang-format off
constexpr FailureEntry secretsEntries[] = {
    {FailureCode::PasswordWeak, ByPerson, Inline, Remedy::ChooseAnotherPassword,
     {"Mật khẩu chưa đủ mạnh", "The password is not strong enough"},
     {"Mật khẩu cần đúng độ dài, có chữ hoa, chữ thường, chữ số và ký tự đặc biệt, không có khoảng trắng.", "It needs the right length, upper case, lower case, a digit and a special character, and no spaces."},
     {"Sửa phần chưa đạt trong danh sách dưới ô mật khẩu.", "Complete what the list below the field does not tick yet."},
     Bilingual{"Chọn mật khẩu[ dài {subject}] theo đúng các quy tắc này, rồi chạy lại lệnh.", "Choose one[ of {subject}] that keeps these rules, then run the command again."}},
    {FailureCode::PasswordsUnequal, ByPerson, Inline, Remedy::ChooseAnotherPassword,
     {"Hai mật khẩu chưa giống nhau", "The two passwords differ"},
     {"Mật khẩu nhập lại khác mật khẩu ở trên.", "The repeated password is not the one above."},
     {"Nhập lại, bấm hình con mắt để xem chữ đang gõ.", "Type it again; press the eye to see what is typed."},
     Bilingual{"Chạy lại lệnh với mật khẩu đã chọn.", "Run the command again with the password that was chosen."}},
    {FailureCode::PasswordNotAscii, ByPerson, Inline, Remedy::ChooseAnotherPassword,
     {"Mật khẩu không dùng chữ có dấu", "No accented letters in a password"},
     {"Có thể bộ gõ tiếng Việt đã thêm dấu vào chữ.", "A Vietnamese input method may have changed the letters."},
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
     {"[Còn {triesLeft} lần trước khi tạm khoá {nextLock}.|Còn {lastTries} lần trước khi mã PIN bị khoá hẳn và khoá ký bị huỷ.|Mã vừa nhập không phải mã PIN đã tạo.]",
      "[Tries left before a lock of {nextLock}: {triesLeft}.|Tries left before the PIN is blocked for good and the signing key destroyed: {lastTries}.|What was entered is not the PIN that was created.]"},
     {"Nhập lại mã PIN. Biên bản vẫn được giữ.", "Enter the PIN again. The record is kept."}},
    {FailureCode::PinLocked, ByPerson, Page, Remedy::CloseAndReturn,
     {"Mã PIN tạm khoá", "The PIN is locked for now"},
     {"Mã PIN đã được nhập sai nhiều lần.", "The PIN was entered wrongly several times."},
     {"[Nhập lại được lúc {at}.|Quay lại sau rồi nhập lại mã PIN.] Biên bản vẫn được giữ, có thể đóng ứng dụng.", "[It can be entered again at {at}.|Come back later and enter the PIN again.] The record is kept; the app may be closed."},
     Bilingual{"[Chạy lại lệnh với mã PIN từ lúc {at}.|Chạy lại lệnh với mã PIN sau một lúc.] Biên bản vẫn được giữ.", "[Run the command again with the PIN from {at} on.|Run the command again with the PIN after a while.] The record is kept."}},
    {FailureCode::PinBlocked, Never, Page, Remedy::Reactivate,
     {"Mã PIN đã bị khoá", "The PIN is blocked"},
     {"Đã nhập sai quá nhiều lần nên khoá ký đã huỷ để bảo vệ Quý khách.", "It was entered wrongly too many times, so the signing key was destroyed to protect you."},
     {"Cần kích hoạt lại bằng mã mới. Bấm Nhận mã mới.", "Activate again with a new code. Press Get a new code."},
     Bilingual{"Gọi tổng đài để nhận mã mới, rồi chạy lại lệnh với mã đó.", "Call the help line for a new code, then run the command again with it."}},
};
// clang-format on

} // namespace

std::span<const FailureEntry> secretFailures()
{
    return secretsEntries;
}

} // namespace smartca
