"""Chats exported as text: each message begins with a line of its date, its time and its sender, or with fields.

WhatsApp: `[04/03/2026, 10:11:12] Name: …` (iPhone), `04/03/2026, 10:11 - Name: …` (Android).
Signal: `[2026-03-04 10:11:12] Name: …` (signal-export), `2026-03-04 10:11 Name: …` (sigtop, short).
Telegram: `Name, [04.03.2026 10:11]`, as messages are copied out of the program.
Signal as sigtop writes it whole: fields before each message, `From:`, `Sent:` with its zone, `Attachment:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from itertools import takewhile
from typing import Final

from probata.evidence.archives.archive import Item, Moment, bare, bare_name, moment_of, one_line
from probata.evidence.archives.chat import CLOCK, DATE, Said, Stamp, conversation, stamp_of
from probata.evidence.archives.reading import Reader, Reading

_SPACES: Final = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2009": " "})
_LONGEST: Final = 400
"""Characters of a line in which its beginning is looked for."""

_WHATSAPP: Final = "chat of WhatsApp (text)"
_SIGNAL: Final = "chat of Signal (text)"
_TELEGRAM: Final = "chat of Telegram (text)"
_STARTS: Final = (
    (_SIGNAL, re.compile(r"\[(?P<a>\d{4})(?P<sep>-)(?P<b>\d\d)-(?P<c>\d\d) (?P<before>)(?P<h>\d\d):(?P<m>\d\d)"
                        r"(?::(?P<s>\d\d))?(?P<half>)\] (?P<rest>[^:\n]{1,100}: ?.*)")),
    (_SIGNAL, re.compile(r"(?P<a>\d{4})(?P<sep>-)(?P<b>\d\d)-(?P<c>\d\d) (?P<before>)(?P<h>\d\d):(?P<m>\d\d)"
                        r"(?P<s>)(?P<half>) (?!- )(?P<rest>[^:\n]{1,100}:.*)")),
    (_WHATSAPP, re.compile(rf"\[{DATE},? {CLOCK}\] (?P<rest>.*)")),
    (_WHATSAPP, re.compile(rf"{DATE},? {CLOCK} [-–] (?P<rest>.*)")),
    (_TELEGRAM, re.compile(rf"(?P<rest>.{{1,100}}), \[{DATE},? {CLOCK}\]:?")),
)  # fmt: skip
_FILE: Final = re.compile(
    r"<[^<>:\n]{2,40}: ?(?P<a>[^<>/\\\n]{1,150}\.\w{2,5})>"
    r"|^(?P<b>[^/\\:<>\n]{1,150}\.\w{2,5}) \([^()\n]{3,60}\)$"
    r"|!?\[[^\[\]\n]{0,150}\]\(\./(?:media/)?(?P<c>[^()\s/\\]{1,150})\)",
    re.MULTILINE,
)
"""How a message says that a file belongs to it: on an iPhone, on Android, and in signal-export."""


def _form_of(head: str) -> str:
    """Return which program's chat a text is by its first line that holds something; empty where it is none."""
    first = next(filter(None, map(_plain, head.split("\n")[:20])), "")
    return next((form for form, start in _STARTS if start.fullmatch(first)), "")


def _messages(lines: Iterable[str], form: str) -> Iterator[Said]:
    """Give the messages; a line that begins none belongs to the one before it."""
    starts = [start for name, start in _STARTS if name == form]
    begun: re.Match[str] | None = None
    held: list[str] = []
    for line in lines:
        plain = _plain(line)
        found = next((match for start in starts if (match := start.fullmatch(plain))), None)
        if found is None:
            held.append(line)
            continue
        if begun is not None:
            yield _said(begun, held, form)
        begun, held = found, [line]
    if begun is not None:
        yield _said(begun, held, form)


def _plain(line: str) -> str:
    """Return a line as it is looked at: without marks of direction, its spaces plain, its far end left out."""
    return bare(line[:_LONGEST]).translate(_SPACES).strip()


def _said(found: re.Match[str], held: list[str], form: str) -> Said:
    written = "\n".join(held).rstrip()
    first, rest = bare(held[0]).translate(_SPACES).strip(), "\n".join(held[1:]).strip("\n")
    if form == _TELEGRAM:
        sender, said = found["rest"], rest
    else:
        behind = first[found.start("rest") :]
        sender, colon, said = behind.partition(":")
        if not colon or len(sender) > 100:
            sender, said = "", behind
        said = "\n".join(filter(None, (said.strip(), rest)))
    when = first[: found.start("rest")] if form != _TELEGRAM else first[found.end("rest") :]
    stamp = stamp_of(found, when.strip(" ,-–[]:"))
    files = tuple(next(filter(None, one.groups())) for one in _FILE.finditer(bare(said[:10_000])))
    return Said(stamp, one_line(sender.strip(), 100), said, written, files)


# Signal as sigtop writes it whole.

_FIELD: Final = re.compile(r"(From|Type|Sent|Received|Attachment|Reaction|Edited): (.*)")
_ATTACHED: Final = re.compile(r"(?P<name>.+) \([^()]{0,100}, \d+ bytes\)")


def _title_of(head: str) -> str | None:
    """Return whom a conversation is with; `None` where the text is none."""
    lines = head.split("\n")
    if not lines[0].startswith("Conversation: ") or not any(line.startswith("Sent: ") for line in lines[:20]):
        return None
    return one_line(bare(lines[0].removeprefix("Conversation: ")), 200)


def _with_fields(lines: Iterable[str]) -> Iterator[Said]:
    """Give the messages: fields, an empty line, the words, an empty line."""
    held: list[str] = []
    for line in lines:
        if line.startswith("Type: "):
            # `From:` alone may begin a line of somebody's words; with `Type:` behind it, it begins a message.
            begun = [held.pop()] if held and held[-1].startswith("From: ") else []
            if held and not held[-1] and _has_time(held):
                yield _of_fields(held)
                held = []
            held += begun
        if not line.startswith("Conversation: ") or held:
            held.append(line)
    if _has_time(held):
        yield _of_fields(held)


def _has_time(held: list[str]) -> bool:
    return any(line.startswith(("Sent: ", "Received: ")) for line in held)


def _of_fields(held: list[str]) -> Said:
    while held and not held[0]:
        held.pop(0)
    fields: dict[str, str] = {}
    files: list[str] = []
    matches = list(takewhile(bool, (_FIELD.fullmatch(bare(line)) for line in held)))
    for found in filter(None, matches):
        fields.setdefault(found[1], found[2])
        if found[1] == "Attachment" and (named := _ATTACHED.fullmatch(found[2])) and named["name"] != "no filename":
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


def _reader(form: str) -> Reader:
    def items(reading: Reading) -> Iterator[Item]:
        name = bare_name(reading.stem)
        lines = reading.text().split("\n")
        yield from conversation(_messages(lines, form), "" if name == "_chat" else name, reading)

    return Reader(form, lambda reading: _form_of(reading.start) == form, items)


def _sigtop(reading: Reading) -> Iterator[Item]:
    lines = reading.text().split("\n")
    yield from conversation(_with_fields(lines), _title_of(reading.start) or "", reading)


READERS: Final = (
    Reader("chat of Signal (sigtop)", lambda reading: _title_of(reading.start) is not None, _sigtop),
    *map(_reader, (_WHATSAPP, _SIGNAL, _TELEGRAM)),
)
