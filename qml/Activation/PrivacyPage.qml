// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Smartca.Design

/// What the service uses, before anything is typed.
JourneyPage {
    id: page

    property bool whole: false

    step: 0
    //: Title of the privacy page
    title: qsTr("Thông tin SmartCA sử dụng")
    //: Under the title of the privacy page
    subtitle: qsTr("Họ tên, số căn cước, email, số điện thoại: chỉ để cấp chứng thư.")

    Card {
        width: parent.width

        FactRow {
            width: parent.width
            //: Privacy page: heading of a fact
            label: qsTr("Dùng để làm gì")
            //: Privacy page: what the data is for
            value: qsTr("Ghi vào chứng thư số và gửi email kích hoạt")
        }
        FactRow {
            width: parent.width
            //: Privacy page: heading of a fact
            label: qsTr("Ở lại trên máy này")
            //: Privacy page: what never leaves the device
            value: qsTr("Mã PIN, vân tay và khuôn mặt không được lưu và không được gửi đi")
        }
        FactRow {
            width: parent.width
            divided: false
            //: Privacy page: heading of a fact
            label: qsTr("Nhật ký lỗi")
            //: Privacy page: what the log holds
            value: qsTr("Không chứa mật khẩu, mã PIN hay tài liệu")
        }
    }
    Column {
        width: parent.width
        visible: page.whole
        spacing: 12

        Label {
            width: parent.width
            //: Full privacy text, first paragraph
            text: qsTr("Dịch vụ nhận họ tên, số căn cước, email và số điện thoại khi Quý khách đăng ký, và dùng chúng để cấp chứng thư số, gửi email kích hoạt và hỗ trợ qua tổng đài.")
        }
        Label {
            width: parent.width
            //: Full privacy text, second paragraph
            text: qsTr("Họ tên và số căn cước nằm trong chứng thư số. Người nhận tài liệu do Quý khách ký sẽ đọc được chúng.")
        }
        Label {
            width: parent.width
            //: Full privacy text, third paragraph
            text: qsTr("Trên máy này, SmartCA chỉ giữ những gì cần để tiếp tục kích hoạt và để ký, và giữ ở dạng đã mã hoá. Mã PIN không được lưu ở đâu cả.")
        }
        Label {
            width: parent.width
            //: Full privacy text, last paragraph; %1 is the hotline's number
            text: qsTr("Để xem, sửa hoặc xoá thông tin, Quý khách gọi %1.").arg(page.activation.hotline)
        }
    }

    action: Button {
        width: parent.width
        focus: true
        //: Primary button of the privacy page
        text: qsTr("Đồng ý và tiếp tục")
        onActivated: page.activation.acceptPrivacy()
    }
    furtherActions: Button {
        width: parent.width
        visible: !page.whole
        kind: Button.Plain
        //: Button of the privacy page: shows the whole text
        text: qsTr("Đọc đầy đủ")
        onActivated: page.whole = true
    }
}
