# SPDX-License-Identifier: Apache-2.0
"""The service is gone when the code is sent, and again when the certificate is confirmed: each time the page says so, and its button
leads on once the service is back. retry.py BIN_DIR LANGUAGE"""
import contextlib
import json
import pathlib
import tempfile
import urllib.parse

from hands import app, ask_service, click, code_from_mail, said, service, wait_for
from journey import WITHOUT_FINGERPRINT, choose_password_and_pin, confirm, enter_details, sign


@contextlib.contextmanager
def service_back(data, port):
    """The page says that the service is gone; it comes back, and the button is pressed."""
    wait_for(said("Dịch vụ chưa trả lời", "The service does not answer"))
    with service(data, port=port):
        click(said("Thử lại", "Try again"))
        yield


with tempfile.TemporaryDirectory() as folder:
    data, home = pathlib.Path(folder) / "service", pathlib.Path(folder) / "home"
    with service(data) as profile:
        code = code_from_mail(data)
    port = urllib.parse.urlsplit(json.loads(pathlib.Path(profile).read_text(encoding="utf-8"))["url"]).port
    with app(profile, home):
        enter_details(code)
        with service_back(data, port):
            choose_password_and_pin()
            click(WITHOUT_FINGERPRINT)
            wait_for(said("Thông tin đúng", "The details are right"))
        confirm()
        with service_back(data, port):
            sign()
            shown = ask_service(data, "subscriber", "show")
            if shown["state"] != "active" or shown["triesLeft"] != 3:
                raise SystemExit(f"not active, or a try burned: {shown}")
print("active")
