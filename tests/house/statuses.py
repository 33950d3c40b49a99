#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/protocol.md names every code the service answers with, under the status it comes with."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODES = dict(re.findall(r'FAILURE\((\w+), "([A-Z]+-\d+)"\)', (ROOT / "src/base/failure_codes.def").read_text()))
ROW = re.compile(r"^\| (\d{3}) \| ([A-Z]+-\d+(?:, [A-Z]+-\d+)*) \|$", re.MULTILINE)
# Of the service's command line, never in an answer.
NOT_ANSWERED = {"InputInvalid"}


def statuses():
    """What src/protocol/problem.cpp sends each failure with, by name."""
    known, waiting = {}, []
    for line in (ROOT / "src/protocol/problem.cpp").read_text().splitlines():
        if case := re.match(r"\s+case (\w+):", line):
            waiting.append(case[1])
        elif status := re.match(r"\s+return (\d{3});", line):
            known.update(dict.fromkeys(waiting, int(status[1])))
            waiting = []
    return known


def problems():
    known = statuses()
    rows = ROW.findall((ROOT / "docs/protocol.md").read_text(encoding="utf-8"))
    table = {code: int(status) for status, codes in rows for code in codes.split(", ")}
    if len(known) < len(CODES) or len(table) < 40:
        yield "problem.cpp or the table of docs/protocol.md could not be read"
    names = {code: name for name, code in CODES.items()}
    for code, status in table.items():
        if known.get(names.get(code)) != status:
            yield f"{code} comes with {known.get(names.get(code))}, docs/protocol.md says {status}"
    made = set()
    for path in (ROOT / "src/sandbox").rglob("*.cpp"):
        made.update(re.findall(r"FailureCode::(\w+)", path.read_text(encoding="utf-8")))
    for name in sorted((made & CODES.keys()) - NOT_ANSWERED):
        if CODES[name] not in table:
            yield f"{CODES[name]} ({name}) is answered by the service and stands in no row of docs/protocol.md"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
