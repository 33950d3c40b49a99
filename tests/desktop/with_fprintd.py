#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a program with the real fprintd on a private system bus, libfprint's virtual reader plugged in.

with_fprintd.py PROGRAM [ARGUMENT…]: the program finds the bus in DBUS_SYSTEM_BUS_ADDRESS and the reader's socket in
SMARTCA_TEST_READER; the bus starts fprintd on demand, as a desktop's does. Only polkit is played (it would ask the desktop's
agent): python3-dbusmock, everything allowed. Nothing of the machine's own bus and fingers is touched. Exit code 77 when one
of the packages is missing.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

FPRINTD = "/usr/libexec/fprintd"
SKIPPED = 77

try:
    import dbus
    import dbusmock  # noqa: F401
except ImportError:
    dbus = None

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={folder}/bus</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
"""
SERVICE = f"[D-BUS Service]\nName=net.reactivated.Fprint\nExec={FPRINTD}\n"


def wait_for(ready, what):
    for _ in range(1000):
        if ready():
            return
        time.sleep(0.01)
    raise SystemExit(f"{what} did not come up")


def main():
    if dbus is None or not os.path.exists(FPRINTD) or not shutil.which("dbus-daemon"):
        print("skipped: fprintd, dbus or python3-dbusmock is not installed (./smartca setup --test)")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="smartca-fprintd-"))
    started = []

    def start(*command):
        # Whatever ends this script ends them too.
        started.append(subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *command], stdout=subprocess.DEVNULL))

    try:
        (folder / "services").mkdir()
        (folder / "services/net.reactivated.Fprint.service").write_text(SERVICE)
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        (folder / "fingers").mkdir()
        os.environ.update(DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={folder}/bus", STATE_DIRECTORY=f"{folder}/fingers",
                          FP_VIRTUAL_DEVICE_STORAGE=f"{folder}/reader", SMARTCA_TEST_READER=f"{folder}/reader")
        start("dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork")
        wait_for((folder / "bus").exists, "the bus")
        start(sys.executable, "-m", "dbusmock", "--system", "--template", "polkitd")
        bus = dbus.SystemBus()
        wait_for(lambda: bus.name_has_owner("org.freedesktop.PolicyKit1"), "polkit")
        polkit = bus.get_object("org.freedesktop.PolicyKit1", "/org/freedesktop/PolicyKit1/Authority")
        polkit.AllowUnknown(True, dbus_interface="org.freedesktop.DBus.Mock")
        code = subprocess.run(sys.argv[1:], check=False).returncode
        if bus.name_has_owner("net.reactivated.Fprint"):
            os.kill(bus.call_blocking("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      "GetConnectionUnixProcessID", "s", ["net.reactivated.Fprint"]), signal.SIGKILL)
        return code
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
