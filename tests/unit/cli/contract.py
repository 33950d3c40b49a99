#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""contract.py CLI SANDBOX: the shapes that docs/protocol.md §5 freezes, against a running service."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "faults" / "crash"))
import sweep  # noqa: E402  the service and its subscribers, as the crash sweep uses them

CLI, SANDBOX = sys.argv[1:3]


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="smartca-cli-")
        cls.service = sweep.Service(SANDBOX, pathlib.Path(cls.folder.name) / "data")
        assert cls.service.start()

    @classmethod
    def tearDownClass(cls):
        cls.service.stop()
        cls.folder.cleanup()

    def subscriber(self):
        return sweep.Subscriber(self.service, CLI, pathlib.Path(self.folder.name))

    def activate(self, subscriber, given, *more):
        return subprocess.run([CLI, "activate", "--profile", self.service.profile, "--home", str(subscriber.home), *more],
                              input=json.dumps(given), text=True, capture_output=True, env=sweep.environment(),
                              timeout=sweep.PATIENCE)

    def status(self, subscriber):
        done = subprocess.run([CLI, "status", "--home", str(subscriber.home), "--json"], text=True, capture_output=True,
                              env=sweep.environment(), timeout=sweep.PATIENCE)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def given(self, subscriber, **other):
        return {"username": subscriber.username, "activationCode": subscriber.code, "password": sweep.PASSWORD,
                "pin": sweep.PIN, **other}

    def new_code(self, person):
        before = set((self.service.data / "mail").glob("*.eml"))
        self.service.staff("subscriber", "resend", "--username", person.username)
        return person.code_in_mail(before)

    def last_line(self, done):
        line = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual(list(line), ["at", "event", "state", "code"])
        return line["event"], line["state"], line["code"]

    def refused(self, done, code):
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertRegex(done.stderr.splitlines()[-1], f"^{code}: .+")

    def test_status_of_a_home_without_its_key_says_so_and_leaves_it_as_it_is(self):
        home = pathlib.Path(self.folder.name) / "keyless"
        home.mkdir()
        (home / "journal.sealed").write_bytes(b"sealed with a key that is gone")
        done = subprocess.run([CLI, "status", "--home", str(home), "--json"], text=True, capture_output=True,
                              env=sweep.environment(), timeout=sweep.PATIENCE)
        self.refused(done, "KEY-101")
        self.assertEqual([path.name for path in home.iterdir()], ["journal.sealed"])

    def test_status_of_a_home_that_cannot_be_looked_at_is_no_fresh_one(self):
        home = pathlib.Path(self.folder.name) / "loop"
        home.symlink_to(home)
        done = subprocess.run([CLI, "status", "--home", str(home), "--json"], text=True, capture_output=True,
                              env=sweep.environment(), timeout=sweep.PATIENCE)
        self.refused(done, "DSK-102")

    def test_activation_prints_one_line_per_event_and_writes_the_record(self):
        person = self.subscriber()
        self.assertEqual(self.status(person), {"state": "welcome", "nextStep": "redeem"})
        done = self.activate(person, self.given(person), "--json", "--out", str(person.record))
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertTrue(all(list(line) == ["at", "event", "state"] for line in lines))
        self.assertEqual(lines[-1]["state"], "active")
        self.assertEqual(lines[-1]["event"], "handInAccepted")
        status = self.status(person)
        self.assertEqual((list(status), status["nextStep"]), (["state", "credentialId", "nextStep"], "none"))
        self.assertTrue(person.record.read_bytes().startswith(b"%PDF-"))
        self.assertNotIn(sweep.PIN, done.stdout + done.stderr)
        self.assertNotIn(person.code, done.stdout + done.stderr)

    def test_second_run_needs_nothing_and_writes_the_record_again(self):
        person = self.subscriber()
        self.assertEqual(self.activate(person, self.given(person)).returncode, 0)
        again = self.activate(person, {}, "--out", str(person.record))
        self.assertEqual(again.returncode, 0, again.stderr)
        person.check()

    def test_wrong_code_says_so_in_the_chosen_language_and_the_right_one_still_works(self):
        person = self.subscriber()
        wrong = self.given(person, activationCode="0000-0000")
        done = self.activate(person, wrong, "--lang", "vi")
        self.refused(done, "ACT-104")
        self.assertIn("Mã kích hoạt không khớp", done.stderr)
        done = self.activate(person, wrong, "--lang", "en", "--json")
        self.refused(done, "ACT-104")
        self.assertIn("The activation code does not match", done.stderr)
        self.assertEqual(json.loads(done.stdout.splitlines()[-1])["code"], "ACT-104")
        self.assertEqual(self.activate(person, self.given(person)).returncode, 0)

    def test_weak_secrets_are_refused_before_they_leave_and_can_be_mended(self):
        person = self.subscriber()
        self.refused(self.activate(person, self.given(person, password="senhoa2026")), "PWD-101")
        self.refused(self.activate(person, self.given(person, password="Sen-Hoà2026!")), "PWD-103")
        self.refused(self.activate(person, self.given(person, pin="123456")), "PIN-101")
        self.refused(self.activate(person, self.given(person, pin="12345")), "CLI-101")
        # Redeemed by now: neither username nor code is needed any more.
        self.assertEqual(self.status(person)["nextStep"], "enrol")
        done = self.activate(person, {"password": sweep.PASSWORD, "pin": sweep.PIN})
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_space_in_a_password_is_told_as_such(self):
        person = self.subscriber()
        done = self.activate(person, self.given(person, password="Aa1!aa aa"), "--lang", "en")
        self.refused(done, "PWD-101")
        self.assertIn("no spaces", done.stderr)
        self.assertIn("8 to 30 characters", done.stderr)

    def test_what_is_needed_and_missing_is_named(self):
        person = self.subscriber()
        done = self.activate(person, {"password": sweep.PASSWORD, "pin": sweep.PIN}, "--lang", "en")
        self.refused(done, "CLI-101")
        self.assertIn("username (needed at this step and not given)", done.stderr)

    def test_failure_that_the_command_line_finds_itself_ends_the_lines_as_well(self):
        person = self.subscriber()
        done = self.activate(person, self.given(person, wrong="x"), "--json")
        self.refused(done, "CLI-101")
        self.assertEqual(self.last_line(done), ("failed", "welcome", "CLI-101"))
        done = self.activate(person, self.given(person, password="senhoa2026"), "--json")
        self.refused(done, "PWD-101")
        self.assertEqual(self.last_line(done), ("failed", "choosingPassword", "PWD-101"))
        done = self.activate(person, self.given(person, pin="12345"), "--json", "--lang", "en")
        self.refused(done, "CLI-101")
        self.assertIn("pin (not six digits)", done.stderr)
        self.assertNotIn("12345", done.stdout + done.stderr.replace(person.username, ""))
        self.assertEqual(self.last_line(done), ("failed", "choosingPin", "CLI-101"))

    def test_home_of_another_account_is_refused_and_that_account_is_left_alone(self):
        first, second = self.subscriber(), self.subscriber()
        self.refused(self.activate(first, self.given(first, pin="123456")), "PIN-101")
        other = self.given(second)
        done = self.activate(first, other, "--json", "--lang", "en")
        self.refused(done, "JRN-103")
        self.assertIn("--home", done.stderr)
        self.assertEqual(self.last_line(done), ("failed", "offeringResume", "JRN-103"))
        self.assertEqual(self.activate(first, self.given(first)).returncode, 0)
        done = self.activate(first, other, "--json")
        self.refused(done, "JRN-103")
        self.assertEqual(self.last_line(done), ("failed", "atHome", "JRN-103"))
        self.assertEqual(self.status(first)["nextStep"], "none")
        # Its own account, in whatever spelling, or none at all: as before.
        spaced = " ".join([first.username[:6], first.username[6:]])
        self.assertEqual(self.activate(first, {"username": spaced}).returncode, 0)
        self.assertEqual(self.activate(first, {}).returncode, 0)
        self.assertEqual(self.activate(second, other).returncode, 0)

    def test_refused_certificate_leads_on_with_a_new_code_alone(self):
        self.service.stop()
        self.service.options = ["--issuance-delay", "600"]
        self.assertTrue(self.service.start())
        try:
            person = self.subscriber()
            waiting = subprocess.Popen([CLI, "activate", "--profile", self.service.profile, "--home", str(person.home)],
                                       stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                       env=sweep.environment())
            waiting.stdin.write(json.dumps(self.given(person)))
            waiting.stdin.close()
            while self.status(person)["state"] != "awaitingCertificate":
                self.assertIsNone(waiting.poll())
            self.service.staff("certificate", "refuse", "--username", person.username)
            self.assertEqual(waiting.wait(sweep.PATIENCE), 2)
            self.assertIn("CRT-102", waiting.stderr.read())
            waiting.stderr.close()
            self.service.stop()
            self.refused(self.activate(person, {}), "NET-102")
            self.assertEqual(self.status(person)["nextStep"], "reactivate")
        finally:
            self.service.stop()
            self.service.options = []
            self.assertTrue(self.service.start())
        self.assertEqual(self.status(person)["nextStep"], "reactivate")
        # The old code is none that leads on, and no code neither.
        for given in ({}, self.given(person)):
            self.refused(self.activate(person, given), "CRT-102")
            self.assertEqual(self.status(person)["nextStep"], "reactivate")
        code = self.new_code(person)
        done = self.activate(person, self.given(person, activationCode=code), "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("reactivationWanted", [json.loads(line)["event"] for line in done.stdout.splitlines()])
        self.assertEqual(self.status(person)["nextStep"], "none")

    def test_revoked_keys_of_a_home_are_made_anew_for_the_same_code(self):
        person, elsewhere, other = self.subscriber(), self.subscriber(), self.subscriber()
        self.service.staff("certificate", "hold", "--username", person.username)
        self.refused(self.activate(person, self.given(person)), "CRT-101")
        self.activate(elsewhere, self.given(person, activationCode=self.new_code(person)))
        self.assertNotEqual(self.status(elsewhere)["nextStep"], "redeem")  # which ended what the first home began
        (person.home / "journal.sealed").unlink()
        done = self.activate(person, self.given(other), "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertIn("KEY-103", [line.get("code") for line in lines])
        self.assertEqual(lines[-1]["state"], "active")

    def test_record_that_cannot_be_written_is_refused_before_anything_begins_and_a_link_is_followed(self):
        person = self.subscriber()
        nowhere = str(person.home) + "-none/record.pdf"
        done = self.activate(person, self.given(person), "--out", nowhere, "--lang", "en")
        self.refused(done, "CLI-101")
        self.assertIn(f"{nowhere} (there is no such folder", done.stderr)
        self.assertFalse(person.home.exists())
        self.assertEqual(self.activate(person, self.given(person)).returncode, 0)
        link = person.record.with_suffix(".link")
        os.symlink(person.record, link)
        self.assertEqual(self.activate(person, {}, "--out", str(link)).returncode, 0)
        self.assertTrue(link.is_symlink())
        person.check()

    def test_held_certificate_is_told_with_what_staff_wrote(self):
        person = self.subscriber()
        self.service.staff("certificate", "hold", "--username", person.username, "--reason", "ảnh giấy tờ bị mờ")
        done = self.activate(person, self.given(person))
        self.refused(done, "CRT-101")
        self.assertIn("ảnh giấy tờ bị mờ", done.stderr)

    def test_second_program_on_a_home_is_refused_until_the_first_is_gone(self):
        person = self.subscriber()
        first = subprocess.Popen([CLI, "activate", "--profile", self.service.profile, "--home", str(person.home)],
                                 stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=sweep.environment(), text=True)
        # Frozen once it has written something, it goes on holding the home.
        first.stdin.write(json.dumps(self.given(person)))
        first.stdin.close()
        while not (person.home / "secret-store").exists():
            self.assertIsNone(first.poll())
        first.send_signal(signal.SIGSTOP)
        try:
            done = self.activate(person, self.given(person), "--lang", "en")
            self.refused(done, "DSK-103")
            self.assertIn("already open", done.stderr)
            self.assertIn("state", self.status(person))
        finally:
            first.kill()
            first.wait()
        done = self.activate(person, self.given(person))
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_profile_that_is_none_is_refused(self):
        done = subprocess.run([CLI, "activate", "--profile", __file__, "--home", self.folder.name + "/none"], input="{}",
                              text=True, capture_output=True, env=sweep.environment(), timeout=sweep.PATIENCE)
        self.refused(done, "SVC-107")
        done = subprocess.run([CLI, "activate", "--profile", self.folder.name, "--home", self.folder.name + "/none"], input="{}",
                              text=True, capture_output=True, env=sweep.environment(), timeout=sweep.PATIENCE)
        self.refused(done, "CLI-101")
        self.assertIn(self.folder.name, done.stderr)

    def test_unknown_arguments_end_with_2(self):
        titles = {(): "Dữ liệu đưa vào chưa đúng", ("--lang", "vi"): "Dữ liệu đưa vào chưa đúng",
                  ("--lang", "en"): "The input is not right", ("--lang=en",): "The input is not right"}
        mistakes = {("activate",): "--profile", ("activate", "--pin", "739164"): "--profile", ("activate", "--profile"): "--profile",
                    ("status", "--home", "nowhere", "--pin"): "--pin", ("nothing",): "subcommand", (): "subcommand"}
        for words, named in mistakes.items():
            for language, title in titles.items():
                # Not at the end: the words that end with an option are to miss its value.
                told = [*words[:1], *language, *words[1:]]
                done = subprocess.run([CLI, *told], input="", text=True, capture_output=True, timeout=sweep.PATIENCE)
                self.assertEqual((done.returncode, done.stdout), (2, ""), told)
                failure, *parsers = done.stderr.splitlines()
                self.assertRegex(failure, f"^CLI-101: {title}\\. .+", told)
                self.assertIn(named, "".join(parsers), told)

    def test_help_and_version_are_no_mistake(self):
        for words in (["--help"], ["activate", "--help"], ["--version"]):
            done = subprocess.run([CLI, *words], input="", text=True, capture_output=True, timeout=sweep.PATIENCE)
            self.assertEqual((done.returncode, done.stderr), (0, ""), words)
            self.assertTrue(done.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
