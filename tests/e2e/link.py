# SPDX-License-Identifier: Apache-2.0
"""The e-mail's link starts the app, or comes to the window that is open: username and code are there, a person goes on.
link.py BIN_DIR LANGUAGE"""
import pathlib
import tempfile

from hands import app, click, link_from_mail, said, service, start_app, wait_for
from journey import come_to_the_details


def go_on_with_what_is_there():
    click(said("Tiếp tục", "Continue"))
    wait_for(said("Mật khẩu mới", "New password"))


with tempfile.TemporaryDirectory() as folder:
    data, homes = pathlib.Path(folder) / "service", pathlib.Path(folder)
    with service(data) as profile:
        link = link_from_mail(data)
        with app(profile, homes / "open"):
            come_to_the_details()
            wait_for(said("Mã kích hoạt", "Activation code"))
            if status := start_app(profile, homes / "open", link).wait(timeout=20):
                raise SystemExit(f"the second start ended with {status}")
            go_on_with_what_is_there()
        with app(profile, homes / "started", link):
            come_to_the_details()
            click(said("Tiếp tục", "Continue"))
            # The first home has used it up, so the link was sent.
            wait_for(said("Mã đã được dùng trên thiết bị khác", "The code was used on another device"))
print("filled")
