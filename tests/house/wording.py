#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Vietnamese as this house writes it: tone marks on the main vowel, no words the tone of voice rules out; colours only in Design and, on the
service's side, in its palette; every string of the screens with a comment for the translator; every control of ours named."""
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
OLD_FORMS = re.compile(r"\b(khóa|xóa|hòa|hóa|tòa|khỏe|hủy|ủy|tùy|thủy|họa|lóa)\b", re.I)
FORBIDDEN = re.compile(r"\b(thư điện tử|chúng tôi|bạn)\b", re.I)
RAW_COLOUR = re.compile(r'["\']#[0-9a-fA-F]{3,8}["\']|Qt\.rgba\(|\bcolor:\s*"[a-z]+"')
# In C++ a colour may stand in the middle of a text (HTML). The landing page's style sheet gives its colours names of its own.
RAW_COLOUR_CPP = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\bQColor\(\s*(?:0x|\d)")
COLOURS_IN_CPP = {"src/sandbox/palette.h", "src/sandbox/mail/landing_page.cpp"}


def files(*patterns):
    for pattern in patterns:
        yield from sorted(p for p in ROOT.glob(pattern) if "build" not in p.relative_to(ROOT).parts)


def problems():
    seen = 0
    for path in files("src/**/*.cpp", "src/**/*.h", "platform/**/*.cpp", "qml/**/*.qml", "i18n/*.ts"):
        seen += 1
        text = path.read_text()
        name = path.relative_to(ROOT)
        if unicodedata.normalize("NFC", text) != text:
            yield f"{name}: not in NFC"
        for number, line in enumerate(text.splitlines(), 1):
            if match := OLD_FORMS.search(line):
                yield f"{name}:{number}: old tone mark: {match.group(0)}"
            if match := FORBIDDEN.search(line):
                yield f"{name}:{number}: not in our voice: {match.group(0)}"
            if path.suffix == ".qml" and "Design" not in path.parts and RAW_COLOUR.search(line):
                yield f"{name}:{number}: raw colour; colours come from Tokens"
            if path.suffix in (".cpp", ".h") and str(name) not in COLOURS_IN_CPP and RAW_COLOUR_CPP.search(line):
                yield f"{name}:{number}: raw colour; screens take them from Tokens, the service from sandbox/palette.h"
    for path in files("qml/**/*.qml"):
        lines = path.read_text().splitlines()
        for number, line in enumerate(lines, 1):
            if "qsTr(" in line:
                before = [other.strip() for other in lines[max(0, number - 5):number - 1]]
                if not any(other.startswith("//:") for other in before):
                    yield f"{path.relative_to(ROOT)}:{number}: no comment for the translator (//: …) above qsTr"
    if seen < 50:
        yield "too few files found: the check looks in the wrong place"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
