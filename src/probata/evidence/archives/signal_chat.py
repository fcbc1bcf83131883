"""Signal as sigtop writes it: fields before each message, `From:`, `Sent:` with its zone, `Attachment:`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from itertools import takewhile
from typing import Final

from probata.evidence.archives.archive import Moment, bare, clean, moment_of, one_line
from probata.evidence.archives.chat import Said, Stamp

FORM: Final = "chat of Signal (sigtop)"
_FIELD: Final = re.compile(r"(From|Type|Sent|Received|Attachment|Reaction|Edited): (.*)")
_FILE: Final = re.compile(r"(?P<name>.+) \([^()]{0,100}, \d+ bytes\)")


def title_of(head: str) -> str | None:
    """Return whom a conversation is with; `None` where the text is none."""
    lines = head.split("\n")
    if not lines[0].startswith("Conversation: ") or not any(line.startswith("Sent: ") for line in lines[:20]):
        return None
    return one_line(bare(lines[0].removeprefix("Conversation: ")), 200)


def messages(lines: Iterable[str]) -> Iterator[Said]:
    """Give the messages: fields, an empty line, the words, an empty line."""
    held: list[str] = []
    for raw in lines:
        line = clean(raw).rstrip("\n")
        if line.startswith("Type: "):
            # `From:` alone may begin a line of somebody's words; with `Type:` behind it, it begins a message.
            begun = [held.pop()] if held and held[-1].startswith("From: ") else []
            if held and not held[-1] and _has_time(held):
                yield _said(held)
                held = []
            held += begun
        if not line.startswith("Conversation: ") or held:
            held.append(line)
    if _has_time(held):
        yield _said(held)


def _has_time(held: list[str]) -> bool:
    return any(line.startswith(("Sent: ", "Received: ")) for line in held)


def _said(held: list[str]) -> Said:
    while held and not held[0]:
        held.pop(0)
    fields: dict[str, str] = {}
    files: list[str] = []
    matches = list(takewhile(bool, (_FIELD.fullmatch(bare(line)) for line in held)))
    for found in filter(None, matches):
        fields.setdefault(found[1], found[2])
        if found[1] == "Attachment" and (named := _FILE.fullmatch(found[2])) and named["name"] != "no filename":
            files.append(named["name"])
    written = one_line(fields.get("Sent") or fields.get("Received"), 80)
    return Said(
        Stamp(written, moment=_moment(written)),
        one_line(fields.get("From"), 100),
        "\n".join(held[len(matches) :]).strip("\n"),
        "\n".join(held).rstrip(),
        tuple(files),
    )


def _moment(written: str) -> Moment:
    try:
        return moment_of(parsedate_to_datetime(written), written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return Moment(written)
