#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a comment cites is in this repository: the page exists, and so does its section (docs/protocol.md §2.6) or heading (docs/security.md "Where …")."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A citation may go over the end of a comment's line.
NEXT_LINE = re.compile(r"\n[ \t]*(?:///?<?|#|\*)[ \t]*")
CITED = re.compile(r"(?<![\w./-])((?:[\w.-]+/)*[\w-]+\.md)\b(?: (?:§(\d+(?:\.\d+)*)|[\"“]([^\"”]+)[\"”]))?")
READ = {".ts", ".cpp", ".h", ".def", ".qml", ".py", ".txt", ".cmake", ".md", ""}
# Pictures and pages of whoever planned this are not here.
ELSEWHERE = re.compile(r"\bPicture \d+\b")


def files():
    yield from (path for path in (ROOT / name for name in ("CMakeLists.txt", "README.md", "smartca", "i18n/smartca_en.ts")) if path.is_file())
    for top in ("src", "platform", "qml", "tests", "tools", "cmake", "docs"):
        for path in sorted((ROOT / top).rglob("*")):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and path.suffix in READ and parts[:2] != ("tests", "fixtures") and not {"corpus", "anchors", "node_modules"} & set(parts):
                yield path


def headings(page):
    return [line.lstrip("#").strip() for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("#")]


def problems():
    cited = 0
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        name = path.relative_to(ROOT)
        if name == pathlib.Path("tests/house/citations.py"):
            continue
        text = NEXT_LINE.sub(" ", text)
        for match in ELSEWHERE.finditer(text):
            yield f"{name}: {match.group(0)} is not in this repository"
        for match in CITED.finditer(text):
            page, section, heading = match.groups()
            there = [place for place in (ROOT / page, path.parent / page) if place.is_file()]
            if not there:
                yield f"{name}: {page} is not in this repository"
                continue
            cited += 1
            known = headings(there[0])
            if section and not any(re.match(rf"{re.escape(section)}\.? ", line) for line in known):
                yield f"{name}: {page} has no section {section}"
            if heading and heading not in known:
                yield f"{name}: {page} has no heading “{heading}”"
    if cited < 40:
        yield f"only {cited} citations found: the check looks in the wrong place"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
