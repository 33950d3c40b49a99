# SPDX-License-Identifier: Apache-2.0
"""What goes wrong is told to the screen reader, once. said.py BIN_DIR LANGUAGE"""
import pathlib
import tempfile
import time

from hands import PATIENCE, Atspi, GLib, app, click, said, service
from journey import come_to_the_details

heard = []


def note(event):
    try:
        if event.detail1 and event.source.get_role() == Atspi.Role.NOTIFICATION:
            heard.append(event.source.get_name())
    except GLib.GError:
        pass  # gone before it could be asked


def wait_until_heard(words):
    deadline = time.monotonic() + PATIENCE
    while not any(words in sentence for sentence in heard):
        if time.monotonic() > deadline:
            raise SystemExit(f"never said: {words}\nbut: {heard}")
        GLib.MainContext.default().iteration(False)
        time.sleep(0.02)


def settle(seconds):
    """What comes late is heard too."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.02)


with tempfile.TemporaryDirectory() as folder:
    with service(pathlib.Path(folder) / "service") as profile, app(profile, pathlib.Path(folder) / "home"):
        come_to_the_details()
        listener = Atspi.EventListener.new(note)
        listener.register("object:state-changed:showing")
        click(said("Dán từ email", "Paste from email"))
        nothing = said("Chưa thấy mã trong nội dung đã chép", "No code in what was copied")
        wait_until_heard(nothing)
        settle(1)
        if (times := sum(nothing in sentence for sentence in heard)) != 1:
            raise SystemExit(f"said {times} times: {heard}")
print("said")
