"""Chats exported as text: each message begins with a line of its date, its time and its sender.

WhatsApp: `[04/03/2026, 10:11:12] Name: …` (iPhone), `04/03/2026, 10:11 - Name: …` (Android).
Signal: `[2026-03-04 10:11:12] Name: …` (signal-export), `2026-03-04 10:11 Name: …` (sigtop, short).
Telegram: `Name, [04.03.2026 10:11]`, as messages are copied out of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from probata.evidence.archives.archive import bare, clean, one_line
from probata.evidence.archives.chat import CLOCK, DATE, Said, stamp_of

_SPACES: Final = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2009": " "})
_LONGEST: Final = 400
"""Characters of a line in which its beginning is looked for."""

WHATSAPP: Final = "chat of WhatsApp (text)"
SIGNAL: Final = "chat of Signal (text)"
TELEGRAM: Final = "chat of Telegram (text)"
_STARTS: Final = (
    (SIGNAL, re.compile(r"\[(?P<a>\d{4})(?P<sep>-)(?P<b>\d\d)-(?P<c>\d\d) (?P<before>)(?P<h>\d\d):(?P<m>\d\d)"
                        r"(?::(?P<s>\d\d))?(?P<half>)\] (?P<rest>[^:\n]{1,100}: ?.*)")),
    (SIGNAL, re.compile(r"(?P<a>\d{4})(?P<sep>-)(?P<b>\d\d)-(?P<c>\d\d) (?P<before>)(?P<h>\d\d):(?P<m>\d\d)"
                        r"(?P<s>)(?P<half>) (?!- )(?P<rest>[^:\n]{1,100}:.*)")),
    (WHATSAPP, re.compile(rf"\[{DATE},? {CLOCK}\] (?P<rest>.*)")),
    (WHATSAPP, re.compile(rf"{DATE},? {CLOCK} [-–] (?P<rest>.*)")),
    (TELEGRAM, re.compile(rf"(?P<rest>.{{1,100}}), \[{DATE},? {CLOCK}\]:?")),
)  # fmt: skip
_FILE: Final = re.compile(
    r"<[^<>:\n]{2,40}: ?(?P<a>[^<>/\\\n]{1,150}\.\w{2,5})>"
    r"|^(?P<b>[^/\\:<>\n]{1,150}\.\w{2,5}) \([^()\n]{3,60}\)$"
    r"|!?\[[^\[\]\n]{0,150}\]\(\./(?:media/)?(?P<c>[^()\s/\\]{1,150})\)",
    re.MULTILINE,
)
"""How a message says that a file belongs to it: on an iPhone, on Android, and in signal-export."""


def form_of(head: str) -> str:
    """Return which program's chat a text is by its first line that holds something; empty where it is none."""
    for line in head.split("\n")[:20]:
        if plain := _plain(line):
            return next((form for form, start in _STARTS if start.fullmatch(plain)), "")
    return ""


def messages(lines: Iterable[str], form: str) -> Iterator[Said]:
    """Give the messages; a line that begins none belongs to the one before it."""
    starts = [start for name, start in _STARTS if name == form]
    begun: re.Match[str] | None = None
    held: list[str] = []
    for raw in lines:
        line = clean(raw).rstrip("\n")
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
    if form == TELEGRAM:
        sender, said = found["rest"], rest
    else:
        behind = first[found.start("rest") :]
        sender, colon, said = behind.partition(":")
        if not colon or len(sender) > 100:
            sender, said = "", behind
        said = "\n".join(filter(None, (said.strip(), rest)))
    when = first[: found.start("rest")] if form != TELEGRAM else first[found.end("rest") :]
    stamp = stamp_of(found, when.strip(" ,-–[]:"))
    files = tuple(next(filter(None, one.groups())) for one in _FILE.finditer(bare(said[:10_000])))
    return Said(stamp, one_line(sender.strip(), 100), said, written, files)
