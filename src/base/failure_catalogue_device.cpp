// SPDX-License-Identifier: Apache-2.0
#include "base/failure_catalogue.h"

namespace smartca {
namespace {

using enum Retry;
using enum Presentation;

// clang-format off
constexpr FailureEntry deviceEntries[] = {
    // ---- biometrics
    {FailureCode::BiometricMissing, ByPerson, Page, Remedy::OpenSettings,
     {"[{subject=noHardware}Máy không có đầu đọc vân tay|{subject=serviceMissing}Chưa dùng được đầu đọc vân tay|Máy chưa có vân tay dùng được]",
      "[{subject=noHardware}No fingerprint reader on this device|{subject=serviceMissing}The fingerprint reader cannot be used|No usable fingerprint on this device]"},
     {"[{subject=noHardware}Chỉ vân tay hoặc khuôn mặt loại bảo mật cao mới xác nhận được; máy này không có đầu đọc.|{subject=serviceMissing}Phần mềm của đầu đọc vân tay trên máy này không trả lời.|Chỉ vân tay hoặc khuôn mặt loại bảo mật cao mới xác nhận được; máy này chưa cài.]",
      "[{subject=noHardware}Only a strong fingerprint or face can confirm; this device has no reader.|{subject=serviceMissing}The fingerprint reader's software on this device does not answer.|Only a strong fingerprint or face can confirm; none is set up on this device.]"},
     {"[{subject=noHardware}Gắn đầu đọc rồi thử lại, hoặc gọi tổng đài để nhận mã mới cho một máy có đầu đọc.|{subject=serviceMissing}Khởi động lại máy rồi thử lại. Nếu vẫn lỗi, gọi tổng đài và đọc mã lỗi.|Bấm nút dưới, chọn mục Vân tay, thêm một ngón rồi quay lại.]",
      "[{subject=noHardware}Attach a reader and try again, or call the help line for a new code to use on a device that has one.|{subject=serviceMissing}Restart the device and try again. If it happens again, call the help line and read out the code.|Press the button below, choose Fingerprint, add a finger and come back.]"},
     Bilingual{"[{subject=noHardware}Gắn đầu đọc rồi chạy lại lệnh, hoặc gọi tổng đài để nhận mã mới cho một máy có đầu đọc.|{subject=serviceMissing}Kiểm tra dịch vụ fprintd đã được cài và đang chạy, rồi chạy lại lệnh.|Thêm một vân tay trong cài đặt của máy, rồi chạy lại lệnh.]",
               "[{subject=noHardware}Attach a reader and run the command again, or call the help line for a new code to use on a device that has one.|{subject=serviceMissing}Check that the service fprintd is installed and running, then run the command again.|Add a finger in the settings of the device, then run the command again.]"}},
    {FailureCode::BiometricCancelled, ByPerson, Inline, Remedy::TryAgain,
     {"Chưa xác nhận vân tay", "Not confirmed yet"},
     {"Việc xác nhận đã được đóng lại.", "The prompt was closed."},
     {"Bấm nút dưới khi sẵn sàng.", "Press the button below when ready."},
     Bilingual{"Chạy lại lệnh khi sẵn sàng, rồi đặt ngón tay lên đầu đọc.", "Run the command again when ready, then place the finger on the reader."}},
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
     {"Bấm nút dưới, đặt khoá màn hình rồi quay lại.", "Press the button below, set a screen lock and come back."},
     Bilingual{"Đặt khoá màn hình trong cài đặt của máy, rồi chạy lại lệnh.", "Set a screen lock in the settings of the device, then run the command again."}},

    // ---- keys of this device
    {FailureCode::KeysNotOnDevice, Never, Page, Remedy::Reactivate,
     {"Khoá không còn trên điện thoại này", "The keys are not on this phone"},
     {"Do cài lại ứng dụng hoặc đổi khoá màn hình, không phải do mã PIN.", "Because the app was reinstalled or the screen lock changed, not because of the PIN."},
     {"Kích hoạt lại trên điện thoại này bằng mã mới.", "Activate again on this phone with a new code."}},
    {FailureCode::KeyStoreUnusable, ByPerson, Page, Remedy::TryAgain,
     {"Chưa mở được kho khoá của máy", "The device's key store cannot be opened"},
     {"Kho khoá đang khoá hoặc trả lời lỗi; các khoá chưa mất.", "It is locked or reports an error; the keys are not lost."},
     {"Mở khoá màn hình hoặc đăng nhập lại vào máy, rồi thử lại.", "Unlock the screen or sign in to the device again, then retry."}},
    {FailureCode::KeysRevoked, Never, Page, Remedy::Reactivate,
     {"Khoá trên máy này đã bị thu hồi", "This device's keys were revoked"},
     {"Các khoá thuộc một lần kích hoạt đã kết thúc.", "They belong to an activation that has ended."},
     {"Kích hoạt lại: SmartCA tạo khoá mới, mã kích hoạt vẫn dùng được.", "Activate again: SmartCA makes new keys, and the activation code is still good."}},

    // ---- this installation
    {FailureCode::DiskFull, ByPerson, Page, Remedy::TryAgain,
     {"Máy đã hết chỗ trống", "The device is out of space"},
     {"Chưa ghi được bước này nên SmartCA chưa làm tiếp.", "This step could not be saved, so SmartCA did not go on."},
     {"Xoá bớt tệp không dùng rồi thử lại. Các bước trước vẫn được giữ.", "Free some space and try again. Earlier steps are kept."}},
    {FailureCode::DiskFailed, ByPerson, Page, Remedy::TryAgain,
     {"Chưa ghi được vào máy", "Nothing could be written to the device"},
     {"Thư mục của SmartCA không ghi được.", "SmartCA's folder cannot be written."},
     {"Kiểm tra quyền ghi của thư mục rồi thử lại. Các bước trước vẫn được giữ.", "Check the folder's permissions and try again. Earlier steps are kept."}},
    {FailureCode::HomeInUse, ByPerson, Page, Remedy::TryAgain,
     {"SmartCA đang mở ở nơi khác", "SmartCA is already open"},
     {"Một cửa sổ SmartCA khác đang dùng dữ liệu này.", "Another SmartCA window is working with this data."},
     {"Làm tiếp trong cửa sổ đang mở, hoặc đóng cửa sổ đó rồi thử lại.", "Go on in the open window, or close it and try again."},
     Bilingual{"Đóng cửa sổ đó, hoặc chờ lệnh đang chạy trên thư mục này kết thúc, rồi chạy lại lệnh.", "Close it, or wait until the command at work on this folder has ended, then run the command again."}},
    {FailureCode::JournalUnreadable, Never, Page, Remedy::Reactivate,
     {"Không đọc được tiến trình đã lưu", "The saved progress cannot be read"},
     {"Tệp tiến trình trên máy đã hỏng hoặc thuộc máy khác.", "The file on this device is damaged or was made on another device."},
     {"Kích hoạt lại bằng mã mới. Chưa có chữ ký nào bị mất.", "Activate again with a new code. No signature was lost."}},
    {FailureCode::JournalAhead, Never, Page, Remedy::CallHotline,
     {"Tiến trình trên máy đi trước dịch vụ", "The saved progress is ahead of the service"},
     {"Dịch vụ không có bước mà máy đã lưu, có thể do dịch vụ được khôi phục từ bản cũ.", "The service does not know a step this device has saved; it may have been restored from an older copy."},
     {"Không làm lại bước nào. Gọi tổng đài và đọc mã lỗi.", "No step is repeated. Call the help line and read out the code."}},
    {FailureCode::JournalForeign, Never, Page, Remedy::Reactivate,
     {"Tiến trình thuộc tài khoản khác", "The saved progress belongs to another account"},
     {"Dữ liệu trên máy không thuộc tài khoản hoặc thiết bị này.", "What is saved does not belong to this account or device."},
     {"[Chọn thư mục riêng cho tài khoản này bằng {subject}.|Kích hoạt lại bằng mã trong email của Quý khách.]", "[Give this account a folder of its own with {subject}.|Activate again with the code in your email.]"}},
    {FailureCode::AppTooOld, Never, Page, Remedy::UpdateApp,
     {"Cần cập nhật ứng dụng", "The app needs an update"},
     {"Dịch vụ cần phiên bản mới hơn[ ({subject})].", "The service needs a newer version[ ({subject})]."},
     {"Cập nhật xong, mở lại là tiếp tục đúng bước này. Chưa biết cách cập nhật thì gọi tổng đài.", "After the update, open the app again to continue at this step. The help line can tell you how to update."},
     Bilingual{"Cập nhật xong, chạy lại lệnh là tiếp tục đúng bước này. Chưa biết cách cập nhật thì gọi tổng đài.", "After the update, run the command again to continue at this step. The help line can tell you how to update."}},
    {FailureCode::InputInvalid, ByPerson, Page, Remedy::EditDetails,
     {"Dữ liệu đưa vào chưa đúng", "The input is not right"},
     {"Thiếu hoặc sai một mục[: {subject}].", "Something is missing or malformed[: {subject}]."},
     {"Xem mẫu bằng lệnh smartca-cli --help rồi chạy lại.", "See smartca-cli --help for the form and run it again."}},
};
// clang-format on

} // namespace

std::span<const FailureEntry> deviceFailures()
{
    return deviceEntries;
}

} // namespace smartca
