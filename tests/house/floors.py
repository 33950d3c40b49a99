#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Includes and links point down the floors, and Qt stays where it may be (docs/architecture.md)."""
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


# Screens are in no C++ room; the app puts them in.
MAY_LINK = {**MAY, "qml": set(), "app": MAY["app"] | {"qml"}}
COMMAND = re.compile(r"(\w+)\(([^()]*)\)")


def room_of(path):
    parts = path.relative_to(ROOT).parts
    return "platform" if parts[0] == "platform" else parts[1]


def commands(path):
    """Each command of this CMakeLists.txt and of those it adds, in CMake's order: (file, command, words)."""
    text = re.sub(r"#.*", "", path.read_text())
    if path.parent == ROOT:
        text = re.sub(r"(?ms)^if\(SMARTCA_FUZZ\).*?^endif\(\)", "", text)  # another, smaller build
    for command, words in COMMAND.findall(text):
        words = words.split()
        if command != "add_subdirectory":
            yield path, command, words
        elif words[0] != "tests" and "${" not in words[0]:
            yield from commands(path.parent / words[0] / "CMakeLists.txt")


def link_problems():
    """A library links only what is made above it, of rooms its own room may know."""
    made = {}
    for path, command, words in commands(ROOT / "CMakeLists.txt"):
        if path.parent == ROOT or not words:
            continue
        parts = path.relative_to(ROOT).parts
        room = "qml" if parts[0] == "qml" else room_of(path)
        if command in ("smartca_library", "add_library", "qt_add_library"):
            made["smartca_" + words[0].removeprefix("smartca_")] = room
        if command == "qt_add_qml_module":
            made[words[0] + "plugin"] = room
        if command not in ("smartca_library", "smartca_executable", "target_link_libraries"):
            continue
        for name in words[1:]:
            if not name.startswith("smartca_") or name == "smartca_flags" or "${" in name:
                continue
            if name not in made:
                yield f"{path.relative_to(ROOT)}: {name} is linked before it is made: the order of CMakeLists.txt is that of the floors"
            elif made[name] != room and made[name] not in MAY_LINK.get(room, set()):
                yield f"{path.relative_to(ROOT)}: '{room}' may not link {name}"
    if len(made) < 20:
        yield f"only {len(made)} libraries found: the check looks in the wrong place"


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
            if ".." in target.split("/"):
                yield f"{where}: '{target}' leaves its folder by the back door; rooms are named"
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


found = [*problems(), *link_problems()]
print("\n".join(found))
sys.exit(1 if found else 0)
