# SPDX-License-Identifier: Apache-2.0
"""What the surroundings of a test share: a folder that is gone afterwards, a bus of its own and whatever runs on it."""
import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

SKIPPED = 77

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  {kind}
  <listen>unix:path={folder}/bus</listen>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
"""


def wait_for(ready, what):
    for _ in range(1000):
        if ready():
            return
        time.sleep(0.01)
    raise SystemExit(f"{what} did not come up")


def is_listening(path):
    """The file alone says too little: it is there before anybody listens behind it."""
    with socket.socket(socket.AF_UNIX) as caller:
        return caller.connect_ex(str(path)) == 0


class Surroundings:
    """A new folder and the programs started beside it."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []

    def start(self, *command, **more):
        # Whatever ends this script ends them too.
        self.started.append(subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *command], stdout=subprocess.DEVNULL, **more))
        return self.started[-1]

    def start_bus(self, variable, kind):
        """`variable`: where programs look for its address, those too that the bus starts; `kind`: elements of its configuration."""
        os.environ[variable] = f"unix:path={self.folder}/bus"
        (self.folder / "bus.conf").write_text(BUS.format(kind=kind, folder=self.folder))
        self.start("dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork")
        wait_for(lambda: is_listening(self.folder / "bus"), "the bus")


@contextlib.contextmanager
def surroundings(name):
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"smartca-{name}-"))
    around = Surroundings(folder)
    try:
        yield around
    finally:
        for process in reversed(around.started):
            process.terminate()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)
