#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Activates an account against the service for the sake of its record: make_record.py BIN OUT writes OUT/acceptance-record.pdf and
OUT/root-ca.pem, as `./smartca demo` does but without the app's window."""
import email
import email.policy
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

USERNAME = "079162001418"
SUBSCRIBER = {"--username": USERNAME, "--name": "Nguyễn Thị Hoà", "--email": "hoa.nguyen@example.vn", "--phone": "0900000418",
              "--birthday": "1962-05-17", "--id-number": "079162001418", "--language": "vi"}
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


def code_in_mail(folder):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for path in sorted(folder.glob("*.eml")):
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if found := CODE.search(message.get_body(("plain",)).get_content()):
                return found.group()
        time.sleep(0.1)
    sys.exit("no activation code came by mail")


def activate(programs, work, data, profile, record):
    subprocess.run([programs / "smartca-sandbox", "subscriber", "add", "--data", data, *(part for pair in SUBSCRIBER.items() for part in pair)],
                   check=True, stdout=subprocess.DEVNULL)
    secrets = {"username": USERNAME, "activationCode": code_in_mail(data / "mail"), "password": "Sen-no-7-Tram",
               "pin": "740296"}
    subprocess.run([programs / "smartca-cli", "activate", "--profile", profile, "--home", work / "home", "--out", record, "--json"],
                   input=json.dumps(secrets), text=True, check=True, timeout=120)


def main(programs, out):
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        data = work / "service"
        service = subprocess.Popen([programs / "smartca-sandbox", "serve", "--data", data, "--listen", "127.0.0.1:0"],
                                   stdout=subprocess.PIPE, text=True)
        try:
            ready = json.loads(service.stdout.readline())
            activate(programs, work, data, ready["profile"], out / "acceptance-record.pdf")
            shutil.copyfile(data / "root-ca.pem", out / "root-ca.pem")
        finally:
            service.terminate()
            service.wait(timeout=30)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
