#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""./smartca demo where a display is named that nobody serves: it drives the app without one, to the end,
and leaves what it says.
Called with the folder of the programs."""
import email
import email.policy
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def demo_tool():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("demo", str(ROOT / "tools" / "demo"))
    tool = importlib.util.module_from_spec(importlib.util.spec_from_loader("demo", loader))
    loader.exec_module(tool)
    return tool


def unserved_display():
    return next(f":{number}" for number in range(77, 1000) if not pathlib.Path(f"/tmp/.X11-unix/X{number}").exists())


def said_by(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def wrong_in(out):
    """What the results lack, in words (README.md says what they hold)."""
    if sorted(path.name for path in out.iterdir()) != ["acceptance-record.pdf", "certificate.pem", "mail.eml", "root-ca.pem",
                                                       "screens", "summary.json"]:
        yield f"left {sorted(path.name for path in out.iterdir())}"
        return
    summary = json.loads((out / "summary.json").read_text())
    mail = email.message_from_bytes((out / "mail.eml").read_bytes(), policy=email.policy.default)
    if summary["username"] != tool.SUBSCRIBER["--username"] or summary["username"] not in mail.get_body(("plain",)).get_content():
        yield "summary and mail do not name the subscriber"
    if (summary["requests"], summary["connections"]) != (7, 1):
        yield f"it took {summary['requests']} requests over {summary['connections']} connections"
    states = [step["state"] for step in summary["states"]]
    if states[0] != "readingPrivacy" or states[-2:] != ["active", "atHome"] or not all(step["at"].endswith("Z") for step in summary["states"]):
        yield f"the states are {summary['states']}"
    serial = said_by("openssl", "x509", "-in", out / "certificate.pem", "-noout", "-serial").strip()
    if not summary["credentialId"] or serial != f"serial={summary['serial']}":
        yield f"the certificate has {serial}, the summary says {summary['serial']}"
    root = said_by("openssl", "verify", "-CAfile", out / "root-ca.pem", out / "root-ca.pem")
    if not root.strip().endswith("OK"):
        yield "root-ca.pem is no root"
    verdict = said_by(tool.BIN / "smartca-cli", "verify", out / "acceptance-record.pdf", "--root", out / "root-ca.pem", "--json")
    if json.loads(verdict)["valid"] is not True:
        yield "the record does not verify"
    vietnamese = {path.name for path in (out / "screens").glob("*.png")}
    english = {path.name for path in (out / "screens" / "en").glob("*.png")}
    if len(vietnamese) < 12 or vietnamese != english:
        yield f"the pictures are {sorted(vietnamese)} and {sorted(english)}"
    same = [name for name in vietnamese if (out / "screens" / name).read_bytes() == (out / "screens" / "en" / name).read_bytes()]
    if same:
        yield f"{same} are the same in both languages"


tool = demo_tool()
tool.BIN = pathlib.Path(sys.argv[1])
for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
    os.environ.pop(name, None)
os.environ["DISPLAY"] = unserved_display()
with tempfile.TemporaryDirectory() as out:
    sys.argv = ["demo", "--out", out]
    tool.main()
    for wrong in wrong_in(pathlib.Path(out)):
        sys.exit(f"The demo ended well, but {wrong}.")
