#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a program on a private session bus with the real gnome-keyring-daemon, its login collection unlocked.

with_keyring.py PROGRAM [ARGUMENT…]: home and XDG folders are new ones, gone afterwards; nothing of the machine's own
passwords is touched. Exit code 77 when one of the packages is missing.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PASSWORD = b"a password of nobody"

try:
    import dbus
except ImportError:
    dbus = None

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def wait_for(ready, what):
    for _ in range(1000):
        if ready():
            return
        time.sleep(0.01)
    raise SystemExit(f"{what} did not come up")


def main():
    if dbus is None or not shutil.which("gnome-keyring-daemon") or not shutil.which("dbus-daemon"):
        print("skipped: gnome-keyring, dbus or python3-dbus is not installed (./smartca setup --test)")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="smartca-keyring-"))
    started = []

    def start(*command, **more):
        # Whatever ends this script ends them too.
        started.append(subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *command], stdout=subprocess.DEVNULL, **more))
        return started[-1]

    try:
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        for name in ("home", "data", "config", "cache", "run"):
            (folder / name).mkdir(mode=0o700)
        os.environ.update(HOME=f"{folder}/home", XDG_DATA_HOME=f"{folder}/data", XDG_CONFIG_HOME=f"{folder}/config",
                          XDG_CACHE_HOME=f"{folder}/cache", XDG_RUNTIME_DIR=f"{folder}/run",
                          DBUS_SESSION_BUS_ADDRESS=f"unix:path={folder}/bus")
        # QtKeychain goes by the desktop; GNOME's is the one with this daemon.
        os.environ.update(XDG_CURRENT_DESKTOP="GNOME", DESKTOP_SESSION="gnome")
        start("dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork")
        wait_for((folder / "bus").exists, "the bus")
        keyring = start("gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock", stdin=subprocess.PIPE)
        keyring.stdin.write(PASSWORD)
        keyring.stdin.close()
        bus = dbus.SessionBus()
        wait_for(lambda: bus.name_has_owner("org.freedesktop.secrets"), "the Secret Service")
        return subprocess.run(sys.argv[1:], check=False).returncode
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
