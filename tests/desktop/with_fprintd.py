#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a program with the real fprintd on a private system bus, libfprint's virtual reader plugged in.

with_fprintd.py PROGRAM [ARGUMENT…]: the program finds the bus in DBUS_SYSTEM_BUS_ADDRESS and the reader's socket in
SMARTCA_TEST_READER; the bus starts fprintd on demand, as a desktop's does. Only polkit is played (it would ask the desktop's
agent): python3-dbusmock, everything allowed. Nothing of the machine's own bus and fingers is touched. Exit code 77 when one
of the packages is missing.
"""
import os
import shutil
import signal
import subprocess
import sys

from private_bus import SKIPPED, surroundings, wait_for

FPRINTD = "/usr/libexec/fprintd"

try:
    import dbus
    import dbusmock  # noqa: F401
except ImportError:
    dbus = None

SERVICE = f"[D-BUS Service]\nName=net.reactivated.Fprint\nExec={FPRINTD}\n"


def main():
    if dbus is None or not os.path.exists(FPRINTD) or not shutil.which("dbus-daemon"):
        print("skipped: fprintd, dbus or python3-dbusmock is not installed (./smartca setup --test)")
        return SKIPPED
    with surroundings("fprintd") as around:
        folder = around.folder
        (folder / "services").mkdir()
        (folder / "services/net.reactivated.Fprint.service").write_text(SERVICE)
        (folder / "fingers").mkdir()
        os.environ.update(STATE_DIRECTORY=f"{folder}/fingers", FP_VIRTUAL_DEVICE_STORAGE=f"{folder}/reader",
                          SMARTCA_TEST_READER=f"{folder}/reader")
        around.start_bus("DBUS_SYSTEM_BUS_ADDRESS", f"<servicedir>{folder}/services</servicedir>")
        around.start(sys.executable, "-m", "dbusmock", "--system", "--template", "polkitd")
        bus = dbus.SystemBus()
        wait_for(lambda: bus.name_has_owner("org.freedesktop.PolicyKit1"), "polkit")
        polkit = bus.get_object("org.freedesktop.PolicyKit1", "/org/freedesktop/PolicyKit1/Authority")
        polkit.AllowUnknown(True, dbus_interface="org.freedesktop.DBus.Mock")
        code = subprocess.run(sys.argv[1:], check=False).returncode
        if bus.name_has_owner("net.reactivated.Fprint"):
            os.kill(bus.call_blocking("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      "GetConnectionUnixProcessID", "s", ["net.reactivated.Fprint"]), signal.SIGKILL)
        return code


sys.exit(main())
