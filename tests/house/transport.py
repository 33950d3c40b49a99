#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One place makes the app's TLS (src/client/http.cpp), nothing anywhere takes a certificate that did not verify, and no secret
falls back to a file in clear."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ONE_PLACE = {"src/client/http.cpp", "src/client/http.h"}
# What only that place may name, and what nobody may.
ITS_OWN = re.compile(r"setSslConfiguration|QSslConfiguration|QNetworkAccessManager|setCaCertificates")
NOBODYS = re.compile(r"ignoreSslErrors|VerifyNone|QueryPeer|AutoVerifyPeer|SSL_VERIFY_NONE|setInsecureFallback\(true|"
                     r"CURLOPT_SSL_VERIFY(PEER|HOST), 0|AnyProtocol|TlsV1_[012]")


def problems():
    seen = 0
    for top in ("src", "platform", "qml"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in (".h", ".cpp", ".qml"):
                continue
            name = str(path.relative_to(ROOT))
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if found := NOBODYS.search(line):
                    yield f"{name}:{number}: {found[0]} is not for us"
                if found := ITS_OWN.search(line):
                    seen += 1
                    if name not in ONE_PLACE and not line.lstrip().startswith(("//", "#include")):
                        yield f"{name}:{number}: {found[0]} belongs to src/client/http.cpp alone"
    if not seen:
        yield "src/client/http.cpp was not found where it was"


found = list(problems())
print("\n".join(found))
sys.exit(1 if found else 0)
