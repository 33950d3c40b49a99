# SPDX-License-Identifier: Apache-2.0
"""The steps of an activation, as a person takes them."""
from hands import USERNAME, VIETNAMESE, click, said, type_text, wait_for

PASSWORD, PIN = "Sen-Trang-62", "485913"
WITHOUT_FINGERPRINT = said("Tiếp tục không dùng vân tay", "Continue without a fingerprint")


def enter_pin():
    for digit in PIN:
        click(digit)


def come_to_the_details():
    if not VIETNAMESE:
        click("English")
    click(said("Kích hoạt tài khoản", "Activate an account"))
    click(said("Đồng ý và tiếp tục", "Agree and continue"))


def enter_details(code):
    come_to_the_details()
    click(said("Tên đăng nhập", "Username"))
    type_text(USERNAME)
    click(said("Mã kích hoạt", "Activation code"))
    type_text(code.replace("-", ""))
    click(said("Tiếp tục", "Continue"))


def choose_password_and_pin():
    click(said("Mật khẩu mới", "New password"))
    type_text(PASSWORD)
    click(said("Nhập lại mật khẩu", "Repeat the password"))
    type_text(PASSWORD)
    click(said("Tiếp tục", "Continue"))
    wait_for(said("Tạo mã PIN ký số", "Create a signing PIN"))
    enter_pin()
    click(said("Tiếp tục", "Continue"))
    wait_for(said("Nhập lại mã PIN", "Enter the PIN again"))
    enter_pin()
    click(said("Xác nhận mã PIN", "Confirm the PIN"))
    wait_for(WITHOUT_FINGERPRINT)


def confirm_and_sign():
    confirm()
    sign()


def confirm():
    click(said("Thông tin đúng", "The details are right"))


def sign():
    click(said("Đọc tiếp trang 2", "Go to page 2"))
    click(said("Ký biên bản", "Sign the record"))
    wait_for(said("Nhập mã PIN để ký", "Enter your PIN to sign"))
    enter_pin()
    click(said("Ký biên bản", "Sign the record"))
    wait_for(said("Đã ký thành công", "Signed successfully"))
    click(said("Về trang chủ", "Go to home"))
    wait_for(said("Không có gì chờ ký", "Nothing to sign"))
