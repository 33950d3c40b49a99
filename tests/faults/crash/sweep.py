#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""sweep.py client|service CLI SANDBOX [--only NAME]: kill -9 at every failpoint, then go on.

First a run that dies nowhere says which failpoints an activation passes and how often. Then, for each pass, one subscriber's
activation is killed there and started again until it is done. It must end with an active account, one certificate, a record that
verifies, the full number of PIN tries, and one use of the signing key.
"""
import argparse
import collections
import email
import email.policy
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile

PASSWORD = "Sen-Hoa2026!"
PIN = "739164"
FULL_TRIES = {"pinTriesLeft": 3, "pinTriesUntilBlocked": 9}
MOST_RUNS = 6
PATIENCE = 120


class Broken(Exception):
    pass


def environment(**more):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SMARTCA_FAILPOINT")}
    # No desktop: keys stay in the home folder, whatever runs on this machine.
    clean.pop("DBUS_SESSION_BUS_ADDRESS", None)
    # The leak check needs to look into processes that forbid just that.
    return {**clean, "ASAN_OPTIONS": "detect_leaks=0", **more}


class Service:
    """The service on a data folder; may be started again on the same one."""

    def __init__(self, program, data):
        self.program = program
        self.data = data
        self.process = None
        self.listen = "127.0.0.1:0"

    def start(self, **more):
        command = [self.program, "serve", "--data", str(self.data), "--listen", self.listen, "--credential", "p256"]
        self.log = open(self.data.parent / "service.log", "ab")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, env=environment(**more))
        for line in self.process.stdout:
            said = json.loads(line)
            if said.get("event") == "ready":
                self.listen = said["url"].removeprefix("https://")
                self.profile = said["profile"]
                return True
        self.process.wait()
        return False

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def stop(self):
        if self.alive():
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(PATIENCE)
        if self.process:
            self.process.stdout.close()
            self.log.close()
        self.process = None

    def uses_of(self, credential):
        """How often the signing key was authorised, and what became of it: state → count."""
        database = sqlite3.connect(f"file:{self.data / 'service.db'}?mode=ro", uri=True)
        try:
            rows = database.execute("select state from occurrences where credential = ?", (credential,)).fetchall()
        finally:
            database.close()
        return collections.Counter(state for (state,) in rows)

    def staff(self, *words):
        done = subprocess.run([self.program, *words, "--data", str(self.data)], capture_output=True, text=True,
                              env=environment(), timeout=PATIENCE)
        if done.returncode != 0:
            raise Broken(f"{' '.join(words)}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)


class Subscriber:
    """One person with an e-mail and a home folder."""

    count = 0

    def __init__(self, service, cli, folder):
        Subscriber.count += 1
        self.service = service
        self.cli = cli
        self.username = f"0791620{Subscriber.count:05d}"
        self.home = folder / f"home-{Subscriber.count}"
        self.record = folder / f"record-{Subscriber.count}.pdf"
        before = set((service.data / "mail").glob("*.eml"))
        service.staff("subscriber", "add", "--username", self.username, "--name", "Nguyễn Thị Hoà", "--email",
                      f"hoa{Subscriber.count}@example.vn", "--phone", "0912345678", "--birthday", "1962-05-14")
        self.code = self.code_in_mail(before)

    def code_in_mail(self, before):
        for path in set((self.service.data / "mail").glob("*.eml")) - before:
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            text = message.get_body(("plain",)).get_content()
            if self.username in text:
                return re.search(r"Mã kích hoạt: (\S+)", text).group(1)
        raise Broken(f"no activation mail for {self.username}")

    def activate(self, **more):
        given = {"username": self.username, "activationCode": self.code, "password": PASSWORD, "pin": PIN}
        return subprocess.run([self.cli, "activate", "--profile", self.service.profile, "--home", str(self.home), "--out",
                               str(self.record), "--json", "--lang", "en"], input=json.dumps(given), text=True,
                              capture_output=True, env=environment(**more), timeout=PATIENCE)

    def check(self):
        """What holds for every subscriber in the end, wherever a process died."""
        shown = self.service.staff("subscriber", "show", "--username", self.username)
        if shown["state"] != "active":
            raise Broken(f"the account is {shown['state']}")
        if len(shown["certificates"]) != 1:
            raise Broken(f"{len(shown['certificates'])} certificates")
        for name, wanted in FULL_TRIES.items():
            if shown[name] != wanted:
                raise Broken(f"{name} is {shown[name]}, not {wanted}: a PIN try was burned")
        verdict = subprocess.run([self.cli, "verify", str(self.record), "--root", str(self.service.data / "root-ca.pem"),
                                  "--json"], capture_output=True, text=True, env=environment(), timeout=PATIENCE)
        if verdict.returncode != 0:
            raise Broken(f"the record does not verify: {verdict.stdout}{verdict.stderr}")
        status = subprocess.run([self.cli, "status", "--home", str(self.home), "--json"], capture_output=True, text=True,
                                env=environment(), timeout=PATIENCE)
        if status.returncode != 0 or json.loads(status.stdout)["nextStep"] != "none":
            raise Broken(f"status says {status.stdout}{status.stderr}")
        uses = self.service.uses_of(json.loads(status.stdout)["credentialId"])
        if uses["CONSUMED"] != 1 or uses["RESERVED"] != 0:
            raise Broken(f"the signing key was used so: {dict(uses)}")


def passes(log):
    return collections.Counter(log.read_text().split()) if log.exists() else collections.Counter()


def until_done(subscriber, before_each=lambda: None):
    for _ in range(MOST_RUNS):
        before_each()
        done = subscriber.activate()
        if done.returncode == 0:
            return
    raise Broken(f"not done after {MOST_RUNS} runs: {done.stdout}{done.stderr}")


def sweep_client(service, cli, folder):
    """Dies in the command line."""
    log = folder / "passes"
    service.start()
    whole = Subscriber(service, cli, folder)
    first = whole.activate(SMARTCA_FAILPOINT_LOG=str(log))
    if first.returncode != 0:
        raise Broken(f"without any failpoint: {first.stdout}{first.stderr}")
    whole.check()
    for name, count in sorted(passes(log).items()):
        for number in range(1, count + 1):
            yield f"{name}:{number}", lambda n=name, k=number: one_client(service, cli, folder, n, k)


def one_client(service, cli, folder, name, number):
    subscriber = Subscriber(service, cli, folder)
    died = subscriber.activate(SMARTCA_FAILPOINT=f"{name}:{number}")
    if died.returncode != -signal.SIGKILL:
        raise Broken(f"was not killed but ended with {died.returncode}: {died.stderr}")
    until_done(subscriber)
    subscriber.check()


def sweep_service(service, cli, folder):
    """Dies in the service, which is started again on its folder."""
    log = folder / "passes"
    service.start(SMARTCA_FAILPOINT_LOG=str(log))
    at_start = passes(log)
    whole = Subscriber(service, cli, folder)
    first = whole.activate()
    if first.returncode != 0:
        raise Broken(f"without any failpoint: {first.stdout}{first.stderr}")
    whole.check()
    service.stop()
    for name, count in sorted((passes(log) - at_start).items()):
        for number in range(1, count + 1):
            order = f"{name}:{at_start[name] + number}"
            yield order, lambda o=order: one_service(service, cli, folder, o)


def one_service(service, cli, folder, order):
    if not service.start(SMARTCA_FAILPOINT=order):
        raise Broken("the service died before it served")
    subscriber = Subscriber(service, cli, folder)
    first = subscriber.activate()
    if service.alive():
        raise Broken(f"the service was not killed; the command line ended with {first.returncode}: {first.stderr}")
    service.stop()
    service.start()
    until_done(subscriber)
    subscriber.check()
    service.stop()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("side", choices=("client", "service"))
    arguments.add_argument("cli", help="smartca-cli of a build with failpoints")
    arguments.add_argument("sandbox", help="smartca-sandbox of the same build")
    arguments.add_argument("--only", default="", help="failpoints whose name begins so")
    chosen = arguments.parse_args()
    sweep = sweep_client if chosen.side == "client" else sweep_service
    broken = 0
    points = 0
    with tempfile.TemporaryDirectory(prefix="smartca-crash-") as name:
        folder = pathlib.Path(name)
        service = Service(chosen.sandbox, folder / "data")
        try:
            for order, run in sweep(service, chosen.cli, folder):
                if not order.startswith(chosen.only):
                    continue
                points += 1
                try:
                    run()
                    print(f"ok      {order}", flush=True)
                except (Broken, subprocess.TimeoutExpired) as trouble:
                    broken += 1
                    print(f"BROKEN  {order}: {trouble}", flush=True)
                    if chosen.side == "service":
                        service.stop()
            service.stop()
            service.staff("evidence", "verify")  # says so by its exit code when the chain is broken
        except Broken as trouble:
            print(f"BROKEN  {trouble}", flush=True)
            broken += 1
        finally:
            service.stop()
    print(f"{points} deaths, {broken} broken")
    sys.exit(1 if broken or points == 0 else 0)


if __name__ == "__main__":
    main()
