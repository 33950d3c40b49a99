// SPDX-License-Identifier: Apache-2.0
#include "ui/biometric_view_model.h"

#include "device/failures.h"
#include "ui/words.h"

namespace smartca::ui {

using device::BiometricAvailability;
using device::BiometricKind;

BiometricViewModel::BiometricViewModel(JourneySource &source, QObject *parent)
    : QObject(parent), source_(source)
{}

bool BiometricViewModel::face() const
{
    return facts_.kind == BiometricKind::Face;
}

BiometricViewModel::Reason BiometricViewModel::reason() const
{
    switch (facts_.availability) {
    case BiometricAvailability::Available:
        return Reason::None;
    case BiometricAvailability::NoHardware:
        return Reason::NoHardware;
    case BiometricAvailability::NoneEnrolled:
        return Reason::NoneEnrolled;
    case BiometricAvailability::NoScreenLock:
        return Reason::NoScreenLock;
    case BiometricAvailability::LockedOut:
        return Reason::LockedOut;
    case BiometricAvailability::ServiceMissing:
        return Reason::ServiceMissing;
    case BiometricAvailability::WeakOnly:
        return Reason::WeakOnly;
    }
    return Reason::NoHardware;
}

QString BiometricViewModel::code() const
{
    return available() ? QString()
                       : toQString(codeText(device::biometricUnavailable(facts_.availability).code));
}

bool BiometricViewModel::optional() const
{
    return source_.state().facts.biometric == activation::BiometricRule::Optional;
}

bool BiometricViewModel::asking() const
{
    const auto *stage = std::get_if<activation::ConfirmingBiometric>(&source_.state().stage);
    return stage && stage->asking;
}

QString BiometricViewModel::askingText() const
{
    return face() ? //: button while the system looks for the face
               tr("Đang chờ khuôn mặt")
                  : //: button while the system waits for the finger
               tr("Đang chờ vân tay");
}

QString BiometricViewModel::title() const
{
    switch (reason()) {
    case Reason::None:
        if (face())
            //: page title: confirm with the face
            return tr("Xác nhận bằng khuôn mặt");
        //: page title: confirm with a finger
        return tr("Xác nhận bằng vân tay");
    case Reason::NoHardware:
        //: page title: the device cannot read fingers or faces
        return tr("Máy không có đầu đọc vân tay");
    case Reason::ServiceMissing:
        //: page title: the reader's system service is not running
        return tr("Chưa dùng được đầu đọc vân tay");
    case Reason::NoneEnrolled:
        if (face())
            //: page title: no face is set up
            return tr("Điện thoại chưa có\nkhuôn mặt nào");
        //: page title: no finger is set up
        return tr("Điện thoại chưa có\nvân tay nào");
    case Reason::WeakOnly:
        //: page title: a biometric is set up, but not one that may release a key
        return tr("Cần vân tay để xác nhận");
    case Reason::NoScreenLock:
        //: page title
        return tr("Máy chưa có khoá màn hình");
    case Reason::LockedOut:
        if (face())
            //: page title: too many mismatches
            return tr("Khuôn mặt tạm khoá");
        //: page title: too many mismatches
        return tr("Vân tay tạm khoá");
    }
    return {};
}

QString BiometricViewModel::text() const
{
    switch (reason()) {
    case Reason::None:
        //: below the title
        return tr("Để chắc chắn Quý khách đang giữ điện thoại này.");
    case Reason::NoHardware:
    case Reason::ServiceMissing:
        if (optional())
            //: the step may be skipped
            return tr("Máy này có thể bỏ qua bước xác nhận. Mỗi lần ký vẫn dùng mã PIN.");
        //: the step may not be skipped
        return tr("Cần xác nhận trên một máy có vân tay hoặc khuôn mặt loại bảo mật cao.");
    case Reason::NoneEnrolled:
        //: below the title
        return tr("Thêm một vân tay để xác nhận. Mất khoảng 1 phút.");
    case Reason::WeakOnly:
        //: face unlock is on, but it is not a strong biometric
        return tr("Mở khoá bằng khuôn mặt trên máy này chưa đủ bảo mật. Hãy thêm một vân tay.");
    case Reason::NoScreenLock:
        //: below the title
        return tr("Khoá màn hình bảo vệ vân tay và khoá ký trên máy.");
    case Reason::LockedOut:
        //: below the title
        return tr("Mở khoá màn hình bằng mã khoá máy, rồi thử lại.");
    }
    return {};
}

QStringList BiometricViewModel::lines() const
{
    switch (reason()) {
    case Reason::None:
        return {
            face() ? //: first of two reassuring lines: title
                tr("Khuôn mặt không rời điện thoại")
                   : //: first of two reassuring lines: title
                tr("Vân tay không rời điện thoại"),
            //: first of two reassuring lines: detail
            tr("SmartCA không nhận và không lưu."),
            //: second of two reassuring lines: title
            tr("Lần ký đầu tiên dùng mã PIN"),
            //: second of two reassuring lines: detail
            tr("Mã PIN vừa tạo ở bước trước."),
        };
    case Reason::NoneEnrolled:
    case Reason::WeakOnly:
        //: first of three steps, each with an empty detail
        return {tr("Bấm nút dưới, chọn mục Vân tay"),
                {},
                //: second of three steps
                tr("Thêm một ngón tay hay dùng"),
                {},
                //: last of three steps
                tr("Quay lại đây, ứng dụng sẽ tự nhận ra"),
                {}};
    case Reason::NoScreenLock:
        //: first of two steps, each with an empty detail
        return {tr("Bấm nút dưới, chọn mục Khoá màn hình"),
                {},
                //: last of two steps
                tr("Đặt mã khoá máy, rồi quay lại đây"),
                {}};
    default:
        return {};
    }
}

QString BiometricViewModel::warning() const
{
    if (!available())
        return {};
    if (face())
        //: a warning before confirming
        return tr("Mọi khuôn mặt đã lưu trong máy đều dùng được. Nếu có khuôn mặt người khác, hãy xoá "
                  "trước.");
    //: a warning before confirming
    return tr("Mọi vân tay đã lưu trong máy đều dùng được. Nếu có vân tay người khác, hãy xoá trước.");
}

QString BiometricViewModel::primaryText() const
{
    switch (reason()) {
    case Reason::None:
        if (face())
            //: button: opens the system's prompt
            return tr("Xác nhận bằng khuôn mặt");
        //: button: opens the system's prompt
        return tr("Xác nhận bằng vân tay");
    case Reason::NoneEnrolled:
    case Reason::WeakOnly:
    case Reason::NoScreenLock:
        //: button: the system's settings page
        return tr("Mở Cài đặt điện thoại");
    case Reason::NoHardware:
    case Reason::ServiceMissing:
        if (optional())
            //: button: go on without confirming by finger or face
            return tr("Tiếp tục không dùng vân tay");
        [[fallthrough]];
    case Reason::LockedOut:
        //: button: look again whether the biometric can be used
        return tr("Thử lại");
    }
    return {};
}

QString BiometricViewModel::secondaryText() const
{
    const bool primarySkips = reason() == Reason::NoHardware || reason() == Reason::ServiceMissing;
    //: button: skip confirming by finger or face for now
    return optional() && !primarySkips && !asking() ? tr("Để sau") : QString();
}

void BiometricViewModel::primary()
{
    switch (reason()) {
    case Reason::None:
        source_.submit(activation::BiometricRequested{});
        return;
    case Reason::NoneEnrolled:
    case Reason::WeakOnly:
    case Reason::NoScreenLock:
        if (!source_.openBiometricSettings())
            Q_EMIT settingsNotOpened();
        return;
    case Reason::NoHardware:
    case Reason::ServiceMissing:
        if (optional()) {
            source_.submit(activation::BiometricSkipped{});
            return;
        }
        [[fallthrough]];
    case Reason::LockedOut:
        look();
    }
}

void BiometricViewModel::skip()
{
    if (optional())
        source_.submit(activation::BiometricSkipped{});
}

bool BiometricViewModel::isHere() const
{
    return std::holds_alternative<activation::ConfirmingBiometric>(source_.state().stage);
}

void BiometricViewModel::look()
{
    // While the prompt is open the reader is asked for a finger, and for nothing else.
    if (!isHere() || asking())
        return;
    facts_ = source_.biometric();
    Q_EMIT changed();
}

void BiometricViewModel::refresh()
{
    // The gate is asked only where its answer is shown: a reader takes time to answer.
    if (isHere() && !looked_)
        facts_ = source_.biometric();
    looked_ = isHere();
    Q_EMIT changed();
}

} // namespace smartca::ui
