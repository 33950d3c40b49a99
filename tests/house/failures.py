#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each failure code is raised in exactly one place of the app or the service, and docs/failure-codes.md says every one of them."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODES = dict(re.findall(r'FAILURE\((\w+), "([A-Z]+-\d+)"\)', (ROOT / "src/base/failure_codes.def").read_text()))
RAISED = re.compile(r"(?:\.code\s*=\s*|Failure\s*\{\s*|raise\w*\(\s*|refuse\w*\(\s*|fail\w*\(\s*)(?:smartca::)?FailureCode::(\w+)")
# Comparisons and tables are no raising; these files hold tables over all codes.
TABLES = {"src/base/failure.cpp", "src/protocol/problem.cpp", "src/ui/fixtures/fixtures.cpp"}


def side_of(path):
    return "service" if "sandbox" in path.parts else "app"


def problems():
    places = {}
    for top in ("src", "platform"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in (".h", ".cpp") or str(path.relative_to(ROOT)) in TABLES or path.name.startswith("failure_catalogue"):
                continue
            text = path.read_text()
            for match in RAISED.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                places.setdefault((match.group(1), side_of(path)), []).append(f"{path.relative_to(ROOT)}:{line}")
    for name, code in CODES.items():
        everywhere = [(side, where) for (other, side), where in places.items() if other == name]
        if not everywhere:
            yield f"{code} ({name}) is raised nowhere"
        for side, where in everywhere:
            if len(where) > 1:
                yield f"{code} ({name}) is raised {len(where)} times in the {side}: {', '.join(where)}"
    for name, _ in places:
        if name not in CODES:
            yield f"{name} is no failure code"
    text = (ROOT / "docs/failure-codes.md").read_text()
    documented = re.findall(r"^\| `([A-Z]+-\d+)` \|", text, re.M)
    for code in CODES.values():
        if documented.count(code) != 1:
            yield f"docs/failure-codes.md has {documented.count(code)} rows for {code}, not one"
    for code in documented:
        if code not in CODES.values():
            yield f"docs/failure-codes.md explains {code}, which does not exist"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
