#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Includes point down the floors, and Qt stays where it may be (docs/architecture.md)."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What each room may include, beside itself. A room not named here fails: a new room says where it stands.
BASE, CRYPTO = {"base"}, {"base", "crypto"}
MAY = {
    "base": set(),
    "crypto": BASE,
    "protocol": CRYPTO,
    "pdf": CRYPTO,
    "journey": BASE,
    "device": CRYPTO,
    "trace": BASE | {"journey"},
    "platform": CRYPTO | {"device"},
    "client": CRYPTO | {"protocol", "pdf", "journey", "device", "trace"},
    "ui": CRYPTO | {"protocol", "pdf", "journey", "device", "trace", "client"},
    "app": CRYPTO | {"protocol", "pdf", "journey", "device", "trace", "client", "ui", "platform"},
    "cli": CRYPTO | {"protocol", "pdf", "journey", "device", "trace", "client", "platform"},
    "sandbox": CRYPTO | {"protocol", "pdf"},
}
QT_FREE = {"base", "crypto", "protocol", "pdf", "journey", "trace"}
QUICK_ALLOWED = {"ui", "app"}
QT_INCLUDE = re.compile(r"^(?:Q[A-Z]\w*(?:/\w+)?|Qt\w+/.*|qt\w*\.h|qt6keychain/.*)$")
QUICK = re.compile(r"Q(?:Quick|Qml|JS)\w*|QtQuick.*|QtQml.*")


def room_of(path):
    parts = path.relative_to(ROOT).parts
    return "platform" if parts[0] == "platform" else parts[1]


def problems():
    files = [p for top in ("src", "platform") for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".h", ".cpp", ".hpp", ".def")]
    if len(files) < 50:
        yield "too few files found: the check looks in the wrong place"
    for path in files:
        room = room_of(path)
        if room not in MAY:
            yield f"{path.relative_to(ROOT)}: room '{room}' is not on any floor of tests/house/floors.py"
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not found:
                continue
            target = found.group(1)
            top = target.split("/")[0]
            where = f"{path.relative_to(ROOT)}:{number}"
            if top in MAY and "/" in target and top != room and top not in MAY[room]:
                yield f"{where}: '{room}' may not include '{target}'"
            if room in QT_FREE and QT_INCLUDE.match(target):
                yield f"{where}: no Qt in '{room}' ({target})"
            if room not in QUICK_ALLOWED and QUICK.fullmatch(target):
                yield f"{where}: only ui and app know QML ({target})"
    for path in sorted([*(ROOT / "src").rglob("CMakeLists.txt"), *(ROOT / "platform").rglob("CMakeLists.txt")]):
        if path.parent == ROOT / "src":
            continue
        room = room_of(path)
        text = path.read_text()
        if room in QT_FREE and "Qt6::" in text:
            yield f"{path.relative_to(ROOT)}: no Qt in '{room}'"
        if room not in QUICK_ALLOWED and re.search(r"Qt6::(Quick|Qml)\b", text):
            yield f"{path.relative_to(ROOT)}: only ui and app link Quick"
        if not text.lstrip().startswith("#"):
            yield f"{path.relative_to(ROOT)}: begins with a paragraph that says what the room is for"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
