# SPDX-License-Identifier: Apache-2.0
"""Closes the window in the middle of an activation, three times, and opens the app again: it goes on where it stopped, in the
language it was left in, and ends with one certificate and no PIN try burned. reopen.py BIN_DIR LANGUAGE"""
import contextlib
import pathlib
import tempfile

from hands import app, ask_service, click, code_from_mail, press_the_windows_cross, said, service, wait_for
from journey import WITHOUT_FINGERPRINT, choose_password_and_pin, confirm_and_sign, enter_details


def ends_by_itself(process):
    if status := process.wait(timeout=20):
        raise SystemExit(f"the app did not end well: {status}")


@contextlib.contextmanager
def app_opened_again(profile, home):
    with app(profile, home) as process:
        wait_for(said("Tiếp tục kích hoạt", "Continue the activation"))
        click(said("Tiếp tục", "Continue"))
        yield process


def activate_with_interruptions(data, home, profile):
    code = code_from_mail(data)
    with app(profile, home) as process:
        enter_details(code)
        choose_password_and_pin()
        press_the_windows_cross()
        ends_by_itself(process)
    with app_opened_again(profile, home) as process:
        # Password and PIN were never written down: they are chosen again, the code is not asked for.
        choose_password_and_pin()
        click(WITHOUT_FINGERPRINT)
        wait_for(said("Đang chờ cấp chứng thư", "Waiting for the certificate"))
        click(said("Đóng, quay lại sau", "Close, come back later"))
        ends_by_itself(process)
    ask_service(data, "certificate", "release")
    with app_opened_again(profile, home) as process:
        wait_for(said("Thông tin đúng", "The details are right"))
        press_the_windows_cross()
        ends_by_itself(process)
    with app_opened_again(profile, home):
        confirm_and_sign()


with tempfile.TemporaryDirectory() as folder:
    data, home = pathlib.Path(folder) / "service", pathlib.Path(folder) / "home"
    with service(data, "--issuance-delay", "86400") as profile:
        activate_with_interruptions(data, home, profile)
        shown = ask_service(data, "subscriber", "show")
        if shown["state"] != "active" or len(shown["certificates"]) != 1 or shown["triesLeft"] != 3:
            raise SystemExit(f"not one certificate, or a try burned: {shown}")
print("active")
