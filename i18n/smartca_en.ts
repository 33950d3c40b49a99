<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
    <context>
        <name>BiometricPage</name>
        <message>
            <source>Bấm xong, điện thoại sẽ yêu cầu quét khuôn mặt.</source>
            <extracomment>Over the button of the biometric page: what the phone will do then, with a face</extracomment>
            <translation>The phone will then ask to see your face.</translation>
        </message>
        <message>
            <source>Bấm xong, điện thoại sẽ yêu cầu chạm vân tay.</source>
            <extracomment>Over the button of the biometric page: what the phone will do then, with a finger</extracomment>
            <translation>The phone will then ask for your fingerprint.</translation>
        </message>
    </context>
    <context>
        <name>CertificatePage</name>
        <message>
            <source>Kiểm tra thông tin
trên chứng thư số</source>
            <extracomment>Title of the page where the subscriber checks the certificate; the line break keeps the halves together</extracomment>
            <translation>Check the details
on your certificate</translation>
        </message>
        <message>
            <source>Chứng thư số cá nhân của</source>
            <extracomment>On the certificate, above the holder's name</extracomment>
            <translation>Personal certificate of</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <extracomment>On the certificate page: the holder's birthday</extracomment>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>Tổ chức cấp</source>
            <extracomment>On the certificate page: who issued it</extracomment>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>Số sê-ri</source>
            <extracomment>On the certificate page: the certificate's serial number</extracomment>
            <translation>Serial number</translation>
        </message>
        <message>
            <source>Có hiệu lực từ</source>
            <extracomment>On the certificate page: first day of validity</extracomment>
            <translation>Valid from</translation>
        </message>
        <message>
            <source>Đến hết</source>
            <extracomment>On the certificate page: last day of validity</extracomment>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>Hãy đối chiếu họ tên và số căn cước với giấy tờ của Quý khách.</source>
            <extracomment>Under the certificate: what to compare it with</extracomment>
            <translation>Compare the name and the ID number with your identity document.</translation>
        </message>
        <message>
            <source>Thông tin đúng</source>
            <extracomment>Button: the data on the certificate is right</extracomment>
            <translation>The details are right</translation>
        </message>
        <message>
            <source>Thông tin chưa đúng</source>
            <extracomment>Button: some of the data on the certificate is wrong</extracomment>
            <translation>Something is wrong</translation>
        </message>
    </context>
    <context>
        <name>ChecklistRow</name>
        <message>
            <source>%1: đạt</source>
            <extracomment>Said by screen readers for a rule that is met; %1 is the rule, for example "Có chữ hoa"</extracomment>
            <translation>%1: met</translation>
        </message>
        <message>
            <source>%1: chưa đạt</source>
            <extracomment>Said by screen readers for a rule that is not met yet; %1 is the rule</extracomment>
            <translation>%1: not met</translation>
        </message>
    </context>
    <context>
        <name>DetailsPage</name>
        <message>
            <source>Nhập thông tin
trong email kích hoạt</source>
            <extracomment>Title of the page where username and code are entered; the line break keeps the halves together</extracomment>
            <translation>Enter the details
from your activation email</translation>
        </message>
        <message>
            <source>Dán từ email</source>
            <extracomment>Button: takes username and code from the copied e-mail</extracomment>
            <translation>Paste from email</translation>
        </message>
        <message>
            <source>hoặc nhập tay</source>
            <extracomment>Between the paste button and the fields</extracomment>
            <translation>or type it in</translation>
        </message>
        <message>
            <source>Tên đăng nhập</source>
            <extracomment>Label of the field for the username from the e-mail</extracomment>
            <translation>Username</translation>
        </message>
        <message>
            <source>Mã kích hoạt</source>
            <extracomment>Label of the field for the activation code from the e-mail</extracomment>
            <translation>Activation code</translation>
        </message>
        <message>
            <source>(8 ký tự)</source>
            <extracomment>Beside the label of the activation code: how long it is</extracomment>
            <translation>(8 characters)</translation>
        </message>
        <message>
            <source>Đã nhận mã kích hoạt</source>
            <extracomment>Heading of the banner when a link or QR code brought the activation code</extracomment>
            <translation>Activation code received</translation>
        </message>
        <message>
            <source>Nhập mã bằng tay</source>
            <extracomment>Button: type the code instead of using the one the link brought</extracomment>
            <translation>Type the code</translation>
        </message>
        <message>
            <source>Chưa nhận được email?</source>
            <extracomment>Button: opens the sheet for those whose e-mail is not there</extracomment>
            <translation>No email yet?</translation>
        </message>
        <message>
            <source>Gửi lại email kích hoạt</source>
            <extracomment>Button under "paste again": opens the sheet that sends the e-mail again</extracomment>
            <translation>Send the activation email again</translation>
        </message>
        <message>
            <source>Nhận mã mới</source>
            <extracomment>Heading of the banner when a new activation code was asked for</extracomment>
            <translation>Get a new code</translation>
        </message>
        <message>
            <source>Đã gửi yêu cầu</source>
            <extracomment>Heading of the banner after the e-mail was sent again</extracomment>
            <translation>Request sent</translation>
        </message>
        <message>
            <source>Nhập tay</source>
            <extracomment>Button under "paste again" when the pasted text held nothing: back to the fields</extracomment>
            <translation>Type it in</translation>
        </message>
    </context>
    <context>
        <name>DisplaySettings</name>
        <message>
            <source>Ngôn ngữ</source>
            <extracomment>Heading over the choice between Vietnamese and English</extracomment>
            <translation>Language</translation>
        </message>
        <message>
            <source>Cỡ chữ</source>
            <extracomment>Heading over the choice of the text size</extracomment>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Giao diện</source>
            <extracomment>Heading over the choice between light and dark</extracomment>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Theo máy</source>
            <extracomment>Theme: as the system has it</extracomment>
            <translation>System</translation>
        </message>
        <message>
            <source>Sáng</source>
            <extracomment>Theme: light</extracomment>
            <translation>Light</translation>
        </message>
        <message>
            <source>Tối</source>
            <extracomment>Theme: dark</extracomment>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Giảm chuyển động</source>
            <extracomment>Switch: no moving parts on the screen</extracomment>
            <translation>Reduce motion</translation>
        </message>
    </context>
    <context>
        <name>DonePage</name>
        <message>
            <source>Người ký</source>
            <extracomment>On the last page: who signed</extracomment>
            <translation>Signer</translation>
        </message>
        <message>
            <source>Thời gian ký</source>
            <extracomment>On the last page: when it was signed</extracomment>
            <translation>Signed at</translation>
        </message>
        <message>
            <source>Tài liệu</source>
            <extracomment>On the last page: which document was signed</extracomment>
            <translation>Document</translation>
        </message>
        <message>
            <source>Kết quả kiểm tra</source>
            <extracomment>On the last page: what the app's own check of the signature found</extracomment>
            <translation>Verification</translation>
        </message>
        <message>
            <source>Xem biên bản</source>
            <extracomment>Button on the last page: shows the signed record</extracomment>
            <translation>View record</translation>
        </message>
        <message>
            <source>Lưu tệp</source>
            <extracomment>Button on the last page: saves the signed record as a file</extracomment>
            <translation>Save file</translation>
        </message>
        <message>
            <source>Về trang chủ</source>
            <extracomment>Button on the last page</extracomment>
            <translation>Go to home</translation>
        </message>
        <message>
            <source>Chờ nộp xong biên bản</source>
            <extracomment>Button on the last page while the record is being handed in: what it waits for</extracomment>
            <translation>Wait until it is handed in</translation>
        </message>
    </context>
    <context>
        <name>FailureCode</name>
        <message>
            <source>Mã lỗi %1, bấm để sao chép</source>
            <extracomment>Name of the button with a failure code, for screen readers; %1 is the code, for example ACT-203</extracomment>
            <translation>Failure code %1, press to copy</translation>
        </message>
        <message>
            <source>Đã sao chép mã lỗi</source>
            <extracomment>Said by screen readers after the failure code was copied</extracomment>
            <translation>Failure code copied</translation>
        </message>
    </context>
    <context>
        <name>HelpSheet</name>
        <message>
            <source>Trợ giúp</source>
            <extracomment>Title of the sheet behind the question mark</extracomment>
            <translation>Help</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Kính gửi Quý khách</source>
            <extracomment>On the home page, over the subscriber&apos;s name</extracomment>
            <translation>Welcome</translation>
        </message>
        <message>
            <source>Chứng thư số cá nhân</source>
            <extracomment>On the certificate card of the home page</extracomment>
            <translation>Personal certificate</translation>
        </message>
        <message>
            <source>Có hiệu lực đến</source>
            <extracomment>On the certificate card: before the last day of validity</extracomment>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>Không có gì chờ ký</source>
            <extracomment>Home page with nothing to sign</extracomment>
            <translation>Nothing to sign</translation>
        </message>
        <message>
            <source>Khi có đơn vị gửi tài liệu cần ký, yêu cầu sẽ hiện ở đây.</source>
            <extracomment>Home page with nothing to sign: what will appear here</extracomment>
            <translation>When someone sends a document to sign, the request appears here.</translation>
        </message>
        <message>
            <source>Cài đặt</source>
            <extracomment>Title of the settings
----------
Place in the bar at the bottom</extracomment>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Trang chủ</source>
            <extracomment>Place in the bar at the bottom</extracomment>
            <translation>Home</translation>
        </message>
    </context>
    <context>
        <name>HotlineCard</name>
        <message>
            <source>Gọi hỗ trợ, miễn phí</source>
            <extracomment>Under the hotline's number: what pressing the row does</extracomment>
            <translation>Call support, free</translation>
        </message>
    </context>
    <context>
        <name>JourneyPage</name>
        <message>
            <source>Kích hoạt</source>
            <extracomment>Title of the bar during activation</extracomment>
            <translation>Activation</translation>
        </message>
    </context>
    <context>
        <name>MissingMailSheet</name>
        <message>
            <source>Chưa nhận được email?</source>
            <extracomment>Title of the sheet for those whose activation e-mail is not there</extracomment>
            <translation>No email yet?</translation>
        </message>
        <message>
            <source>Xem mục Thư rác và Quảng cáo, tìm chữ “SmartCA”. Đổi địa chỉ email thì gọi %1.</source>
            <extracomment>Where to look for the activation e-mail; %1 is the hotline's number</extracomment>
            <translation>Look in Spam and Promotions for “SmartCA”. To change the email address, call %1.</translation>
        </message>
        <message>
            <source>Đã gửi yêu cầu</source>
            <extracomment>Heading of the banner after the e-mail was sent again</extracomment>
            <translation>Request sent</translation>
        </message>
    </context>
    <context>
        <name>NavBar</name>
        <message>
            <source>Các mục chính</source>
            <extracomment>Name of the bar at the bottom with the places of the app, for screen readers</extracomment>
            <translation>Main sections</translation>
        </message>
    </context>
    <context>
        <name>NumberPad</name>
        <message>
            <source>Hiện số</source>
            <extracomment>Key of the number pad: shows the digits for three seconds</extracomment>
            <translation>Show</translation>
        </message>
        <message>
            <source>Ẩn số</source>
            <extracomment>Key of the number pad: hides the digits again</extracomment>
            <translation>Hide</translation>
        </message>
        <message>
            <source>Xoá</source>
            <extracomment>Key of the number pad: takes the last digit away</extracomment>
            <translation>Delete</translation>
        </message>
    </context>
    <context>
        <name>PasswordField</name>
        <message>
            <source>Ẩn: %1</source>
            <extracomment>Button in a password field, for screen readers; %1 is the field's label</extracomment>
            <translation>Hide: %1</translation>
        </message>
        <message>
            <source>Hiện: %1</source>
            <extracomment>Button in a password field, for screen readers; %1 is the field's label</extracomment>
            <translation>Show: %1</translation>
        </message>
    </context>
    <context>
        <name>PasswordPage</name>
        <message>
            <source>Đặt mật khẩu đăng nhập</source>
            <extracomment>Title of the page where the password is chosen</extracomment>
            <translation>Set a sign-in password</translation>
        </message>
        <message>
            <source>Dùng để mở ứng dụng. Khi ký sẽ dùng mã PIN riêng ở bước sau.</source>
            <extracomment>Under the title of the password page</extracomment>
            <translation>It opens the app. For signing you create a separate PIN in the next step.</translation>
        </message>
        <message>
            <source>Mật khẩu mới</source>
            <extracomment>Label of the field for the new password</extracomment>
            <translation>New password</translation>
        </message>
        <message>
            <source>Nhập lại mật khẩu</source>
            <extracomment>Label of the field for the password once more</extracomment>
            <translation>Repeat the password</translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>Tạo mã PIN ký số</source>
            <extracomment>Title of the page where the PIN is chosen</extracomment>
            <translation>Create a signing PIN</translation>
        </message>
        <message>
            <source>%1 chữ số, dùng mỗi lần ký. Quý khách tự đặt và tự bấm mã này. Không ai được bấm hộ, kể cả nhân viên.</source>
            <extracomment>Under the title of the PIN page; %1 is the number of digits. Said because a child or a dealer often helps.</extracomment>
            <translation>%1 digits, used for every signature. Choose and enter it yourself. Nobody may enter it for you, not even staff.</translation>
        </message>
    </context>
    <context>
        <name>PinRepeatPage</name>
        <message>
            <source>Nhập lại mã PIN</source>
            <extracomment>Title of the page where the PIN is entered once more</extracomment>
            <translation>Enter the PIN again</translation>
        </message>
        <message>
            <source>Bấm lại đúng mã vừa tạo.</source>
            <extracomment>Under the title of the page where the PIN is entered once more</extracomment>
            <translation>Enter the PIN you just created once more.</translation>
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <source>Thông tin SmartCA sử dụng</source>
            <extracomment>Title of the privacy page</extracomment>
            <translation>What SmartCA uses</translation>
        </message>
        <message>
            <source>Họ tên, số căn cước, email, số điện thoại: chỉ để cấp chứng thư.</source>
            <extracomment>Under the title of the privacy page</extracomment>
            <translation>Name, ID number, email, phone number: only to issue the certificate.</translation>
        </message>
        <message>
            <source>Dùng để làm gì</source>
            <extracomment>Privacy page: heading of a fact</extracomment>
            <translation>What it is for</translation>
        </message>
        <message>
            <source>Ghi vào chứng thư số và gửi email kích hoạt</source>
            <extracomment>Privacy page: what the data is for</extracomment>
            <translation>Written into the certificate, and to send the activation email</translation>
        </message>
        <message>
            <source>Ở lại trên máy này</source>
            <extracomment>Privacy page: heading of a fact</extracomment>
            <translation>Stays on this device</translation>
        </message>
        <message>
            <source>Mã PIN, vân tay và khuôn mặt không được lưu và không được gửi đi</source>
            <extracomment>Privacy page: what never leaves the device</extracomment>
            <translation>PIN, fingerprint and face are neither stored nor sent</translation>
        </message>
        <message>
            <source>Nhật ký lỗi</source>
            <extracomment>Privacy page: heading of a fact</extracomment>
            <translation>Error log</translation>
        </message>
        <message>
            <source>Không chứa mật khẩu, mã PIN hay tài liệu</source>
            <extracomment>Privacy page: what the log holds</extracomment>
            <translation>Holds no password, PIN or document</translation>
        </message>
        <message>
            <source>Dịch vụ nhận họ tên, số căn cước, email và số điện thoại khi Quý khách đăng ký, và dùng chúng để cấp chứng thư số, gửi email kích hoạt và hỗ trợ qua tổng đài.</source>
            <extracomment>Full privacy text, first paragraph</extracomment>
            <translation>The service received your name, ID number, email and phone number when you registered. It uses them to issue the certificate, to send the activation email and for support by phone.</translation>
        </message>
        <message>
            <source>Họ tên và số căn cước nằm trong chứng thư số. Người nhận tài liệu do Quý khách ký sẽ đọc được chúng.</source>
            <extracomment>Full privacy text, second paragraph</extracomment>
            <translation>Your name and ID number are in the certificate. Whoever receives a document you signed can read them.</translation>
        </message>
        <message>
            <source>Trên máy này, SmartCA chỉ giữ những gì cần để tiếp tục kích hoạt và để ký, và giữ ở dạng đã mã hoá. Mã PIN không được lưu ở đâu cả.</source>
            <extracomment>Full privacy text, third paragraph</extracomment>
            <translation>On this device SmartCA keeps only what it needs to continue the activation and to sign, and keeps it encrypted. The PIN is stored nowhere.</translation>
        </message>
        <message>
            <source>Để xem, sửa hoặc xoá thông tin, Quý khách gọi %1.</source>
            <extracomment>Full privacy text, last paragraph; %1 is the hotline's number</extracomment>
            <translation>To see, correct or delete your data, call %1.</translation>
        </message>
        <message>
            <source>Đồng ý và tiếp tục</source>
            <extracomment>Primary button of the privacy page</extracomment>
            <translation>Agree and continue</translation>
        </message>
        <message>
            <source>Đọc đầy đủ</source>
            <extracomment>Button of the privacy page: shows the whole text</extracomment>
            <translation>Read in full</translation>
        </message>
    </context>
    <context>
        <name>ProblemPage</name>
        <message>
            <source>Mở lại sau</source>
            <extracomment>Before a countdown such as 04:32: how long the lock lasts</extracomment>
            <translation>Unlocks in</translation>
        </message>
        <message>
            <source>Vì sao</source>
            <extracomment>Heading on a problem page: why it happened</extracomment>
            <translation>Why</translation>
        </message>
        <message>
            <source>Cần làm gì</source>
            <extracomment>Heading on a problem page: what to do</extracomment>
            <translation>What to do</translation>
        </message>
        <message>
            <source>Đợi hết thời gian khoá</source>
            <extracomment>Button: keeps the activation while the PIN is locked for some minutes</extracomment>
            <translation>Wait until it unlocks</translation>
        </message>
        <message>
            <source>Kích hoạt lại từ đầu?</source>
            <extracomment>Title of the sheet that asks before an activation that may still be good is given up</extracomment>
            <translation>Activate again?</translation>
        </message>
        <message>
            <source>Giữ lại</source>
            <extracomment>Button: keeps the activation, the problem page stays</extracomment>
            <translation>Keep it</translation>
        </message>
    </context>
    <context>
        <name>ProcessRow</name>
        <message>
            <source>Xong</source>
            <extracomment>State of a part of the wait, said by screen readers</extracomment>
            <translation>Done</translation>
        </message>
        <message>
            <source>Đang làm</source>
            <extracomment>State of a part of the wait, said by screen readers</extracomment>
            <translation>In progress</translation>
        </message>
        <message>
            <source>Chưa được</source>
            <extracomment>State of a part of the wait, said by screen readers</extracomment>
            <translation>Not yet</translation>
        </message>
        <message>
            <source>Chưa tới</source>
            <extracomment>State of a part of the wait, said by screen readers</extracomment>
            <translation>Not reached yet</translation>
        </message>
    </context>
    <context>
        <name>RecordPages</name>
        <message>
            <source>Đang tải biên bản</source>
            <extracomment>Name of the record while it loads, for screen readers</extracomment>
            <translation>Loading the record</translation>
        </message>
        <message>
            <source>Trang %1</source>
            <extracomment>Name of a page of the record, for screen readers; %1 is its number</extracomment>
            <translation>Page %1</translation>
        </message>
    </context>
    <context>
        <name>RecordReadingPage</name>
        <message>
            <source>Tóm tắt</source>
            <extracomment>Over the record: its gist</extracomment>
            <translation>In brief</translation>
        </message>
        <message>
            <source>Số sê-ri %1</source>
            <extracomment>In the gist of the record: %1 is the certificate's serial number</extracomment>
            <translation>Serial number %1</translation>
        </message>
        <message>
            <source>Hiệu lực %1</source>
            <extracomment>In the gist of the record: %1 is how long the certificate is valid, "22/11/2026 đến 22/11/2029"</extracomment>
            <translation>Valid %1</translation>
        </message>
        <message>
            <source>Đọc dạng chữ</source>
            <extracomment>Button over the record: shows its words in the reader's own size</extracomment>
            <translation>Read as text</translation>
        </message>
        <message>
            <source>Ẩn dạng chữ</source>
            <extracomment>Button over the record: shows its pages again</extracomment>
            <translation>Hide the text</translation>
        </message>
        <message>
            <source>Mã đối chiếu tài liệu (SHA-256)</source>
            <extracomment>Under the record: the code of the document (SHA-256), to be compared elsewhere</extracomment>
            <translation>Check code of the document (SHA-256)</translation>
        </message>
        <message>
            <source>Hiện đủ mã đối chiếu</source>
            <extracomment>Button: the whole check code of the document, for screen readers</extracomment>
            <translation>Show the whole check code</translation>
        </message>
        <message>
            <source>Thu gọn mã đối chiếu</source>
            <extracomment>Button: the check code of the document shortened again, for screen readers</extracomment>
            <translation>Shorten the check code</translation>
        </message>
        <message>
            <source>Sao chép mã đối chiếu</source>
            <extracomment>Button: copies the check code of the document, for screen readers</extracomment>
            <translation>Copy the check code</translation>
        </message>
        <message>
            <source>Đã xem hết %1 trang</source>
            <extracomment>Over the signing button once the whole record was on screen; %1 is the number of pages</extracomment>
            <translation>All %1 pages seen</translation>
        </message>
        <message>
            <source>Phóng to</source>
            <extracomment>Button over the record: opens it large</extracomment>
            <translation>Enlarge</translation>
        </message>
    </context>
    <context>
        <name>RecordText</name>
        <message>
            <source>Bản chữ để đọc; bản được ký là trang tài liệu.</source>
            <extracomment>Over the record's words: what is signed is the page, not this text</extracomment>
            <translation>This text is for reading; what is signed is the document's pages.</translation>
        </message>
    </context>
    <context>
        <name>ResumePage</name>
        <message>
            <source>Tiếp tục kích hoạt</source>
            <extracomment>Title of the page that offers to go on with an activation</extracomment>
            <translation>Continue the activation</translation>
        </message>
        <message>
            <source>Tiếp tục</source>
            <extracomment>Primary button: goes on with the activation where it stopped</extracomment>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Bắt đầu lại</source>
            <extracomment>Button: gives up this activation; a sheet asks before
----------
Button: gives up the activation for good</extracomment>
            <translation>Start over</translation>
        </message>
        <message>
            <source>Bắt đầu lại từ đầu?</source>
            <extracomment>Title of the sheet that asks before everything starts over</extracomment>
            <translation>Start over?</translation>
        </message>
        <message>
            <source>Giữ lại và tiếp tục</source>
            <extracomment>Button: keeps the activation</extracomment>
            <translation>Keep it and continue</translation>
        </message>
    </context>
    <context>
        <name>SettingsPanel</name>
        <message>
            <source>Trợ giúp</source>
            <extracomment>Heading in the settings: help</extracomment>
            <translation>Help</translation>
        </message>
        <message>
            <source>Gọi hỗ trợ</source>
            <extracomment>Row in the settings: calls the hotline</extracomment>
            <translation>Call support</translation>
        </message>
        <message>
            <source>Giới thiệu</source>
            <extracomment>Heading in the settings: about the app</extracomment>
            <translation>About</translation>
        </message>
        <message>
            <source>Phiên bản</source>
            <extracomment>Row in the settings: which version of the app this is</extracomment>
            <translation>Version</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Đóng</source>
            <extracomment>Name of the cross of a sheet, for screen readers</extracomment>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>SigningSheet</name>
        <message>
            <source>Nhập mã PIN để ký</source>
            <extracomment>Title of the sheet where the PIN is entered to sign</extracomment>
            <translation>Enter your PIN to sign</translation>
        </message>
        <message>
            <source>Ký biên bản</source>
            <extracomment>Title of the same sheet once the PIN is in and the record is being signed</extracomment>
            <translation>Sign the record</translation>
        </message>
        <message>
            <source>%1 trang · Mã đối chiếu %2</source>
            <extracomment>Under the document's name on the PIN sheet: %1 pages, %2 the document's check code, shortened</extracomment>
            <translation>%1 pages · Check code %2</translation>
        </message>
        <message>
            <source>Nhập lại mã PIN</source>
            <extracomment>Button: back to entering the PIN</extracomment>
            <translation>Enter the PIN again</translation>
        </message>
    </context>
    <context>
        <name>StartingPage</name>
        <message>
            <source>Đang mở lại đúng bước…</source>
            <extracomment>While the app finds out how far the activation is</extracomment>
            <translation>Going back to where you were…</translation>
        </message>
    </context>
    <context>
        <name>StoppedPage</name>
        <message>
            <source>Nhập mã mới</source>
            <extracomment>Button: to the fields, for the code of a new e-mail</extracomment>
            <translation>Enter a new code</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Quay lại</source>
            <extracomment>Name of the arrow at the top left, for screen readers</extracomment>
            <translation>Back</translation>
        </message>
        <message>
            <source>Đóng</source>
            <extracomment>Name of the cross at the top left, for screen readers</extracomment>
            <translation>Close</translation>
        </message>
        <message>
            <source>Trợ giúp</source>
            <extracomment>Name of the question mark at the top right, for screen readers
----------
Button at the top right that opens help</extracomment>
            <translation>Help</translation>
        </message>
    </context>
    <context>
        <name>WaitRing</name>
        <message>
            <source>Đang chờ</source>
            <extracomment>In place of the ring of a wait, where nothing shall move</extracomment>
            <translation>Waiting</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Ngôn ngữ</source>
            <extracomment>Name of the language switch, for screen readers</extracomment>
            <translation>Language</translation>
        </message>
        <message>
            <source>Ký tài liệu bằng
điện thoại của Quý khách</source>
            <extracomment>Title of the first page; the line break keeps the two halves together</extracomment>
            <translation>Sign documents
with your phone</translation>
        </message>
        <message>
            <source>Ký tài liệu từ xa,
bảo vệ bằng mã PIN riêng.</source>
            <extracomment>Under the title of the first page</extracomment>
            <translation>Sign remotely,
protected by your own PIN.</translation>
        </message>
        <message>
            <source>Kích hoạt tài khoản</source>
            <extracomment>Primary button of the first page</extracomment>
            <translation>Activate an account</translation>
        </message>
    </context>
    <context>
        <name>WrongDataPage</name>
        <message>
            <source>Thông tin nào chưa đúng?</source>
            <extracomment>Title of the page where the subscriber says what is wrong on the certificate</extracomment>
            <translation>What is wrong?</translation>
        </message>
        <message>
            <source>Báo xong, kích hoạt dừng lại và chứng thư này bị thu hồi. Tổng đài sẽ sửa thông tin rồi gửi mã mới.</source>
            <extracomment>Under that title: what happens then</extracomment>
            <translation>Once reported, the activation stops and this certificate is revoked. The help line will correct the details and send a new code.</translation>
        </message>
        <message>
            <source>Báo thông tin chưa đúng</source>
            <extracomment>Button: tells the service which data is wrong and stops</extracomment>
            <translation>Report what is wrong</translation>
        </message>
        <message>
            <source>Chọn một mục</source>
            <extracomment>The same button before anything was chosen</extracomment>
            <translation>Choose one</translation>
        </message>
        <message>
            <source>Xem lại chứng thư</source>
            <extracomment>Button: back to the certificate</extracomment>
            <translation>Look at the certificate again</translation>
        </message>
    </context>
    <context>
        <name>ZoomView</name>
        <message>
            <source>Đóng</source>
            <extracomment>Name of the cross that closes the large view of the record, for screen readers</extracomment>
            <translation>Close</translation>
        </message>
        <message>
            <source>Thu nhỏ</source>
            <extracomment>Button of the large view of the record, for screen readers</extracomment>
            <translation>Make smaller</translation>
        </message>
        <message>
            <source>Phóng to</source>
            <extracomment>Button of the large view of the record, for screen readers</extracomment>
            <translation>Enlarge</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::ActivationViewModel</name>
        <message>
            <source>Tài khoản</source>
            <extracomment>step 1 of 5</extracomment>
            <translation>Account</translation>
        </message>
        <message>
            <source>Mật khẩu</source>
            <extracomment>step 2 of 5
----------
the next step</extracomment>
            <translation>Password</translation>
        </message>
        <message>
            <source>Mã PIN</source>
            <extracomment>step 3 of 5
----------
the next step</extracomment>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Chứng thư số</source>
            <extracomment>step 4 of 5
----------
the next step</extracomment>
            <translation>Certificate</translation>
        </message>
        <message>
            <source>Nghiệm thu</source>
            <extracomment>step 5 of 5: the acceptance record
----------
the next step: the acceptance record</extracomment>
            <translation>Acceptance</translation>
        </message>
        <message>
            <source>Vân tay</source>
            <extracomment>the next step: confirming with a finger</extracomment>
            <translation>Fingerprint</translation>
        </message>
        <message>
            <source>Bước %1/%2</source>
            <extracomment>step %1 of %2</extracomment>
            <translation>Step %1/%2</translation>
        </message>
        <message>
            <source>Bước cuối</source>
            <extracomment>in place of the next step's name</extracomment>
            <translation>Last step</translation>
        </message>
        <message>
            <source>Tiếp: %1</source>
            <extracomment>the next step's name</extracomment>
            <translation>Next: %1</translation>
        </message>
        <message>
            <source>Bước %1 trên %2, %3. %4</source>
            <extracomment>screen reader: step %1 of %2, %3 is its name, %4 “next: …” or “last step”</extracomment>
            <translation>Step %1 of %2, %3. %4</translation>
        </message>
        <message>
            <source>Đang gửi</source>
            <extracomment>button while a request is under way</extracomment>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Thử nghiệm</source>
            <extracomment>tag: this service is a sandbox</extracomment>
            <translation>Sandbox</translation>
        </message>
        <message>
            <source>Hỗ trợ %1 · miễn phí</source>
            <extracomment>%1 is the hotline's number; calls are free</extracomment>
            <translation>Help line %1 · free</translation>
        </message>
        <message>
            <source>Máy này không gọi điện được. Hãy gọi số %1 (miễn phí) bằng điện thoại.</source>
            <extracomment>no app could dial; %1 is the hotline's number</extracomment>
            <translation>This device cannot make the call. Please dial %1 (free) on a phone.</translation>
        </message>
        <message>
            <source>Không mở được kho ứng dụng trên máy này. Hãy gọi số %1 (miễn phí) để được hướng dẫn tải phiên bản mới.</source>
            <extracomment>the app is too old, and no app store could be opened; %1 is the hotline's number</extracomment>
            <translation>No app store could be opened on this device. Please call %1 (free) to learn where to get the new version.</translation>
        </message>
        <message>
            <source>Không mở được phần Cài đặt từ đây. Quý khách hãy tự mở Cài đặt của máy.</source>
            <extracomment>the system's settings could not be opened</extracomment>
            <translation>The settings could not be opened from here. Please open the device's settings yourself.</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::BiometricViewModel</name>
        <message>
            <source>Đang chờ khuôn mặt</source>
            <extracomment>button while the system looks for the face</extracomment>
            <translation>Waiting for your face</translation>
        </message>
        <message>
            <source>Đang chờ vân tay</source>
            <extracomment>button while the system waits for the finger</extracomment>
            <translation>Waiting for your finger</translation>
        </message>
        <message>
            <source>Xác nhận bằng khuôn mặt</source>
            <extracomment>page title: confirm with the face
----------
button: opens the system's prompt</extracomment>
            <translation>Confirm with your face</translation>
        </message>
        <message>
            <source>Xác nhận bằng vân tay</source>
            <extracomment>page title: confirm with a finger
----------
button: opens the system's prompt</extracomment>
            <translation>Confirm with a fingerprint</translation>
        </message>
        <message>
            <source>Máy không có đầu đọc vân tay</source>
            <extracomment>page title: the device cannot read fingers or faces</extracomment>
            <translation>This device has no fingerprint reader</translation>
        </message>
        <message>
            <source>Chưa dùng được đầu đọc vân tay</source>
            <extracomment>page title: the reader's system service is not running</extracomment>
            <translation>The fingerprint reader cannot be used yet</translation>
        </message>
        <message>
            <source>Điện thoại chưa có
khuôn mặt nào</source>
            <extracomment>page title: no face is set up</extracomment>
            <translation>No face is set up
on this phone</translation>
        </message>
        <message>
            <source>Điện thoại chưa có
vân tay nào</source>
            <extracomment>page title: no finger is set up</extracomment>
            <translation>No fingerprint
is set up on this phone</translation>
        </message>
        <message>
            <source>Cần vân tay để xác nhận</source>
            <extracomment>page title: a biometric is set up, but not one that may release a key</extracomment>
            <translation>A fingerprint is needed to confirm</translation>
        </message>
        <message>
            <source>Máy chưa có khoá màn hình</source>
            <extracomment>page title</extracomment>
            <translation>This device has no screen lock</translation>
        </message>
        <message>
            <source>Khuôn mặt tạm khoá</source>
            <extracomment>page title: too many mismatches</extracomment>
            <translation>Face unlock is locked for now</translation>
        </message>
        <message>
            <source>Vân tay tạm khoá</source>
            <extracomment>page title: too many mismatches</extracomment>
            <translation>Fingerprint is locked for now</translation>
        </message>
        <message>
            <source>Để chắc chắn Quý khách đang giữ điện thoại này.</source>
            <extracomment>below the title</extracomment>
            <translation>To make sure that you are holding this phone.</translation>
        </message>
        <message>
            <source>Máy này có thể bỏ qua bước xác nhận. Mỗi lần ký vẫn dùng mã PIN.</source>
            <extracomment>the step may be skipped</extracomment>
            <translation>This device may skip the confirmation. Each signature still takes your PIN.</translation>
        </message>
        <message>
            <source>Cần xác nhận trên một máy có vân tay hoặc khuôn mặt loại bảo mật cao.</source>
            <extracomment>the step may not be skipped</extracomment>
            <translation>Confirm on a device with a strong fingerprint or face.</translation>
        </message>
        <message>
            <source>Thêm một vân tay để xác nhận. Mất khoảng 1 phút.</source>
            <extracomment>below the title</extracomment>
            <translation>Add a fingerprint to confirm. It takes about a minute.</translation>
        </message>
        <message>
            <source>Mở khoá bằng khuôn mặt trên máy này chưa đủ bảo mật. Hãy thêm một vân tay.</source>
            <extracomment>face unlock is on, but it is not a strong biometric</extracomment>
            <translation>Face unlock on this device is not strong enough. Please add a fingerprint.</translation>
        </message>
        <message>
            <source>Khoá màn hình bảo vệ vân tay và khoá ký trên máy.</source>
            <extracomment>below the title</extracomment>
            <translation>The screen lock protects the fingerprints and keys on this device.</translation>
        </message>
        <message>
            <source>Mở khoá màn hình bằng mã khoá máy, rồi thử lại.</source>
            <extracomment>below the title</extracomment>
            <translation>Unlock the screen with the device's passcode, then try again.</translation>
        </message>
        <message>
            <source>Khuôn mặt không rời điện thoại</source>
            <extracomment>first of two reassuring lines: title</extracomment>
            <translation>Your face stays on the phone</translation>
        </message>
        <message>
            <source>Vân tay không rời điện thoại</source>
            <extracomment>first of two reassuring lines: title</extracomment>
            <translation>Your fingerprint stays on the phone</translation>
        </message>
        <message>
            <source>SmartCA không nhận và không lưu.</source>
            <extracomment>first of two reassuring lines: detail</extracomment>
            <translation>SmartCA does not receive or store it.</translation>
        </message>
        <message>
            <source>Lần ký đầu tiên dùng mã PIN</source>
            <extracomment>second of two reassuring lines: title</extracomment>
            <translation>The first signature takes your PIN</translation>
        </message>
        <message>
            <source>Mã PIN vừa tạo ở bước trước.</source>
            <extracomment>second of two reassuring lines: detail</extracomment>
            <translation>The PIN created in the step before.</translation>
        </message>
        <message>
            <source>Bấm nút dưới, chọn mục Vân tay</source>
            <extracomment>first of three steps, each with an empty detail</extracomment>
            <translation>Press the button below, choose Fingerprint</translation>
        </message>
        <message>
            <source>Thêm một ngón tay hay dùng</source>
            <extracomment>second of three steps</extracomment>
            <translation>Add a finger you use often</translation>
        </message>
        <message>
            <source>Quay lại đây, ứng dụng sẽ tự nhận ra</source>
            <extracomment>last of three steps</extracomment>
            <translation>Come back here; the app will notice</translation>
        </message>
        <message>
            <source>Bấm nút dưới, chọn mục Khoá màn hình</source>
            <extracomment>first of two steps, each with an empty detail</extracomment>
            <translation>Press the button below, choose Screen lock</translation>
        </message>
        <message>
            <source>Đặt mã khoá máy, rồi quay lại đây</source>
            <extracomment>last of two steps</extracomment>
            <translation>Set a passcode, then come back here</translation>
        </message>
        <message>
            <source>Mọi khuôn mặt đã lưu trong máy đều dùng được. Nếu có khuôn mặt người khác, hãy xoá trước.</source>
            <extracomment>a warning before confirming</extracomment>
            <translation>Every face stored on this device will work. If there is someone else's, remove it first.</translation>
        </message>
        <message>
            <source>Mọi vân tay đã lưu trong máy đều dùng được. Nếu có vân tay người khác, hãy xoá trước.</source>
            <extracomment>a warning before confirming</extracomment>
            <translation>Every fingerprint stored on this device will work. If there is someone else's, remove it first.</translation>
        </message>
        <message>
            <source>Mở Cài đặt điện thoại</source>
            <extracomment>button: the system's settings page</extracomment>
            <translation>Open phone settings</translation>
        </message>
        <message>
            <source>Tiếp tục không dùng vân tay</source>
            <extracomment>button: go on without confirming by finger or face</extracomment>
            <translation>Continue without a fingerprint</translation>
        </message>
        <message>
            <source>Thử lại</source>
            <extracomment>button: look again whether the biometric can be used</extracomment>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Để sau</source>
            <extracomment>button: skip confirming by finger or face for now</extracomment>
            <translation>Later</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::CertificateViewModel</name>
        <message>
            <source>Số hộ chiếu</source>
            <extracomment>label of the certificate's number</extracomment>
            <translation>Passport number</translation>
        </message>
        <message>
            <source>Mã số thuế</source>
            <extracomment>label of the certificate's number: tax code</extracomment>
            <translation>Tax code</translation>
        </message>
        <message>
            <source>Số căn cước</source>
            <extracomment>label of the certificate's number: personal identification number</extracomment>
            <translation>ID number</translation>
        </message>
        <message>
            <source>Ẩn bớt số</source>
            <extracomment>button of the row: mask the number again</extracomment>
            <translation>Hide digits</translation>
        </message>
        <message>
            <source>Hiện đủ số</source>
            <extracomment>button of the row: show the whole number</extracomment>
            <translation>Show all digits</translation>
        </message>
        <message>
            <source>%1 đến %2</source>
            <extracomment>from one day to another</extracomment>
            <translation>%1 to %2</translation>
        </message>
        <message>
            <source>Đang hiệu lực</source>
            <extracomment>chip of the certificate</extracomment>
            <translation>Valid</translation>
        </message>
        <message>
            <source>Sắp hết hạn</source>
            <extracomment>chip of the certificate: less than 30 days left</extracomment>
            <translation>Expires soon</translation>
        </message>
        <message>
            <source>Đã hết hạn</source>
            <extracomment>chip of the certificate</extracomment>
            <translation>Expired</translation>
        </message>
        <message>
            <source>Họ tên</source>
            <extracomment>what is wrong in the certificate: name</extracomment>
            <translation>Name</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <extracomment>what is wrong in the certificate: number what is wrong in the certificate: date of birth</extracomment>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>Khác</source>
            <extracomment>what is wrong in the certificate: something else</extracomment>
            <translation>Something else</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::Checklist</name>
        <message>
            <source>chưa xong</source>
            <extracomment>screen reader: a row of a list that is not done yet</extracomment>
            <translation>not done</translation>
        </message>
        <message>
            <source>đang làm</source>
            <extracomment>screen reader: a row of a list that is being worked on</extracomment>
            <translation>in progress</translation>
        </message>
        <message>
            <source>đã xong</source>
            <extracomment>screen reader: a row of a list that is done</extracomment>
            <translation>done</translation>
        </message>
        <message>
            <source>không được</source>
            <extracomment>screen reader: a row of a list that failed</extracomment>
            <translation>failed</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::DetailsViewModel</name>
        <message>
            <source>Đã nhận từ liên kết trong email, không cần nhập mã.</source>
            <extracomment>in place of the code's cells: the link or QR code carried all that is needed</extracomment>
            <translation>Received from the link in the email; no code to type.</translation>
        </message>
        <message>
            <source>Đã nhập %1 trên %2 ký tự</source>
            <extracomment>screen reader: how much of the activation code is entered</extracomment>
            <translation>%1 of %2 characters entered</translation>
        </message>
        <message>
            <source>Dán lại từ email</source>
            <extracomment>button after a wrong code: paste the newest e-mail</extracomment>
            <translation>Paste from email again</translation>
        </message>
        <message>
            <source>Nhập tên đăng nhập</source>
            <extracomment>button that cannot be used yet: says what is missing</extracomment>
            <translation>Enter the username</translation>
        </message>
        <message>
            <source>Kiểm tra tên đăng nhập</source>
            <extracomment>button that cannot be used yet: the username is not complete</extracomment>
            <translation>Check the username</translation>
        </message>
        <message>
            <source>Tiếp tục</source>
            <extracomment>button</extracomment>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Nhập đủ 8 ký tự</source>
            <extracomment>button that cannot be used yet: the whole code is missing</extracomment>
            <translation>Enter all 8 characters</translation>
        </message>
        <message numerus="yes">
            <source>Nhập thêm %n ký tự</source>
            <extracomment>button that cannot be used yet: so many characters of the code are missing</extracomment>
            <translation>
                <numerusform>Enter %n more character</numerusform>
                <numerusform>Enter %n more characters</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã điền tên đăng nhập và mã kích hoạt</source>
            <extracomment>screen reader: pasting filled both fields</extracomment>
            <translation>Username and activation code are filled in</translation>
        </message>
        <message>
            <source>Nhập tên đăng nhập để gửi lại</source>
            <extracomment>button that cannot be used yet: the mail goes to the account whose username is typed</extracomment>
            <translation>Enter the username to send again</translation>
        </message>
        <message>
            <source>Gửi lại email</source>
            <extracomment>button: the service mails a new activation code</extracomment>
            <translation>Send the email again</translation>
        </message>
        <message numerus="yes">
            <source>Gửi lại được sau %n giây</source>
            <extracomment>button that cannot be used yet: seconds left</extracomment>
            <translation>
                <numerusform>Can be sent again in %n second</numerusform>
                <numerusform>Can be sent again in %n seconds</numerusform>
            </translation>
        </message>
        <message>
            <source>Nếu tên đăng nhập đúng, email mới sẽ đến trong vài phút. Mã cũ không dùng được nữa.</source>
            <extracomment>the same for every username, known or not</extracomment>
            <translation>If the username is right, a new email arrives within minutes. The old code no longer works.</translation>
        </message>
        <message>
            <source>Gửi mã mới</source>
            <extracomment>button: the service mails a new activation code to the account whose username was just typed</extracomment>
            <translation>Send a new code</translation>
        </message>
        <message>
            <source>Nhập tên đăng nhập rồi bấm Gửi mã mới. Mã mới sẽ đến qua email.</source>
            <extracomment>a new activation code was asked for, but the app does not know the username any more</extracomment>
            <translation>Enter the username, then press Send a new code. It arrives by email.</translation>
        </message>
        <message>
            <source>Đã điền tên đăng nhập</source>
            <extracomment>screen reader: pasting filled the username alone</extracomment>
            <translation>The username is filled in</translation>
        </message>
        <message>
            <source>Đã điền mã kích hoạt</source>
            <extracomment>screen reader: pasting filled the activation code alone</extracomment>
            <translation>The activation code is filled in</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::FailureViewModel</name>
        <message>
            <source>Sửa thông tin</source>
            <extracomment>button of a problem: back to username and code</extracomment>
            <translation>Edit the details</translation>
        </message>
        <message>
            <source>Dán lại từ email</source>
            <extracomment>button of a problem: paste the activation e-mail once more</extracomment>
            <translation>Paste from email again</translation>
        </message>
        <message>
            <source>Gửi mã mới</source>
            <extracomment>button of a problem: the service mails a new activation code</extracomment>
            <translation>Send a new code</translation>
        </message>
        <message>
            <source>Chọn mã PIN khác</source>
            <extracomment>button of a problem</extracomment>
            <translation>Choose another PIN</translation>
        </message>
        <message>
            <source>Chọn mật khẩu khác</source>
            <extracomment>button of a problem</extracomment>
            <translation>Choose another password</translation>
        </message>
        <message>
            <source>Nhập lại mã PIN</source>
            <extracomment>button of a problem</extracomment>
            <translation>Enter the PIN again</translation>
        </message>
        <message>
            <source>Thử lại</source>
            <extracomment>button of a problem
----------
second button: the same step once more, after the person has done what was asked</extracomment>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Mở Cài đặt điện thoại</source>
            <extracomment>button of a problem: the system's settings</extracomment>
            <translation>Open phone settings</translation>
        </message>
        <message>
            <source>Gọi %1</source>
            <extracomment>button of a problem; %1 is the hotline's number</extracomment>
            <translation>Call %1</translation>
        </message>
        <message>
            <source>Nhận mã mới</source>
            <extracomment>button of a problem: the signing key is gone, a new activation code is needed</extracomment>
            <translation>Get a new code</translation>
        </message>
        <message>
            <source>Kích hoạt lại</source>
            <extracomment>button of a problem: start again with a new code
----------
second button: forget this activation and start with a new code</extracomment>
            <translation>Activate again</translation>
        </message>
        <message>
            <source>Mở kho ứng dụng</source>
            <extracomment>button of a problem: the app is too old</extracomment>
            <translation>Open the app store</translation>
        </message>
        <message>
            <source>Đóng, quay lại sau</source>
            <extracomment>button of a problem: waiting helps
----------
second button: waiting helps</extracomment>
            <translation>Close, come back later</translation>
        </message>
        <message>
            <source>Về trang chủ</source>
            <extracomment>button of a problem</extracomment>
            <translation>Go to home</translation>
        </message>
        <message>
            <source>Để sau</source>
            <extracomment>second button: go on without confirming by finger or face</extracomment>
            <translation>Later</translation>
        </message>
        <message>
            <source>Quên mã PIN</source>
            <extracomment>second button while the PIN is locked for a time</extracomment>
            <translation>Forgot PIN</translation>
        </message>
        <message>
            <source>Nhập mã khác</source>
            <extracomment>second button: back to username and code, to enter the code of another e-mail</extracomment>
            <translation>Enter another code</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n giây</source>
            <extracomment>screen reader: time until the PIN can be entered again</extracomment>
            <translation>
                <numerusform>%n second left</numerusform>
                <numerusform>%n seconds left</numerusform>
            </translation>
        </message>
        <message>
            <source>Xác nhận lại</source>
            <extracomment>button of a problem: confirm with one of the fingers that are there now</extracomment>
            <translation>Confirm again</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::OutcomeViewModel</name>
        <message>
            <source>Đã ký thành công</source>
            <extracomment>page title: the service has accepted the signed record</extracomment>
            <translation>Signed successfully</translation>
        </message>
        <message>
            <source>Đã ký, đang nộp biên bản</source>
            <extracomment>page title: signed and verified, being handed in</extracomment>
            <translation>Signed, handing in the record</translation>
        </message>
        <message>
            <source>Tài khoản đã được kích hoạt. Từ nay Quý khách ký được trên mọi hệ thống liên kết.</source>
            <extracomment>below the title</extracomment>
            <translation>The account is active. From now on you can sign on every connected system.</translation>
        </message>
        <message>
            <source>Chữ ký đã được lưu, không cần nhập lại mã PIN.</source>
            <extracomment>below the title</extracomment>
            <translation>The signature is kept; the PIN is not needed again.</translation>
        </message>
        <message>
            <source>Chữ ký đúng, tài liệu nguyên vẹn (thử nghiệm)</source>
            <extracomment>result of the app's own verification, in a sandbox</extracomment>
            <translation>Signature valid, document intact (sandbox)</translation>
        </message>
        <message>
            <source>Chữ ký đúng, tài liệu nguyên vẹn</source>
            <extracomment>result of the app's own verification</extracomment>
            <translation>Signature valid, document intact</translation>
        </message>
        <message>
            <source>Biên bản nghiệm thu</source>
            <extracomment>name of the document that is signed to complete the activation</extracomment>
            <translation>Acceptance record</translation>
        </message>
        <message>
            <source>bien-ban-nghiem-thu</source>
            <extracomment>file name, without marks and spaces</extracomment>
            <translation>acceptance-record</translation>
        </message>
        <message>
            <source>Đã dừng kích hoạt</source>
            <extracomment>page title: the subscriber said that the certificate's data is wrong</extracomment>
            <translation>Activation stopped</translation>
        </message>
        <message>
            <source>Chứng thư này sẽ bị thu hồi và chưa ký gì. Tổng đài sẽ sửa thông tin rồi gửi mã mới.</source>
            <extracomment>below the title</extracomment>
            <translation>This certificate will be revoked and has signed nothing. The help line will correct the details and send a new code.</translation>
        </message>
        <message>
            <source>Đã xong %1 trên %2 bước.</source>
            <extracomment>how many of the five steps are done</extracomment>
            <translation>%1 of %2 steps done.</translation>
        </message>
        <message>
            <source>Các bước đã làm trên máy này sẽ bị bỏ. Mã kích hoạt cũ không dùng lại được, cần mã mới gửi qua email.</source>
            <extracomment>what starting over loses</extracomment>
            <translation>The steps done on this device will be lost. The old activation code no longer works; you need a new one, sent by email.</translation>
        </message>
        <message>
            <source>Đã lưu vào %1</source>
            <extracomment>after saving the signed record; %1 is the file</extracomment>
            <translation>Saved to %1</translation>
        </message>
        <message>
            <source>Chưa lưu được vào %1. Hãy xoá bớt tệp hoặc kiểm tra quyền ghi của thư mục, rồi bấm Lưu tệp lần nữa. Biên bản vẫn được giữ trong ứng dụng.</source>
            <extracomment>the signed record could not be saved; %1 is the file</extracomment>
            <translation>Could not be saved to %1. Free some space or check the folder's permissions, then press Save file again. The record is kept in the app.</translation>
        </message>
        <message>
            <source>Các bước đã làm trên máy này sẽ bị bỏ và chứng thư vừa cấp sẽ bị thu hồi. Mã kích hoạt cũ không dùng lại được, cần mã mới gửi qua email.</source>
            <extracomment>what starting over loses once the certificate is issued</extracomment>
            <translation>The steps done on this device will be lost, and the certificate just issued will be revoked. The old activation code no longer works; you need a new one, sent by email.</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::PasswordViewModel</name>
        <message>
            <source>Hai mật khẩu khớp nhau</source>
            <extracomment>below the repeated password</extracomment>
            <translation>The passwords match</translation>
        </message>
        <message>
            <source>Nhập mật khẩu mới</source>
            <extracomment>button that cannot be used yet</extracomment>
            <translation>Enter a new password</translation>
        </message>
        <message>
            <source>Bỏ chữ có dấu</source>
            <extracomment>button that cannot be used yet: the password has accented letters</extracomment>
            <translation>Remove accented letters</translation>
        </message>
        <message>
            <source>Bỏ khoảng trắng</source>
            <extracomment>button that cannot be used yet: the password has spaces</extracomment>
            <translation>Remove the spaces</translation>
        </message>
        <message numerus="yes">
            <source>Nhập thêm %n ký tự</source>
            <extracomment>button that cannot be used yet: so many characters are missing</extracomment>
            <translation>
                <numerusform>Enter %n more character</numerusform>
                <numerusform>Enter %n more characters</numerusform>
            </translation>
        </message>
        <message>
            <source>Mật khẩu quá dài</source>
            <extracomment>button that cannot be used yet: the password is too long</extracomment>
            <translation>The password is too long</translation>
        </message>
        <message>
            <source>chữ hoa</source>
            <extracomment>a part of “Còn thiếu …”</extracomment>
            <translation>an upper-case letter</translation>
        </message>
        <message>
            <source>chữ thường</source>
            <extracomment>a part of “Còn thiếu …”</extracomment>
            <translation>a lower-case letter</translation>
        </message>
        <message>
            <source>chữ số</source>
            <extracomment>a part of “Còn thiếu …”</extracomment>
            <translation>a digit</translation>
        </message>
        <message>
            <source>ký tự đặc biệt</source>
            <extracomment>a part of “Còn thiếu …”</extracomment>
            <translation>a special character</translation>
        </message>
        <message numerus="yes">
            <source>Còn thiếu %n điều</source>
            <extracomment>button that cannot be used yet: three or more rules of the list above are not met</extracomment>
            <translation>
                <numerusform>%n rule still to meet</numerusform>
                <numerusform>%n rules still to meet</numerusform>
            </translation>
        </message>
        <message>
            <source>Còn thiếu %1 và %2</source>
            <extracomment>button that cannot be used yet: two rules are not met, “chữ hoa” and “chữ số”</extracomment>
            <translation>Add %1 and %2</translation>
        </message>
        <message>
            <source>Còn thiếu %1</source>
            <extracomment>button that cannot be used yet: one rule is not met</extracomment>
            <translation>Add %1</translation>
        </message>
        <message>
            <source>Nhập lại mật khẩu</source>
            <extracomment>button that cannot be used yet: the second field</extracomment>
            <translation>Repeat the password</translation>
        </message>
        <message>
            <source>Tiếp tục</source>
            <extracomment>button</extracomment>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Từ %1 ký tự trở lên</source>
            <extracomment>a rule of the password; %1 is a number</extracomment>
            <translation>At least %1 characters</translation>
        </message>
        <message>
            <source>Có chữ hoa</source>
            <extracomment>a rule of the password</extracomment>
            <translation>An upper-case letter</translation>
        </message>
        <message>
            <source>Có chữ thường</source>
            <extracomment>a rule of the password</extracomment>
            <translation>A lower-case letter</translation>
        </message>
        <message>
            <source>Có chữ số</source>
            <extracomment>a rule of the password</extracomment>
            <translation>A digit</translation>
        </message>
        <message>
            <source>Có ký tự đặc biệt, ví dụ ! @ #</source>
            <extracomment>a rule of the password</extracomment>
            <translation>A special character, such as ! @ #</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::PinEntry</name>
        <message>
            <source>Đã nhập %1 trên %2 số</source>
            <extracomment>screen reader: how many digits of the PIN are entered; never the digits</extracomment>
            <translation>%1 of %2 digits entered</translation>
        </message>
        <message>
            <source>Chọn mã PIN khác</source>
            <extracomment>button: the PIN was weak</extracomment>
            <translation>Choose another PIN</translation>
        </message>
        <message>
            <source>Nhập đủ 6 số để ký</source>
            <extracomment>button that cannot be used yet: all six digits are missing; entering them signs</extracomment>
            <translation>Enter all 6 digits to sign</translation>
        </message>
        <message>
            <source>Nhập đủ 6 số</source>
            <extracomment>button that cannot be used yet: all six digits are missing</extracomment>
            <translation>Enter all 6 digits</translation>
        </message>
        <message numerus="yes">
            <source>Nhập thêm %n số</source>
            <extracomment>button that cannot be used yet: so many digits are missing</extracomment>
            <translation>
                <numerusform>Enter %n more digit</numerusform>
                <numerusform>Enter %n more digits</numerusform>
            </translation>
        </message>
        <message>
            <source>Xác nhận mã PIN</source>
            <extracomment>button: the PIN was repeated</extracomment>
            <translation>Confirm the PIN</translation>
        </message>
        <message>
            <source>Ký biên bản</source>
            <extracomment>button of the PIN sheet: sign the acceptance record now</extracomment>
            <translation>Sign the record</translation>
        </message>
        <message>
            <source>Tiếp tục</source>
            <extracomment>button</extracomment>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Mã PIN đã được xoá vì để quá 60 giây. Hãy nhập lại.</source>
            <extracomment>below the empty dots, and to the screen reader: the PIN was typed and then left alone for a minute</extracomment>
            <translation>The PIN was erased: it was left for more than 60 seconds. Enter it again.</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::PinViewModel</name>
        <message>
            <source>Tạo mã PIN khác</source>
            <extracomment>button after the two PINs differed: back to choosing one</extracomment>
            <translation>Create another PIN</translation>
        </message>
        <message>
            <source>Nên dùng tai nghe khi nhập mã PIN.</source>
            <extracomment>said once by screen readers on the PIN page</extracomment>
            <translation>Headphones are advised while you enter the PIN.</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::ProgressViewModel</name>
        <message>
            <source>Đang chờ cấp chứng thư</source>
            <extracomment>page title: key pair and request are done</extracomment>
            <translation>Waiting for the certificate</translation>
        </message>
        <message>
            <source>Đang tạo cặp khoá ký</source>
            <extracomment>page title</extracomment>
            <translation>Creating the signing key</translation>
        </message>
        <message>
            <source>Thường chỉ mất vài phút. Không cần giữ màn hình này.</source>
            <extracomment>below the title</extracomment>
            <translation>It usually takes a few minutes. There is no need to keep this screen open.</translation>
        </message>
        <message>
            <source>Có thể đóng ứng dụng</source>
            <extracomment>title of the information banner while waiting</extracomment>
            <translation>You may close the app</translation>
        </message>
        <message>
            <source>Mở lại là tiếp tục đúng bước này.</source>
            <extracomment>text of the information banner while waiting</extracomment>
            <translation>Open it again to continue from here.</translation>
        </message>
        <message>
            <source>Đóng, quay lại sau</source>
            <extracomment>button: closes the app, the activation goes on later</extracomment>
            <translation>Close, come back later</translation>
        </message>
        <message>
            <source>Xong lúc %1</source>
            <extracomment>detail of a row that is done; %1 is the time of day</extracomment>
            <translation>Done at %1</translation>
        </message>
        <message>
            <source>Đang chờ</source>
            <extracomment>detail of the row that waits for the certificate</extracomment>
            <translation>Waiting</translation>
        </message>
        <message numerus="yes">
            <source>Đang chờ, đã được %n phút</source>
            <extracomment>detail of the row that waits for the certificate; so many minutes so far</extracomment>
            <translation>
                <numerusform>Waiting for %n minute</numerusform>
                <numerusform>Waiting for %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Tạo cặp khoá ký</source>
            <extracomment>row: the signing key is made in the service's HSM</extracomment>
            <translation>Create the signing key</translation>
        </message>
        <message>
            <source>Gửi yêu cầu chứng thư</source>
            <extracomment>row: the request for the certificate</extracomment>
            <translation>Request the certificate</translation>
        </message>
        <message>
            <source>Chờ cấp chứng thư</source>
            <extracomment>row: the certificate is being issued</extracomment>
            <translation>Wait for the certificate</translation>
        </message>
        <message>
            <source>Quý khách kiểm tra thông tin</source>
            <extracomment>row: afterwards the subscriber checks the certificate's data</extracomment>
            <translation>You check the details</translation>
        </message>
        <message>
            <source>Bước sau</source>
            <extracomment>detail of that row: it comes after the others</extracomment>
            <translation>Next step</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::RecordViewModel</name>
        <message>
            <source>Trang %1/%2</source>
            <extracomment>which page of the document is in view, of how many</extracomment>
            <translation>Page %1/%2</translation>
        </message>
        <message>
            <source>Trang cuối</source>
            <extracomment>button: to the end of the document</extracomment>
            <translation>Last page</translation>
        </message>
        <message>
            <source>Đọc tiếp trang %1</source>
            <extracomment>button: on to the page with this number</extracomment>
            <translation>Go to page %1</translation>
        </message>
        <message>
            <source>Ký biên bản</source>
            <extracomment>button: opens the PIN sheet</extracomment>
            <translation>Sign the record</translation>
        </message>
        <message>
            <source>Đọc hết tài liệu để ký</source>
            <extracomment>button that cannot be used yet: the document has to be read first</extracomment>
            <translation>Read to the end to sign</translation>
        </message>
        <message>
            <source>Biên bản nghiệm thu</source>
            <extracomment>name of the document that is signed to complete the activation</extracomment>
            <translation>Acceptance record</translation>
        </message>
    </context>
    <context>
        <name>smartca::ui::SigningViewModel</name>
        <message>
            <source>Đang chuẩn bị</source>
            <extracomment>while the PIN sheet opens</extracomment>
            <translation>Preparing</translation>
        </message>
        <message>
            <source>Đang lấy chữ ký</source>
            <extracomment>the signature exists already and is fetched again</extracomment>
            <translation>Fetching the signature</translation>
        </message>
        <message>
            <source>Đang kiểm tra chữ ký</source>
            <extracomment>the app checks the finished file itself</extracomment>
            <translation>Checking the signature</translation>
        </message>
        <message>
            <source>Đang ký</source>
            <extracomment>the signature is being made</extracomment>
            <translation>Signing</translation>
        </message>
        <message numerus="yes">
            <source>Còn %n lần trước khi mã PIN bị khoá hẳn và khoá ký bị huỷ.</source>
            <extracomment>below the dots, in the last round: no lock comes after it, but the end of the PIN</extracomment>
            <translation>
                <numerusform>%n try left before the PIN is blocked for good and the signing key destroyed.</numerusform>
                <numerusform>%n tries left before the PIN is blocked for good and the signing key destroyed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn %n lần trước khi mã PIN tạm khoá %1.</source>
            <extracomment>below the dots, when tries were used up before; %1 is how long the lock lasts: “5 phút”</extracomment>
            <translation>
                <numerusform>%n try left before the PIN is locked for %1.</numerusform>
                <numerusform>%n tries left before the PIN is locked for %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Quên mã PIN</source>
            <extracomment>button</extracomment>
            <translation>Forgot PIN</translation>
        </message>
        <message>
            <source>Kích hoạt lại với mã PIN mới</source>
            <extracomment>title of the sheet that asks before giving up</extracomment>
            <translation>Activate again with a new PIN</translation>
        </message>
        <message>
            <source>Mã PIN không lấy lại được. Chứng thư vừa cấp sẽ bị thu hồi, chưa ký gì. Cần mã kích hoạt mới, gửi qua email.</source>
            <extracomment>what forgetting the PIN costs before the account is active</extracomment>
            <translation>A PIN cannot be recovered. The certificate just issued will be revoked; it has signed nothing. A new activation code is needed, sent by email.</translation>
        </message>
        <message>
            <source>Nhận mã mới</source>
            <extracomment>button of the sheet that asks before giving up</extracomment>
            <translation>Get a new code</translation>
        </message>
    </context>
</TS>
