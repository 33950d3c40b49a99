#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""i18n/smartca_en.ts holds every text of the sources as lupdate finds it, no other, each with a comment for the translator and in English.
Called with the path of lupdate."""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "i18n" / "smartca_en.ts"


def messages(file):
    return {(context.findtext("name"), message.findtext("source")): message
            for context in ElementTree.parse(file).getroot().iter("context") for message in context.iter("message")}


def in_sources(lupdate):
    with tempfile.TemporaryDirectory() as folder:
        found = pathlib.Path(folder) / "found.ts"
        subprocess.run([lupdate, "-silent", "-I", "src", "-locations", "none", "src/ui", "src/app", "qml", "-ts", found], cwd=ROOT, check=True)
        return messages(found)


def is_english(message):
    translation = message.find("translation")
    forms = list(translation) if message.get("numerus") else [translation]
    return translation.get("type") is None and len(forms) > 0 and all((form.text or "").strip() for form in forms)


def problems(lupdate):
    english = messages(ENGLISH)
    sources = in_sources(lupdate)
    if len(sources) < 200:
        yield "too few texts found in the sources: the check looks in the wrong place"
    for (context, text), message in sources.items():
        where = f"{context}: “{text}”"
        comment = message.findtext("extracomment")
        translated = english.get((context, text))
        if not comment:
            # lupdate forgets a comment that stands before the colon of a choice.
            yield f"{where}: no comment for the translator (//: …) that lupdate finds"
        if translated is None:
            yield f"{where}: is not in {ENGLISH.name}"
        elif translated.findtext("extracomment") != comment:
            yield f"{where}: {ENGLISH.name} has another comment than the source, which says: {comment}"
    for (context, text), message in english.items():
        where = f"{ENGLISH.name}, {context}: “{text}”"
        if (context, text) not in sources:
            yield f"{where}: no such text in the sources"
        if not message.findtext("extracomment"):
            yield f"{where}: no comment for the translator"
        if not is_english(message):
            yield f"{where}: not translated"


found = list(problems(sys.argv[1]))
print("\n".join(found))
sys.exit(1 if found else 0)
