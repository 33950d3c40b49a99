#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a program on a private session bus with the real gnome-keyring-daemon, its login collection unlocked.

with_keyring.py PROGRAM [ARGUMENT…]: home and XDG folders are new ones, gone afterwards; nothing of the machine's own
passwords is touched. Exit code 77 when one of the packages is missing.
"""
import os
import shutil
import subprocess
import sys

from private_bus import SKIPPED, surroundings, wait_for

PASSWORD = b"a password of nobody"

try:
    import dbus
except ImportError:
    dbus = None


def main():
    if dbus is None or not shutil.which("gnome-keyring-daemon") or not shutil.which("dbus-daemon"):
        print("skipped: gnome-keyring, dbus or python3-dbus is not installed (./smartca setup --test)")
        return SKIPPED
    with surroundings("keyring") as around:
        folder = around.folder
        for name in ("home", "data", "config", "cache", "run"):
            (folder / name).mkdir(mode=0o700)
        os.environ.update(HOME=f"{folder}/home", XDG_DATA_HOME=f"{folder}/data", XDG_CONFIG_HOME=f"{folder}/config",
                          XDG_CACHE_HOME=f"{folder}/cache", XDG_RUNTIME_DIR=f"{folder}/run")
        # QtKeychain goes by the desktop; GNOME's is the one with this daemon.
        os.environ.update(XDG_CURRENT_DESKTOP="GNOME", DESKTOP_SESSION="gnome")
        around.start_bus("DBUS_SESSION_BUS_ADDRESS", "<type>session</type>")
        keyring = around.start("gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock",
                               stdin=subprocess.PIPE)
        keyring.stdin.write(PASSWORD)
        keyring.stdin.close()
        bus = dbus.SessionBus()
        wait_for(lambda: bus.name_has_owner("org.freedesktop.secrets"), "the Secret Service")
        return subprocess.run(sys.argv[1:], check=False).returncode


sys.exit(main())
