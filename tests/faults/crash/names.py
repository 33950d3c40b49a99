#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""names.py present|absent SOURCES BINARY…: whether binaries know the failpoints of the sources, or the variables that set them off.

A release must not: neither a name nor the way to use one.
"""
import pathlib
import re
import sys

FAILPOINT = re.compile(r'SMARTCA_FAILPOINT\("([a-z.-]+)"\)')


def names_in(sources):
    for folder in ("src", "platform"):
        for path in sorted((sources / folder).rglob("*.cpp")):
            yield from FAILPOINT.findall(path.read_text(encoding="utf-8"))


def main(wanted, sources, binaries):
    names = sorted(set(names_in(pathlib.Path(sources))))
    if len(names) < 4:
        sys.exit(f"only {names} found in the sources: this test looks in the wrong place")
    known = set()
    wrong = []
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
