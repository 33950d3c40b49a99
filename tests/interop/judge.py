#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows one foreign judge the good record and its mutations and compares what it says with the table `expectations`.

Exit code 0: as the table says; 1: not; 77: the judge is not installed here. With --record naming a folder of make_record.py, or
SMARTCA_DEMO_OUT one of `./smartca demo --headless --out`, the record made there and its mutations are judged too.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from make_record import SUBSCRIBER

HERE = pathlib.Path(__file__).resolve().parent
CACHE = pathlib.Path(
    os.environ.get("SMARTCA_JUDGES")
    or pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "smartca-judges"
)
NOT_INSTALLED = 77
TIME_STAMP_TOKEN = bytes.fromhex("060b2a864886f70d010910020e")


class NotInstalled(Exception):
    pass


def need(command):
    path = shutil.which(command)
    if path is None:
        raise NotInstalled(command)
    return path


def need_file(path):
    if not path.exists():
        raise NotInstalled(str(path))
    return str(path)


def run(*command, **options):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace",
                          timeout=300, env=environment, **options)


# --- what a signed PDF holds, for judges that do not read PDF -------------------------------------------------------

def elements(der):
    """The (tag, value, whole) of each element of a run of DER."""
    at = 0
    while at < len(der):
        length, header = der[at + 1], 2
        if length & 0x80:
            header = 2 + (length & 0x7F)
            length = int.from_bytes(der[at + 2:at + header], "big")
        yield der[at], der[at + header:at + header + length], der[at:at + header + length]
        at += header + length


class Parts:
    """CMS, covered octets, signature value and time stamp token of one file, each as a file of its own."""

    def __init__(self, pdf, folder):
        octets = pdf.read_bytes()
        numbers = re.search(rb"/ByteRange *\[ *(\d+) +(\d+) +(\d+) +(\d+) *\]", octets).groups()
        first, first_length, second, second_length = map(int, numbers)
        hexadecimal = re.search(rb"/Contents *<([0-9A-Fa-f]+)>", octets).group(1)
        padded = bytes.fromhex(hexadecimal.decode())
        cms = next(elements(padded))[2]
        content = octets[first:first + first_length] + octets[second:second + second_length]
        signature, token = self.signature_and_token(cms)
        self.cms, self.content, self.signature, self.token = (
            self.write(folder / f"{pdf.stem}.{name}", data)
            for name, data in [("cms", cms), ("content", content), ("signature", signature), ("token", token)]
        )

    @staticmethod
    def write(path, data):
        path.write_bytes(data)
        return path

    @staticmethod
    def signature_and_token(cms):
        content_info = list(elements(next(elements(cms))[1]))
        signed_data = list(elements(next(elements(content_info[1][1]))[1]))
        signer_info = list(elements(next(elements(signed_data[-1][1]))[1]))
        signature = next(value for tag, value, _ in signer_info if tag == 0x04)
        unsigned = next((value for tag, value, _ in signer_info if tag == 0xA1), b"")
        for _, attribute, _ in elements(unsigned):
            kind, values = list(elements(attribute))
            if kind[2] == TIME_STAMP_TOKEN:
                return signature, values[1]
        return signature, b""


# --- the judges: files and root in, {file: (accepted, why)} out ---------------------------------------------------------

def smartca(files, root, _, options):
    program = need_file(pathlib.Path(options.bin) / "smartca-cli")
    verdicts = {}
    for file in files:
        result = run(program, "verify", file, "--root", root, "--lang", "en", "--json")
        if result.returncode not in (0, 1):
            raise RuntimeError(result.stderr)
        report = json.loads(result.stdout)
        if report["valid"] != (result.returncode == 0):
            raise RuntimeError("exit code and report differ")
        why = "; ".join(problem["text"] for problem in report["problems"])
        verdicts[file] = (report["valid"], why or f"signed by {report['signer']} at {report['signedAt']}")
    return verdicts


def pdfsig(files, root, folder, _):
    program, certutil = need("pdfsig"), need("certutil")
    database = f"sql:{folder}"
    for arguments in (["-N", "--empty-password"], ["-A", "-n", "root", "-t", "CT,C,C", "-i", root]):
        if run(certutil, "-d", database, *arguments).returncode != 0:
            raise RuntimeError("certutil failed")
    verdicts = {}
    for file in files:
        text = run(program, "-nssdir", folder, file).stdout
        wanted = ["Signature Validation: Signature is Valid.", "- Total document signed",
                  "Certificate Validation: Certificate is Trusted.", "Signature Type: ETSI.CAdES.detached"]
        missing = [sentence for sentence in wanted if sentence not in text]
        verdicts[file] = (not missing, "; ".join(f"does not say “{sentence}”" for sentence in missing) or "valid and trusted")
    return verdicts


def mutool(files, _, __, ___):
    program = need("mutool")
    verdicts = {}
    for file in files:
        result = run(program, "sign", "-v", file)
        lines = [line.strip() for line in (result.stdout + result.stderr).splitlines() if line.strip()]
        verdicts[file] = ("The document is unchanged since signing." in lines, lines[-1] if lines else "says nothing")
    return verdicts


def by_exit_code(result):
    lines = [line for line in (result.stderr + result.stdout).splitlines() if line.strip()]
    return result.returncode == 0, lines[-1] if lines else "says nothing"


def openssl_cms(files, root, folder, _):
    program = need("openssl")
    verdicts = {}
    for file in files:
        parts = Parts(file, folder)
        verdicts[file] = by_exit_code(run(program, "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", parts.cms,
                                          "-content", parts.content, "-CAfile", root, "-out", os.devnull))
    return verdicts


def openssl_signer(file, folder):
    """Files with the signer's certificate and with all, as openssl takes them from the CMS."""
    parts, signer, others = Parts(file, folder), folder / "signer.pem", folder / "others.pem"
    run(need("openssl"), "cms", "-verify", "-noverify", "-nosigs", "-no_attr_verify", "-no_content_verify", "-binary", "-inform", "DER",
        "-in", parts.cms, "-content", parts.content, "-signer", signer, "-certsout", others, "-out", os.devnull)
    return signer, others


def openssl_verify(files, root, folder, _):
    program = need("openssl")
    verdicts = {}
    for file in files:
        signer, others = openssl_signer(file, folder)
        verdicts[file] = by_exit_code(run(program, "verify", "-x509_strict", "-CAfile", root, "-untrusted", others, signer))
    return verdicts


def openssl_ts(files, root, folder, _):
    program = need("openssl")
    verdicts = {}
    for file in files:
        parts = Parts(file, folder)
        verdicts[file] = by_exit_code(run(program, "ts", "-verify", "-token_in", "-in", parts.token, "-data", parts.signature,
                                          "-CAfile", root))
    return verdicts


def lines_of(result, files):
    verdicts = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    if len(verdicts) != len(files):
        raise RuntimeError(result.stdout + result.stderr)
    return verdicts


def pkijs_script():
    need_file(CACHE / "pkijs" / "node_modules" / "pkijs")
    return shutil.copy(HERE / "cms-js" / "judge.js", CACHE / "pkijs")  # modules are looked for beside the script


def pkijs(files, root, folder, _):
    program, script = need("node"), pkijs_script()
    der = folder / "root.der"
    run(need("openssl"), "x509", "-in", root, "-outform", "DER", "-out", der, check=True)
    parts = [Parts(file, folder) for file in files]
    result = run(program, script, der, *[path for part in parts for path in (part.cms, part.content)])
    return {file: (line["accepted"], line["why"]) for file, line in zip(files, lines_of(result, files))}


def pyhanko(files, root, _, __):
    program = need_file(CACHE / "pyhanko" / "bin" / "python")
    lines = lines_of(run(program, HERE / "pyhanko" / "judge.py", root, *files), files)
    return {file: (line["accepted"], line["why"]) for file, line in zip(files, lines)}


def dss(files, root, _, __):
    jar = need_file(CACHE / "dss" / "dss-judge.jar")
    lines = lines_of(run(need("java"), "-jar", jar, root, *files), files)
    # Accepting is not enough: DSS has to name the level we claim.
    return {file: (line["accepted"] and line["level"] == "PAdES-BASELINE-T", f"{line['level']}: {line['why']}")
            for file, line in zip(files, lines)}


# --- the date of birth in the signer's certificate (RFC 3739), for judges that read it ----------------------------------

def born_openssl(file, folder):
    signer, _ = openssl_signer(file, folder)
    text = run(need("openssl"), "x509", "-in", signer, "-noout", "-text", "-certopt", "ext_parse").stdout
    found = re.search(r"id-pda-dateOfBirth\n.*SET.*\n.*GENERALIZEDTIME +:(\d{4})(\d\d)(\d\d)120000Z\n", text)
    return "-".join(found.groups()) if found else text


def born_pkijs(file, folder):
    return run(need("node"), pkijs_script(), "--born", Parts(file, folder).cms).stdout.strip()


def born_pyhanko(file, _):
    return run(need_file(CACHE / "pyhanko" / "bin" / "python"), HERE / "pyhanko" / "judge.py", "--born", file).stdout.strip()


# DSS, pdfsig and mutool have nothing that shows it.
BORN = {"openssl-verify": born_openssl, "pkijs": born_pkijs, "pyhanko": born_pyhanko}


JUDGES = {"smartca": smartca, "pdfsig": pdfsig, "mutool": mutool, "openssl-cms": openssl_cms, "openssl-verify": openssl_verify,
          "openssl-ts": openssl_ts, "pkijs": pkijs, "pyhanko": pyhanko, "dss": dss}


# --- comparing ---------------------------------------------------------------------------------------------------------

def expectations(judge):
    rows = [line.split() for line in (HERE / "expectations").read_text().splitlines() if line.strip() and not line.startswith("#")]
    names = rows[0][1:]
    row, = (row for row in rows[1:] if row[0] == judge)
    return dict(zip(names, row[1:], strict=True))


def judge_folder(judge, folder, names, options):
    """True when every file is judged as the table says."""
    expected = expectations(judge)
    files = [folder / f"{name}.pdf" for name in names]
    with tempfile.TemporaryDirectory() as scratch:
        verdicts = JUDGES[judge](files, folder / "root.pem", pathlib.Path(scratch), options)
    as_expected = True
    for file in files:
        accepted, why = verdicts[file]
        said = "valid" if accepted else "refused"
        right = said == expected[file.stem]
        as_expected &= right
        print(f"{'  ' if right else '✗ '}{file.stem:11} {said:8} {'' if right else '(expected ' + expected[file.stem] + ') '}{why}")
    return as_expected


def judge_record(judge, out, options):
    print(f"the record in {out}:")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.make_files, folder, out / "acceptance-record.pdf", out / "root-ca.pem"], check=True)
        names = [name for name in expectations(judge) if (pathlib.Path(folder) / f"{name}.pdf").exists()]
        return judge_folder(judge, pathlib.Path(folder), names, options)


def judge_birthday(judge, out):
    """True when the judge reads the birthday the service was given, or does not read birthdays."""
    if judge not in BORN:
        return True
    with tempfile.TemporaryDirectory() as folder:
        said = BORN[judge](out / "acceptance-record.pdf", pathlib.Path(folder))
    right = said == SUBSCRIBER["--birthday"]
    print(f"{'  ' if right else '✗ '}born        {said or 'says nothing'}{'' if right else ' (expected ' + SUBSCRIBER['--birthday'] + ')'}")
    return right


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judge", choices=JUDGES)
    parser.add_argument("--files", type=pathlib.Path, required=True, help="what make_files wrote")
    parser.add_argument("--record", type=pathlib.Path, help="folder with acceptance-record.pdf and root-ca.pem")
    parser.add_argument("--make-files", help="the program make_files, for such records")
    parser.add_argument("--bin", default="build/dev/bin", help="where smartca-cli is")
    options = parser.parse_args()
    try:
        as_expected = judge_folder(options.judge, options.files, expectations(options.judge), options)
        for record in [options.record, os.environ.get("SMARTCA_DEMO_OUT")]:
            if record:
                as_expected &= judge_record(options.judge, pathlib.Path(record), options)
        if options.record:
            as_expected &= judge_birthday(options.judge, options.record)
    except NotInstalled as missing:
        print(f"The judge {options.judge} is not installed here ({missing} is missing): skipped. ./smartca setup --test installs it.")
        return NOT_INSTALLED
    return 0 if as_expected else 1


if __name__ == "__main__":
    sys.exit(main())
