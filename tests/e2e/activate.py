# SPDX-License-Identifier: Apache-2.0
"""Activates an account in one go. activate.py BIN_DIR LANGUAGE"""
import pathlib
import tempfile

from hands import app, ask_service, click, code_from_mail, service
from journey import WITHOUT_FINGERPRINT, choose_password_and_pin, confirm_and_sign, enter_details

with tempfile.TemporaryDirectory() as folder:
    data, home = pathlib.Path(folder) / "service", pathlib.Path(folder) / "home"
    with service(data) as profile:
        code = code_from_mail(data)
        with app(profile, home):
            enter_details(code)
            choose_password_and_pin()
            click(WITHOUT_FINGERPRINT)
            confirm_and_sign()
        shown = ask_service(data, "subscriber", "show")
        if shown["state"] != "active":
            raise SystemExit(f"the service does not call the account active: {shown}")
print("active")
