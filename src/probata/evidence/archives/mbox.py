"""A mailbox in one file (mbox): mails behind lines that begin with `From `, which also stand in bodies.

A line begins a mail where an empty line or nothing is before it, it ends in a date as mail programs write it, and a
header is behind it (RFC 4155, appendix A; mboxrd for the quoted ones).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import Item, ReadArchive
from probata.evidence.archives.limits import Limits, skipped
from probata.evidence.archives.mail import item_of

FORM: Final = "mailbox (mbox)"
_FROM: Final = re.compile(
    rb"From \S{1,300} +(?:\w{3},? )?\w{3} +\d{1,2} \d{1,2}:\d{2}(?::\d{2})?.{0,40}?\d{4}", re.IGNORECASE
)
_HEADER: Final = re.compile(rb"[\x21-\x39\x3b-\x7e]{1,80}[ \t]*:")
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_LINE: Final = 1_000_000
"""Bytes of a line that are looked at in one piece."""


def is_mbox(head: bytes) -> bool:
    """Tell a mailbox by its first two lines."""
    first, _, rest = head.partition(b"\n")
    return bool(_FROM.match(first)) and bool(_HEADER.match(rest))


def read_mbox(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read the mails of a mailbox one after the other; the file is never held whole."""
    items: list[Item] = []
    faults: list[Diagnostic] = []
    texts = 0
    try:
        with path.open("rb") as stream:
            places = list(_places(stream, limits.items + 1))
    except OSError as error:
        return ReadArchive(FORM, (), (skipped("unread-item", f"it cannot be read ({error.strerror})", shown),))
    for number, (start, end) in enumerate(places, 1):
        if number > limits.items or texts > limits.texts:
            faults.append(skipped("too-many-entries", f"only the first {number - 1:,} mails are taken", shown,
                                  "divide the mailbox, and import its parts"))  # fmt: skip
            break

        def load(start: int = start, end: int = end) -> bytes:
            with path.open("rb") as stream:
                stream.seek(start)
                return _QUOTED.sub(rb"\1", stream.read(min(end - start, limits.one + 1)))

        found = item_of(load, f"message {number}", f"{shown}#message {number}", limits)
        if isinstance(found, Diagnostic):
            faults.append(found)
        else:
            items.append(found)
            texts += len(found.text)
    return ReadArchive(FORM, tuple(items), tuple(faults))


def _places(stream: IO[bytes], most: int) -> Iterator[tuple[int, int]]:
    """Give where each mail begins, behind its line, and ends."""
    begun, at, given = -1, 0, 0
    before_is_empty, candidate = True, False
    candidate_start = candidate_end = 0
    while line := stream.readline(_LINE):
        if candidate and _HEADER.match(line):
            if begun >= 0:
                yield begun, candidate_start
                given += 1
                if given >= most:
                    return
            begun = candidate_end
        candidate = before_is_empty and line.startswith(b"From ") and bool(_FROM.match(line))
        if candidate:
            candidate_start, candidate_end = at, at + len(line)
        before_is_empty = not line.strip(b"\r\n")
        at += len(line)
    if begun >= 0:
        yield begun, at
