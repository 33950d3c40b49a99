# SPDX-License-Identifier: Apache-2.0
"""Reads a mail the way a mail program does (Python's own parser) and prints what it found as JSON."""
import email
import email.policy
import json
import sys

message = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
html = message.get_body(("related", "html"))
images = [part for part in message.walk() if part.get_content_maintype() == "image"]
page = next(part for part in message.walk() if part.get_content_type() == "text/html")
print(json.dumps({
    "to": message["to"].addresses[0].addr_spec,
    "toName": message["to"].addresses[0].display_name,
    "from": message["from"].addresses[0].addr_spec,
    "subject": message["subject"],
    "date": message["date"].datetime.isoformat(),
    "messageId": message["message-id"],
    "structure": [part.get_content_type() for part in message.walk()],
    "defects": [str(defect) for part in message.walk() for defect in part.defects],
    "text": message.get_body(("plain",)).get_content(),
    "html": page.get_content(),
    "images": [{"id": part["content-id"], "bytes": len(part.get_content()), "png": part.get_content()[:4] == b"\x89PNG"} for part in images],
    "longest": max(len(line) for line in open(sys.argv[1], "rb").read().split(b"\r\n")),
    "bareNewlines": open(sys.argv[1], "rb").read().replace(b"\r\n", b"").count(b"\n"),
}))
