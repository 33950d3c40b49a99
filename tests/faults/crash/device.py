# SPDX-License-Identifier: Apache-2.0
"""A device with nothing but its key: asks for the mail again, as the app does before there is an activation.

The command line has no such wish, so the request is made here: a DPoP proof (docs/protocol.md) with the openssl command.
"""
import base64
import hashlib
import http.client
import json
import pathlib
import ssl
import subprocess
import time
import uuid

PATH = "/v1/mail/resend"
COORDINATE = 32


def encoded(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def integers(der):
    """r and s of an ECDSA signature, each as 32 octets."""
    octets = b""
    rest = der[2:]
    for _ in range(2):
        value, rest = rest[2:2 + rest[1]], rest[2 + rest[1]:]
        octets += value.lstrip(b"\0").rjust(COORDINATE, b"\0")
    return octets


class Device:
    def __init__(self, folder):
        self.key = pathlib.Path(folder) / "device.pem"
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", self.key)
        point = openssl("pkey", "-in", self.key, "-pubout", "-outform", "DER")[-2 * COORDINATE:]
        self.jwk = {"crv": "P-256", "kty": "EC", "x": encoded(point[:COORDINATE]), "y": encoded(point[COORDINATE:])}
        self.attempt = str(uuid.uuid4())

    def proof(self, url, body):
        header = {"alg": "ES256", "typ": "dpop+jwt", "jwk": self.jwk}
        claims = {"jti": str(uuid.uuid4()), "htm": "POST", "htu": url + PATH, "iat": int(time.time()),
                  "bd": encoded(hashlib.sha256(body).digest())}
        text = ".".join(encoded(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims))
        return text + "." + encoded(integers(openssl("dgst", "-sha256", "-sign", self.key, given=text.encode())))

    def ask_again(self, profile, username):
        """The status of the answer; nothing when the service died before it answered. Always the same attempt."""
        service = json.loads(pathlib.Path(profile).read_text(encoding="utf-8"))
        body = json.dumps({"username": username, "language": "vi"}).encode()
        trust = ssl.create_default_context(cadata=service["tlsRoot"])
        link = http.client.HTTPSConnection(service["url"].removeprefix("https://"), context=trust, timeout=60)
        try:
            link.request("POST", PATH, body, {"Content-Type": "application/json", "DPoP": self.proof(service["url"], body),
                                              "Idempotency-Key": f'"{self.attempt}"'})
            return link.getresponse().status
        except (ConnectionError, http.client.HTTPException, ssl.SSLError):
            return None
        finally:
            link.close()


def openssl(*words, given=None):
    return subprocess.run(["openssl", *map(str, words)], input=given, capture_output=True, check=True).stdout
