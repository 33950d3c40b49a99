# SPDX-License-Identifier: Apache-2.0
"""What a person does with the app: what is on the screen is found by its accessible name, clicked with the mouse, typed on the
keyboard. Nothing is known of the app but its names."""
import contextlib
import ctypes
import email
import email.policy
import html
import json
import pathlib
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

BIN = pathlib.Path(sys.argv[1])
VIETNAMESE = sys.argv[2] == "vi"
USERNAME = "079162001418"
PATIENCE = 60


def call(bus, name, path, method, *arguments):
    interface, member = method.rsplit(".", 1)
    answer = bus.call_sync(name, path, interface, member, GLib.Variant(*arguments) if arguments else None, None,
                           Gio.DBusCallFlags.NONE, PATIENCE * 1000, None)
    return answer.unpack()[0]


def start_registry():
    """Of accessible programs. Whoever asks for the desktop before it is there never sees a program on it."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    kind = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address, kind, None, None)
    call(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.StartServiceByName", "(su)",
         ("org.a11y.atspi.Registry", 0))


start_registry()


def said(vi, en):
    return vi if VIETNAMESE else en


def walk(node, depth=0):
    if node is None or depth > 40:
        return
    yield node
    for index in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(index), depth + 1)


def showing():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if app is None or "smartca" not in (app.get_name() or "").lower():
            continue
        for node in walk(app):
            try:
                if node.get_state_set().contains(Atspi.StateType.SHOWING):
                    yield node
            except gi.repository.GLib.GError:
                continue


def find(name):
    """The last one found lies on top."""
    found = None
    for node in showing():
        try:
            if node.get_name() == name:
                found = node
        except gi.repository.GLib.GError:
            continue
    return found


def wait_for(name, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if node := find(name):
            return node
        time.sleep(0.1)
    names = sorted({node.get_name() for node in showing() if node.get_name()})
    raise SystemExit(f"never on the screen: {name}\nthere are: {names}")


def xdo(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def click(name):
    wait_for(name)
    time.sleep(0.4)  # a page comes in for 220 ms
    box = Atspi.Component.get_extents(wait_for(name), Atspi.CoordType.SCREEN)
    xdo("mousemove", box.x + box.width // 2, box.y + box.height // 2, "click", 1)
    time.sleep(0.2)


def type_text(text):
    xdo("type", "--delay", "20", text)


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, padded to the size of XEvent."""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int),
                ("data", ctypes.c_long * 5), ("padding", ctypes.c_long * 24)]


def press_the_windows_cross():
    """What a window manager sends for it (ICCCM 4.2.8.1); there is none under the virtual display."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^SmartCA$"], check=True, capture_output=True, text=True)
    window = int(found.stdout.split()[-1])
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    atom = {name: x11.XInternAtom(display, name, False) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")}
    message = ClientMessage(type=33, window=window, message_type=atom[b"WM_PROTOCOLS"], format=32)
    message.data[0] = atom[b"WM_DELETE_WINDOW"]
    x11.XSendEvent(display, ctypes.c_ulong(window), False, ctypes.c_long(0), ctypes.byref(message))
    x11.XCloseDisplay(display)


@contextlib.contextmanager
def ended_afterwards(process):
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextlib.contextmanager
def service(data, *options, port=0):
    """The service, ready; gives the path of its profile."""
    with ended_afterwards(subprocess.Popen([BIN / "smartca-sandbox", "serve", "--data", data, "--listen", f"127.0.0.1:{port}", *options],
                                           stdout=subprocess.PIPE, text=True)) as process:
        yield json.loads(process.stdout.readline())["profile"]


def start_app(profile, home, *link):
    return subprocess.Popen([BIN / "smartca-app", "--profile", profile, "--home", home, "--theme", "light", *link])


def app(profile, home, *link):
    return ended_afterwards(start_app(profile, home, *link))


def ask_service(data, *command):
    """What a command of support staff answers about the subscriber."""
    answer = subprocess.run([BIN / "smartca-sandbox", *command, "--data", data, "--username", USERNAME], check=True,
                            capture_output=True, text=True)
    return json.loads(answer.stdout)


def found_in_mail(data, part, pattern):
    """Of the mail to a new subscriber."""
    ask_service(data, "subscriber", "add", "--name", "Nguyễn Thị Hoà", "--email", "hoa@example.vn", "--phone", "0900000418",
                "--birthday", "1962-05-17", "--id-number", USERNAME)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for path in sorted((data / "mail").glob("*.eml")):
            body = email.message_from_bytes(path.read_bytes(), policy=email.policy.default).get_body((part,)).get_content()
            if found := re.search(pattern, body):
                return found.group()
        time.sleep(0.1)
    raise SystemExit("no activation e-mail came")


def code_from_mail(data):
    return found_in_mail(data, "plain", r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def link_from_mail(data):
    return html.unescape(found_in_mail(data, "html", r"https://[^\"<>\s]+/a#[^\"<>\s]+"))
