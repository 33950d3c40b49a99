#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every failure code an activation can meet is met by a flow test, where app and service run; the others are named here, with the reason."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODES = dict(re.findall(r'FAILURE\((\w+), "([A-Z]+-\d+)"\)', (ROOT / "src/base/failure_codes.def").read_text()))

# After the colon: where the code is met instead. Every code must occur in at least one of these folders.
BEFORE_SENDING = "judged on the page before anything is sent: tests/unit/journey, tests/unit/ui"
DEVICE = "needs a device that a flow test does not have: tests/unit/device, tests/unit/journey, tests/unit/ui"
HONEST = "an app that keeps to the protocol never gets it: tests/unit/sandbox, tests/unit/protocol"
NOT_IN_FLOW = {
    "NothingFoundInText": BEFORE_SENDING,
    "LinkRefused": "found in the pasted text before anything is sent: tests/unit/protocol",
    "PasswordWeak": BEFORE_SENDING,
    "PasswordsUnequal": BEFORE_SENDING,
    "PasswordNotAscii": BEFORE_SENDING,
    "PinsUnequal": BEFORE_SENDING,
    "BiometricMissing": DEVICE,
    "BiometricCancelled": DEVICE,
    "BiometricFailed": DEVICE,
    "BiometricLockedOut": DEVICE,
    "BiometricChanged": DEVICE,
    "ScreenLockMissing": DEVICE,
    "KeyStoreUnusable": DEVICE,
    "HomeInUse": "two programs on one home folder are needed: tests/unit/device, tests/unit/cli",
    "ProfileInvalid": "the command reads the profile before there is a journey: tests/unit/protocol, tests/unit/cli",
}
NOT_IN_FLOW |= {name: HONEST for name, code in CODES.items() if code.startswith(("PRT-", "SAD-")) and name != "SadHashMismatch"}


def occurs(name, code, place):
    named = re.compile(rf"FailureCode::{name}\b|\b{code}\b")
    files = [path for path in (ROOT / place).rglob("*") if path.suffix in (".cpp", ".h", ".py")]
    return any(named.search(path.read_text(encoding="utf-8")) for path in files)


def problems():
    met = set()
    for path in sorted((ROOT / "tests/flow").glob("*.cpp")):
        met.update(re.findall(r"FailureCode::(\w+)", path.read_text(encoding="utf-8")))
    for name, code in CODES.items():
        if name not in met and name not in NOT_IN_FLOW:
            yield f"{code} ({name}) has no flow test, and no reason is given here why not"
        if name in met and name in NOT_IN_FLOW:
            yield f"{code} ({name}) has a flow test: the reason here why not is out of date"
    for name, reason in NOT_IN_FLOW.items():
        if name not in CODES:
            yield f"{name} is no failure code"
            continue
        places = [place.strip() for place in reason.split(": ")[1].split(",")]
        if not any(occurs(name, CODES[name], place) for place in places):
            yield f"{CODES[name]} ({name}) is excused with {', '.join(places)}, where no test names it"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
