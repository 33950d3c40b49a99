#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""./smartca demo where a display is named that nobody serves: it drives the app without one, to the end.
Called with the folder of the programs."""
import importlib.machinery
import importlib.util
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def demo_tool():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("demo", str(ROOT / "tools" / "demo"))
    tool = importlib.util.module_from_spec(importlib.util.spec_from_loader("demo", loader))
    loader.exec_module(tool)
    return tool


def unserved_display():
    return next(f":{number}" for number in range(77, 1000) if not pathlib.Path(f"/tmp/.X11-unix/X{number}").exists())


tool = demo_tool()
tool.BIN = pathlib.Path(sys.argv[1])
for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
    os.environ.pop(name, None)
os.environ["DISPLAY"] = unserved_display()
with tempfile.TemporaryDirectory() as out:
    sys.argv = ["demo", "--out", out]
    tool.main()
    if not (pathlib.Path(out) / "acceptance-record.pdf").exists():
        sys.exit("The demo ended without a signed record, and said nothing of it.")
