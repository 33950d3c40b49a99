#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every interactive item has a name for screen readers, and a press that works from there.

Raw input items are built into controls, each with Accessible.role and Accessible.name; a button also answers the screen reader's press,
which Qt 6.4 does not pass on by itself. Where a control is used, the property its name is made of is given."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAW = re.compile(r"^\s*(?:\w+:\s*)?((?:T\.)?(?:AbstractButton|Button|Switch|CheckBox|RadioButton|TextField|TextArea)|TextInput|TextEdit|PasswordInput|MouseArea)\s*\{")
# Controls of Design and the property each takes its name from.
NAMED_BY = {
    "Button": ("text",), "IconButton": ("name", "text", "Accessible.name"), "ListRow": ("title",), "Switch": ("title",),
    "Segmented": ("name",), "TextField": ("label",), "PasswordField": ("label",), "CodeField": ("label",),
}


def block(lines, start):
    """The lines of the object that opens on line `start`, and whether each stands directly in it."""
    depth, found = 0, []
    for line in lines[start:]:
        code = re.sub(r'"(?:[^"\\]|\\.)*"|//.*', "", line)
        found.append((depth, line))
        depth += code.count("{") - code.count("}")
        if depth <= 0:
            break
    return found


def has(body, name):
    own = [line for depth, line in body if depth <= 1]
    return any(re.search(rf"(?:^|[\s;{{]){re.escape(name)}\s*:", line) for line in own)


def wrappers():
    """A component whose root is such a control takes its name the same way."""
    for path in sorted((ROOT / "qml").rglob("*.qml")):
        for line in path.read_text().splitlines():
            if root := re.match(r"^([A-Z]\w+) \{", line):
                if root.group(1) in NAMED_BY and path.stem not in NAMED_BY:
                    NAMED_BY[path.stem] = NAMED_BY[root.group(1)]
                break


def problems():
    wrappers()
    seen = 0
    for path in sorted((ROOT / "qml").rglob("*.qml")):
        lines = path.read_text().splitlines()
        name = path.relative_to(ROOT)
        for number, line in enumerate(lines):
            if match := RAW.match(line):
                raw = match.group(1)
                if not raw.startswith("T.") and raw in NAMED_BY:
                    pass
                else:
                    seen += 1
                    body = block(lines, number)
                    for wanted in ("Accessible.role", "Accessible.name"):
                        if not has(body, wanted) and not has(body, "Accessible.ignored"):
                            yield f"{name}:{number + 1}: {raw} without {wanted}"
                    if "Button" in raw and not has(body, "Accessible.onPressAction"):
                        yield f"{name}:{number + 1}: {raw} without Accessible.onPressAction"
                    continue
            used = re.match(r"^\s*(?:\w+:\s*)?([A-Z]\w+)\s*\{", line)
            if used and used.group(1) in NAMED_BY and line[0].isspace():
                seen += 1
                body = block(lines, number)
                if not any(has(body, wanted) for wanted in NAMED_BY[used.group(1)]):
                    yield f"{name}:{number + 1}: {used.group(1)} without {' or '.join(NAMED_BY[used.group(1)])}"
    if seen < 20:
        yield "too few controls found: the check looks in the wrong place"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
