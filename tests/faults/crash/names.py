#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""names.py present|absent SOURCES BINARY…: whether binaries know the failpoints, or the variables that set them off.

A release must not: neither a name nor the way to use one. All names come from one list, src/base/failpoints.def; a name used
in the sources must stand there. (That every name there is passed, and killed at, the sweep itself tells.)
"""
import pathlib
import re
import sys

LISTED = re.compile(r'FAILPOINT\("([a-z.-]+)"\)')
USED = re.compile(r'SMARTCA_FAILPOINT\("([^"]+)"\)')
ANY_USE = re.compile(r"SMARTCA_FAILPOINT\(")


def listed(sources):
    return LISTED.findall((pathlib.Path(sources) / "src/base/failpoints.def").read_text(encoding="utf-8"))


def problems_of_the_list(sources, names):
    if len(names) != len(set(names)) or names != sorted(names):
        yield "the list is not sorted, or has a name twice"
    built = []
    for folder in ("src", "platform"):
        for path in sorted((sources / folder).rglob("*.cpp")):
            text = path.read_text(encoding="utf-8")
            for name in USED.findall(text):
                if name not in names:
                    yield f"{path}: {name} is not in failpoints.def"
            if len(ANY_USE.findall(text)) > len(USED.findall(text)):
                built.append(path.name)
    # Names put together at run time escape this test; the one place that does so is checked when it runs.
    if built != ["gate.cpp"]:
        yield f"names are put together in {built}, not in gate.cpp alone"


def main(wanted, sources, binaries):
    sources = pathlib.Path(sources)
    names = listed(sources)
    wrong = list(problems_of_the_list(sources, names))
    if len(names) < 20:
        wrong.append(f"only {names} found: this test looks in the wrong place")
    known = set()
    for binary in filter(None, binaries):
        content = pathlib.Path(binary).read_bytes()
        here = [name for name in names + ["SMARTCA_FAILPOINT"] if name.encode() in content]
        known.update(here)
        if wanted == "absent" and here:
            wrong.append(f"{binary} knows {here}")
    missing = set(names) - known
    if wanted == "present" and missing:
        wrong.append(f"no binary knows {sorted(missing)}")
    for line in wrong:
        print(line)
    print(f"{len(names)} failpoints, {wanted} as wanted" if not wrong else "FAILED")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
