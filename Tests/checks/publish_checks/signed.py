"""F-23, F-22, F-47: the signature, an altered byte, and paper, as the program judges them and as it is computed here."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from publish_checks.documents import Documents
from publish_checks.editions import BASE
from publish_checks.past import DAYS, LAST, Past, mark


def signature(documents: Documents, key: str) -> list[str]:
    """F-23: a signed note over the log and the manifest. `key`: the public one, in base 64."""
    text, _, signatures = documents["checkpoint"].decode().rpartition("\n\n")
    lines = (text + "\n").splitlines()
    newest = documents.json("feed.json")["_onebook"]
    stands = base64.b64encode(bytes.fromhex(newest["head"])).decode()
    manifest = hashlib.sha256(documents["edition.json"]).hexdigest()
    wanted = [BASE.removeprefix("https://") + "feed", str(newest["lastSeq"]), stands, f"manifest sha256:{manifest}"]
    findings = [] if lines == wanted else [f"checkpoint: it vouches for {lines}, not for {wanted}"]
    dash, name, code = signatures.strip("\n").split(" ")
    public, signed = base64.b64decode(key), base64.b64decode(code)
    if dash != "—" or name != lines[0] or signed[:4] != hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]:
        findings.append(f"checkpoint: the signature is {name}'s, or another key's")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed[4:], (text + "\n").encode())
    except InvalidSignature:
        findings.append("checkpoint: the signature does not hold")
    return findings


def signature_by_program(made: Past) -> list[str]:
    """F-23: the program, on the same, a wrong key, and an altered body."""
    program, findings = made.catalogue.program, []
    wrong = base64.b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()
    other = _copy(made, "altered-note")
    note = (other / "checkpoint").read_bytes()
    told = str(len(made.catalogue.told)).encode()
    unsigned = _copy(made, "unsigned")
    (unsigned / "checkpoint").write_bytes(note.rpartition(b"\n\n")[0] + b"\n\n")
    (other / "checkpoint").write_bytes(note.replace(b"\n" + told + b"\n", b"\n1\n", 1))
    made_of_it = made.key.with_name("public")
    made_of_it.write_text(made.public + "\n")
    cases: list[tuple[Path, list[str | Path], int, str]] = [
        (made.target, [], 0, "✓ signed with the key"),
        (made.target, ["--key", made.public], 0, "✓ signed with the key"),
        (made.target, ["--key", made_of_it], 0, "✓ signed with the key"),
        (made.target, ["--key", wrong], 1, "✗ no valid signature by this key"),
        (made.target, ["--key", "no key"], 1, "✗"),
        (other, [], 1, "✗ the checkpoint vouches for something else"),
        (other, [], 1, "✗ no valid signature by this key"),
        (unsigned, [], 1, "✗ no valid signature by this key"),
    ]
    for folder, options, ends, words in cases:
        said = program.run("verify", folder, *options, ends=None)
        if words not in said or (ends == 0) == ("✗" in said):
            findings.append(f"verify {folder.name} {options}: it says {said}")
    return findings


def altered(made: Past) -> list[str]:
    """F-22: one byte of one event, in an archive, whose file is listed as it is then: the log itself tells."""
    findings = []
    archives = sorted((made.target / "archive").iterdir())
    for path in archives[:2]:
        item = json.loads(path.read_text(encoding="utf-8"))["items"][17]
        number = item["_onebook"]["seq"]
        copy = _copy(made, f"altered-{number}")
        name = f"archive/{path.name}"
        text = path.read_bytes()
        start = text.index(item["content_text"].encode())
        copied = copy / name
        copied.unlink()
        copied.write_bytes(text[:start] + text[start:].replace(b"2026", b"2027", 1))
        said = made.catalogue.program.run("verify", copy, ends=1)
        if f"✗ the log breaks at event {number} ({name})" not in said or f"✗ not as listed: {name}" not in said:
            findings.append(f"event {number} of {name} was altered: it says {said}")
    return findings


def paper(made: Past) -> list[str]:
    """F-47: current, changed, or not known; always by which edition and of which day."""
    page = "scenario/new-car.html"
    now = mark(made.target / page)
    findings = [] if now and now != made.marks[page] else ["the page has not changed in twelve editions"]
    by = f"(by edition {LAST} of {DAYS[LAST]})"
    cases = [
        (f"{BASE}{page}?_e={LAST}&_h={now}", 0, "current: nothing has changed"),
        (f"{LAST} {page} {now}", 0, "current: nothing has changed"),
        # An old sheet on which nothing has changed since.
        (f"1 {page} {now}", 0, "current: nothing has changed"),
        (f"{BASE}{page}?_e=1&_h={made.marks[page]}", 1, "changed: "),
        (f"{BASE}{page}?_e=99&_h={now}", 1, "edition 99 is not known here"),
        # What is gone says so, and what one does instead.
        (f"{BASE}item/parking.html?_e=1&_h={now}", 1, "changed: 2026年9月1日起：不再办理"),
        (f"{BASE}item/nothing.html?_e=1&_h={now}", 1, "this page is no longer there"),
    ]
    for stamp, ends, words in cases:
        said = made.catalogue.program.run("verify", made.target, "--stamp", stamp, ends=ends)
        if words not in said or by not in said:
            findings.append(f"{stamp}: it says {said}")
    for stamp in ("", "1 2", f"{BASE}{page}", f"1 ../{page} {now}"):
        made.catalogue.program.run("verify", made.target, "--stamp", stamp, ends=64)
    return findings


def _copy(made: Past, name: str) -> Path:
    """Of what is published, with links in place of copies where a file stays as it is."""
    folder = made.key.with_name(name)
    shutil.copytree(made.target, folder, copy_function=lambda old, new: Path(new).hardlink_to(old))
    # Written anew: the others are the same files on the disk.
    note = folder / "checkpoint"
    note.unlink()
    note.write_bytes((made.target / "checkpoint").read_bytes())
    return folder
