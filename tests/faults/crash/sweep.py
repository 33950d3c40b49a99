#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""sweep.py client|service CLI SANDBOX [--only NAME]: kill -9 at every failpoint, then go on.

First a run that dies nowhere says which failpoints an activation passes and how often. Then, for each pass, one subscriber's
activation is killed there and started again until it is done. It must end with an active account, one certificate, a record that
verifies, the full number of PIN tries, and one use of the signing key. The service is killed in several scenarios, which
together pass every name of src/base/failpoints.def.
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
import time

import device
import names

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
        self.options = []

    def start(self, **more):
        command = [self.program, "serve", "--data", str(self.data), "--listen", self.listen, "--credential", "p256",
                   *self.options]
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

    def activate(self, pin=PIN, **more):
        given = {"username": self.username, "activationCode": self.code, "password": PASSWORD, "pin": pin}
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


class Whole:
    """An activation from its first request to its last."""

    def __init__(self, service, cli, folder):
        self.service = service
        self.subscriber = Subscriber(service, cli, folder)

    def prepare(self):
        """While the service runs and is not to die."""

    def go(self):
        self.subscriber.activate()

    def end(self, name):
        until_done(self.subscriber)
        self.subscriber.check()


class Resumed(Whole):
    """One whose app died with everything done but the signature: it asks where it is."""

    def prepare(self):
        died = self.subscriber.activate(SMARTCA_FAILPOINT="client.request.before:5")
        if died.returncode != -signal.SIGKILL:
            raise Broken(f"the app was not killed but ended with {died.returncode}: {died.stderr}")


class WrongPin(Resumed):
    """One whose subscriber mistypes the PIN: counted once or not at all, never twice, and never lost once said."""

    def go(self):
        self.subscriber.activate(pin="840261")

    def end(self, name):
        shown = self.service.staff("subscriber", "show", "--username", self.subscriber.username)
        counted = {"sam.pin-wrong.before": 0, "sam.pin-wrong.after": 1}.get(name, 1)
        if shown["pinTriesUntilBlocked"] != 9 - counted:
            raise Broken(f"{9 - shown['pinTriesUntilBlocked']} wrong PINs counted, not {counted}")
        super().end(name)


class Overdue(Resumed):
    """One that was not finished in time: key destroyed, certificate revoked, and a new code leads to the end."""

    def prepare(self):
        super().prepare()
        self.service.stop()
        database = sqlite3.connect(self.service.data / "service.db")
        with database:
            database.execute("update activations set ends_at = 1 where number = (select max(number) from activations)")
        database.close()

    def go(self):
        pass  # the service ends it when it starts

    def end(self, name):
        shown = self.service.staff("subscriber", "show", "--username", self.subscriber.username)
        if shown["state"] != "ended" or [one["status"] for one in shown["certificates"]] != ["revoked"]:
            raise Broken(f"not ended: {shown}")
        told = self.subscriber.activate()
        if told.returncode != 2 or "ACT-208" not in told.stderr:
            raise Broken(f"the app was told {told.returncode}: {told.stderr}")


class Resend(Whole):
    """One who asks for the mail again: ordered once, whatever dies, and only that mail's code leads to the end."""

    def __init__(self, service, cli, folder):
        super().__init__(service, cli, folder)
        self.device = device.Device(self.subscriber.home.parent)
        self.mails = set((service.data / "mail").glob("*.eml"))

    def fresh(self):
        return set((self.service.data / "mail").glob("*-activation.eml")) - self.mails

    def waiting(self):
        database = sqlite3.connect(f"file:{self.service.data / 'service.db'}?mode=ro", uri=True)
        try:
            return database.execute("select (select count(*) from mail_order) + (select count(*) from mail)").fetchone()[0]
        finally:
            database.close()

    def go(self):
        if self.device.ask_again(self.service.profile, self.subscriber.username) is None:
            self.service.process.wait(PATIENCE)  # its end is seen by the connection first

    def end(self, name):
        if (status := self.device.ask_again(self.service.profile, self.subscriber.username)) != 202:
            raise Broken(f"asked again: {status}")
        deadline = time.monotonic() + PATIENCE
        while (waiting := self.waiting()) or not self.fresh():
            if time.monotonic() > deadline:
                raise Broken(f"{waiting} orders and mails still waiting, {len(self.fresh())} kept")
            time.sleep(0.05)
        if len(self.fresh()) != 1:
            raise Broken(f"{len(self.fresh())} mails where one was asked for")
        self.subscriber.code = self.subscriber.code_in_mail(self.mails)
        super().end(name)


def sweep_service(service, cli, folder):
    """Dies in the service, which is started again on its folder."""
    swept = set()
    for number, scenario in enumerate((Whole, Resumed, WrongPin, Overdue, Resend)):
        log = folder / f"passes-{number}"
        service.start()
        first = scenario(service, cli, folder)
        first.prepare()
        service.stop()
        service.start(SMARTCA_FAILPOINT_LOG=str(log))
        first.go()
        service.stop()
        service.start()
        first.end("")
        service.stop()
        # What an earlier scenario was killed at needs no second death.
        new = {name: count for name, count in passes(log).items() if name not in swept}
        for name, count in sorted(new.items()):
            for nth in range(1, count + 1):
                yield f"{name}:{nth}", lambda s=scenario, n=name, k=nth: one_service(service, cli, folder, s, n, k)
        swept.update(new)


def one_service(service, cli, folder, scenario, name, nth):
    service.start()
    case = scenario(service, cli, folder)
    case.prepare()
    service.stop()
    if service.start(SMARTCA_FAILPOINT=f"{name}:{nth}"):
        case.go()
    if service.alive():
        raise Broken("the service was not killed")
    service.stop()
    service.start()
    case.end(name)
    service.stop()


def missed(side, orders):
    """Names of failpoints.def that no run passed: a new one without a scenario is a hole in the sweep."""
    side = "client." if side == "client" else "sam."
    sources = pathlib.Path(__file__).resolve().parents[3]
    return sorted(name for name in names.listed(sources) if name.startswith(side) and name not in orders)


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
    orders = set()
    with tempfile.TemporaryDirectory(prefix="smartca-crash-") as name:
        folder = pathlib.Path(name)
        service = Service(chosen.sandbox, folder / "data")
        try:
            for order, run in sweep(service, chosen.cli, folder):
                orders.add(order.rpartition(":")[0])
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
            for name in missed(chosen.side, orders):
                broken += 1
                print(f"MISSED  {name}: no run passes it", flush=True)
        except Broken as trouble:
            print(f"BROKEN  {trouble}", flush=True)
            broken += 1
        finally:
            service.stop()
    print(f"{points} deaths, {broken} broken")
    sys.exit(1 if broken or points == 0 else 0)


if __name__ == "__main__":
    main()
