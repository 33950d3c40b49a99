#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every token of the design is used somewhere: one that is not belongs to a page that forgot it, or to none. The service's
palette has the light values of the tokens it names."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKENS = ROOT / "qml" / "Design" / "Tokens.qml"
named = re.findall(r"^    (?:readonly )?property \w+ (\w+):|^    function (\w+)\(", TOKENS.read_text(), re.MULTILINE)
names = {first or second for first, second in named}
used = set()
for room in ("qml", "src/app"):
    for path in (ROOT / room).rglob("*.qml"):
        text = path.read_text()
        used.update(re.findall(r"\b[Tt]okens\.(\w+)", text))
        used.update(re.findall(r'target: Tokens; property: "(\w+)"', text))  # what the person chose

# A document brings its own ink; this one stands for it where the contrast is measured (tests/qml/pages_test.cpp).
used.add("pageText")

unused = sorted(names - used)
if len(names) < 60:
    unused.append("too few tokens found: the check looks in the wrong place")

light = {name: value for name, value in re.findall(
    r'property color (\w+): (?:tokens\.dark \? "[^"]+" : )?"([^"]+)"', TOKENS.read_text())}
palette = re.findall(r'string_view (\w+) = "([^"]+)"', (ROOT / "src/sandbox/palette.h").read_text())
wrong = [f"palette.h: {name} is {value}, the token {light.get(name, 'does not exist')}"
         for name, value in palette if light.get(name) != value]
if len(palette) < 10:
    wrong.append("too few colours found in palette.h: the check looks in the wrong place")
print("\n".join(unused + wrong))
sys.exit(1 if unused or wrong else 0)
