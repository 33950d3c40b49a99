#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""second_start.py APP CLI SANDBOX: the app started twice on one home. The second start ends at once when the first has come
forward, and stays with its refusal (DSK-103) when the first does not answer."""
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "faults" / "crash"))
import sweep  # noqa: E402  the service, as the crash sweep uses it

APP, CLI, SANDBOX = sys.argv[1:4]


class SecondStart(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="smartca-app-")
        self.addCleanup(self.folder.cleanup)
        self.service = sweep.Service(SANDBOX, pathlib.Path(self.folder.name) / "data")
        self.assertTrue(self.service.start())
        self.addCleanup(self.service.stop)
        self.home = pathlib.Path(self.folder.name) / "home"
        self.bell = self.home / "raise"

    def app(self):
        process = subprocess.Popen([APP, "--profile", self.service.profile, "--home", str(self.home)],
                                   env=sweep.environment(QT_QPA_PLATFORM="offscreen"), stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def first(self):
        process = self.app()
        self.until(lambda: self.answers() or process.poll() is not None)
        self.assertIsNone(process.poll())
        return process

    def listens(self):
        with socket.socket(socket.AF_UNIX) as caller:
            return caller.connect_ex(str(self.bell)) == 0

    def answers(self):
        """Its pages are loaded and it looks up: before that it listens, but may take longer than a caller waits."""
        with socket.socket(socket.AF_UNIX) as caller:
            if caller.connect_ex(str(self.bell)) != 0:
                return False
            caller.settimeout(sweep.PATIENCE)
            try:
                caller.sendall(b"raise")
                return caller.recv(16) == b"raised"
            except ConnectionError:
                return False

    def until(self, condition):
        end = time.monotonic() + sweep.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.02)

    def test_second_start_ends_when_the_first_has_come_forward(self):
        first = self.first()
        for _ in range(2):
            self.assertEqual(self.app().wait(sweep.PATIENCE), 0)
            self.assertIsNone(first.poll())

    def test_second_start_stays_when_the_first_does_not_answer(self):
        first = self.first()
        first.send_signal(signal.SIGSTOP)
        second = self.app()
        with self.assertRaises(subprocess.TimeoutExpired):
            second.wait(8)  # longer than it asks

    def test_start_after_a_killed_one_opens_its_own_window(self):
        first = self.first()
        first.kill()
        first.wait()
        self.assertTrue(self.bell.exists(), "what the killed one left")
        self.assertFalse(self.listens())
        self.first()
        self.assertEqual(self.app().wait(sweep.PATIENCE), 0)

    def test_command_line_on_the_home_of_an_open_window_is_refused_all_the_same(self):
        first = self.first()
        done = subprocess.run([CLI, "activate", "--profile", self.service.profile, "--home", str(self.home)], input="{}",
                              text=True, capture_output=True, env=sweep.environment(), timeout=sweep.PATIENCE)
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertRegex(done.stderr.splitlines()[-1], "^DSK-103: .+")
        self.assertIsNone(first.poll())

    def test_words_that_are_not_the_one_change_nothing(self):
        first = self.first()
        self.assertEqual(self.bell.stat().st_mode & 0o777, 0o600)
        for words in (b"quit", b"raise me", b"\0" * 4096):
            with socket.socket(socket.AF_UNIX) as caller:
                caller.connect(str(self.bell))
                caller.sendall(words)
                try:
                    self.assertEqual(caller.recv(16), b"")
                except ConnectionResetError:
                    pass
        self.assertIsNone(first.poll())
        self.assertEqual(self.app().wait(sweep.PATIENCE), 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
