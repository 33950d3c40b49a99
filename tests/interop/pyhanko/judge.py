# SPDX-License-Identifier: Apache-2.0
"""pyHanko's judgement of signed PDFs: judge.py ROOT FILE… prints one JSON line for each file, {"accepted", "why"};
judge.py --born FILE prints the date of birth in the signer's certificate."""
import json
import logging
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


def judge(path, root):
    trust = ValidationContext(trust_roots=[load_cert_from_pemder(root)], allow_fetching=False, revocation_mode="soft-fail")
    with open(path, "rb") as file:
        reader = PdfFileReader(file, strict=True)
        signatures = reader.embedded_signatures
        if len(signatures) != 1:
            return False, f"{len(signatures)} signatures"
        status = validate_pdf_signature(signatures[0], signer_validation_context=trust, ts_validation_context=trust)
        stamp = status.timestamp_validity
        wrong = [
            name
            for name, good in {
                "not intact": status.intact,
                "signature value wrong": status.valid,
                "path not trusted": status.trusted,
                "not the whole file": status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
                "time stamp missing or wrong": stamp is not None and stamp.valid and stamp.intact and stamp.trusted,
                "not valid in the end": status.bottom_line,
            }.items()
            if not good
        ]
        return not wrong, "; ".join(wrong) or "valid, trusted, entire file, time stamp trusted"


def born(path):
    with open(path, "rb") as file:
        certificate = PdfFileReader(file, strict=True).embedded_signatures[0].signer_cert
        attributes = certificate.subject_directory_attributes_value.native
        (time,) = next(attribute["values"] for attribute in attributes if attribute["type"] == "pda_date_of_birth")
        return time.date().isoformat()


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    if sys.argv[1] == "--born":
        print(born(sys.argv[2]))
        sys.exit()
    for path in sys.argv[2:]:
        try:
            accepted, why = judge(path, sys.argv[1])
        except Exception as error:  # whatever the library cannot read, it refuses
            accepted, why = False, f"{type(error).__name__}: {error}"
        print(json.dumps({"accepted": accepted, "why": why}))
