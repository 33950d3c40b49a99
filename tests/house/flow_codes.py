#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every failure code an activation can meet is met by a flow test, where app and service run; the others are named here, with the reason."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODES = dict(re.findall(r'FAILURE\((\w+), "([A-Z]+-\d+)"\)', (ROOT / "src/base/failure_codes.def").read_text()))

BEFORE_SENDING = "judged on the page before anything is sent: tests/unit/journey, tests/unit/ui"
DEVICE = "needs a device that a flow test does not have: tests/unit/device, tests/unit/ui"
HONEST = "an app that keeps to the protocol never gets it: tests/unit/sandbox, tests/unit/protocol"
NOT_IN_FLOW = {
    "NothingFoundInText": BEFORE_SENDING,
    "LinkRefused": BEFORE_SENDING,
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
    "InputInvalid": "of the command lines: tests/unit/cli, tests/unit/sandbox/admin",
}
NOT_IN_FLOW |= {name: HONEST for name, code in CODES.items() if code.startswith(("PRT-", "SAD-")) and name != "SadHashMismatch"}


def problems():
    met = set()
    for path in sorted((ROOT / "tests/flow").glob("*.cpp")):
        met.update(re.findall(r"FailureCode::(\w+)", path.read_text(encoding="utf-8")))
    for name, code in CODES.items():
        if name not in met and name not in NOT_IN_FLOW:
            yield f"{code} ({name}) has no flow test, and no reason is given here why not"
        if name in met and name in NOT_IN_FLOW:
            yield f"{code} ({name}) has a flow test: the reason here why not is out of date"
    for name in NOT_IN_FLOW:
        if name not in CODES:
            yield f"{name} is no failure code"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
