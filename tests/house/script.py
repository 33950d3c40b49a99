#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""./smartca says in a sentence what it cannot do, before it installs or builds anything; building what needs clang brings clang."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Whatever installs or builds goes through one of these. All packages are there but clang-16, and nothing can be installed.
PROGRAMS = ("dpkg-query", "apt-get", "sudo", "cmake", "ctest")
STUB = """#!/bin/sh
echo "${0##*/} $*" >>"$CALLS"
case "${0##*/} $*" in *clang-16) exit 1 ;; dpkg-query*) echo installed ;; *) exit 1 ;; esac
"""
REFUSED = [
    ["setup", "--tset"], ["setup", "more"], ["build", "releese"], ["test", "nolabel"], ["test", "unit", "nolabel"],
    ["demo", "--headles"], ["demo", "--out"], ["demo", "--out", ""], ["demo", "--headless", "--out", "FILE"],
    ["demo", "--headless", "--out=FILE/below"], ["demo", "more"], ["fuzz", "soon"], ["tset"],
]
ANSWERED = [["help"], ["demo", "--help"], ["setup", "-h"], ["test", "--help"]]


def call(folder, arguments):
    """Exit code, what was said, and which programs were called to do something."""
    calls = folder / "calls"
    calls.write_text("")
    environment = dict(os.environ, PATH=f"{folder / 'bin'}:{os.environ['PATH']}", CALLS=str(calls))
    result = subprocess.run([ROOT / "smartca", *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=30)
    return result.returncode, result.stdout, result.stderr, calls.read_text()


def problems(folder):
    (folder / "bin").mkdir()
    for name in PROGRAMS:
        (folder / "bin" / name).write_text(STUB)
        (folder / "bin" / name).chmod(0o755)
    (folder / "FILE").write_text("")
    for arguments in REFUSED:
        code, _, said, calls = call(folder, arguments)
        if code != 2 or calls or not said.strip() or "Traceback" in said:
            yield f"{arguments}: exit code {code}, said “{said.strip()}”, called “{calls[:40].strip()}”"
    for arguments in ANSWERED:
        code, said, _, calls = call(folder, arguments)
        if code != 0 or calls or "./smartca setup" not in said:
            yield f"{arguments}: exit code {code}, called “{calls[:40].strip()}”"
    if "clang-16" not in call(folder, ["build", "fuzz"])[3]:
        yield "build fuzz does not look for clang"


with tempfile.TemporaryDirectory() as name:
    found = list(problems(pathlib.Path(name)))
print("\n".join(found))
sys.exit(1 if found else 0)
