# SPDX-License-Identifier: Apache-2.0
"""Activates an account as a person would: what is on the screen is found by its accessible name, clicked with the mouse,
typed on the keyboard. Nothing is known of the app but its names. activate.py BIN_DIR LANGUAGE"""
import email
import email.policy
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

BIN = pathlib.Path(sys.argv[1])
VIETNAMESE = sys.argv[2] == "vi"
PASSWORD, PIN = "Sen-Trang-62", "485913"
PATIENCE = 60


def said(vi, en):
    return vi if VIETNAMESE else en


def walk(node, depth=0):
    if node is None or depth > 40:
        return
    yield node
    for index in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(index), depth + 1)


def showing():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if app is None or "smartca" not in (app.get_name() or "").lower():
            continue
        for node in walk(app):
            try:
                if node.get_state_set().contains(Atspi.StateType.SHOWING):
                    yield node
            except gi.repository.GLib.GError:
                continue


def find(name):
    """The last one found lies on top."""
    found = None
    for node in showing():
        try:
            if node.get_name() == name:
                found = node
        except gi.repository.GLib.GError:
            continue
    return found


def wait_for(name, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if node := find(name):
            return node
        time.sleep(0.1)
    names = sorted({node.get_name() for node in showing() if node.get_name()})
    raise SystemExit(f"never on the screen: {name}\nthere are: {names}")


def xdo(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def click(name):
    wait_for(name)
    time.sleep(0.4)  # a page comes in for 220 ms
    box = Atspi.Component.get_extents(wait_for(name), Atspi.CoordType.SCREEN)
    xdo("mousemove", box.x + box.width // 2, box.y + box.height // 2, "click", 1)
    time.sleep(0.2)


def type_text(text):
    xdo("type", "--delay", "20", text)


def start_service(data):
    service = subprocess.Popen([BIN / "smartca-sandbox", "serve", "--data", data, "--listen", "127.0.0.1:0"],
                               stdout=subprocess.PIPE, text=True)
    return service, json.loads(service.stdout.readline())


def code_from_mail(data):
    subprocess.run([BIN / "smartca-sandbox", "subscriber", "add", "--data", data, "--username", "079162001418", "--name",
                    "Nguyễn Thị Hoà", "--email", "hoa@example.vn", "--phone", "0900000418", "--birthday", "1962-05-17",
                    "--id-number", "079162001418"], check=True, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for path in sorted((data / "mail").glob("*.eml")):
            body = email.message_from_bytes(path.read_bytes(), policy=email.policy.default).get_body(("plain",)).get_content()
            if found := re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", body):
                return found.group()
        time.sleep(0.1)
    raise SystemExit("no activation e-mail came")


def enter_pin():
    for digit in PIN:
        click(digit)


def activate(code):
    if not VIETNAMESE:
        click("English")
    click(said("Kích hoạt tài khoản", "Activate an account"))
    click(said("Đồng ý và tiếp tục", "Agree and continue"))
    click(said("Tên đăng nhập", "Username"))
    type_text("079162001418")
    click(said("Mã kích hoạt", "Activation code"))
    type_text(code.replace("-", ""))
    click(said("Tiếp tục", "Continue"))
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
    click(said("Tiếp tục không dùng vân tay", "Continue without a fingerprint"))
    click(said("Thông tin đúng", "The details are right"))
    click(said("Đọc tiếp trang 2", "On to page 2"))
    click(said("Ký biên bản", "Sign the record"))
    wait_for(said("Nhập mã PIN để ký", "Enter your PIN to sign"))
    enter_pin()
    click(said("Ký biên bản", "Sign the record"))
    wait_for(said("Đã ký thành công", "Signed successfully"))
    click(said("Về trang chủ", "Go to home"))
    wait_for(said("Không có gì chờ ký", "Nothing to sign"))


def main():
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "service"
        service, ready = start_service(data)
        try:
            code = code_from_mail(data)
            app = subprocess.Popen([BIN / "smartca-app", "--profile", ready["profile"], "--home", pathlib.Path(folder) / "home",
                                    "--theme", "light"])
            try:
                activate(code)
            finally:
                app.terminate()
                app.wait(timeout=20)
            shown = subprocess.run([BIN / "smartca-sandbox", "subscriber", "show", "--data", data, "--username", "079162001418"],
                                   check=True, capture_output=True, text=True)
            if json.loads(shown.stdout)["state"] != "active":
                raise SystemExit(f"the service does not call the account active: {shown.stdout}")
        finally:
            service.terminate()
            service.wait(timeout=20)
    print("active")


main()
