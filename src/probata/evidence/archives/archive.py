"""What every reader of this room gives: items with people, times and attachments, and what was not taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from probata.diagnostics import Diagnostic
from probata.source.text_file import ILLEGAL

NO_ZONE: Final = "zone not given"
UNCERTAIN: Final = "day and month not certain"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as an archive states it; nothing is added that it does not say."""

    written: str
    """The words of the archive."""

    day: str = ""
    """`2026-03-04`, in the zone stated; empty where day and month are not certain or not understood."""

    clock: str = ""
    """`10:11` or `10:11:12`; empty where none is understood."""

    zone: str = ""
    """`+02:00`; empty where the archive gives none."""

    readings: tuple[str, ...] = ()
    """The days that it may be, where day and month are not certain."""

    @property
    def shown(self) -> str:
        """As a reader is told it: `2026-03-04 10:11 (zone not given)`."""
        if not self.day:
            return f"{self.written} ({UNCERTAIN})" if self.readings else self.written
        time = f"{self.day} {self.clock}".rstrip()
        return f"{time} {self.zone}" if self.zone else f"{time} ({NO_ZONE})" if self.clock else time


def moment_of(value: datetime, written: str = "") -> Moment:
    """Return a time with the zone it bears; one without a zone gets none."""
    whole = value.replace(microsecond=0).isoformat()
    return Moment(written or value.isoformat(), whole[:10] if value.year >= 1000 else "", whole[11:19], whole[19:25])


def moment_written(text: object) -> Moment | None:
    """Return a time in ISO form or in 14 digits as web archives write it (those in UTC); any other keeps its words."""
    written = one_line(text, 100)
    if not written:
        return None
    if re.fullmatch(r"\d{14}", written, re.ASCII):
        written = f"{written[:8]}T{written[8:]}Z"
    try:
        return moment_of(datetime.fromisoformat(written), one_line(text, 100))
    except (ValueError, OverflowError):
        return Moment(written)


Role = Literal["author", "sender", "recipient", "participant"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an item names, as it names them."""

    role: Role
    name: str = ""
    address: str = ""
    """Address of mail, number or account."""

    @property
    def shown(self) -> str:
        """The name, else the address."""
        return self.name or self.address


@dataclass(frozen=True, slots=True)
class StatedHash:
    """A hash that the archive states. It says what another program computed, of bytes that may not be those we hold."""

    text: str
    of: str
    """What it is of, in a few words, as far as that is known."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to an item."""

    name: str
    """A bare name, without any path."""

    media_type: str = ""
    size: int | None = None
    read: Callable[[], bytes] | None = None
    """Gives its bytes, or raises `NotTakenError`; `None` where the archive does not hold them."""

    what: str = ""
    """What it is to its item where it is more than a file: `page as archived`, `list of hashes`, `timestamp`."""

    address: str = ""
    """Where the archive says that it is, on the web."""

    hashes: tuple[StatedHash, ...] = ()
    path: Path | None = None
    """The file itself, where it lies beside the archive."""


Kind = Literal["page", "post", "mail", "conversation", "message", "file", "attachment"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that an archive holds."""

    kind: Kind
    place: str
    """Where it is in the archive, such as `message 12`; the same in each reading of the same bytes."""

    address: str = ""
    """Address on the web, or the id that the item bears."""

    title: str = ""
    text: str = ""
    published: Moment | None = None
    """When it was written, sent or posted; of a conversation its first message."""

    last: Moment | None = None
    """Of a conversation its last message."""

    captured: Moment | None = None
    archived: str = ""
    """Address of a copy elsewhere, as the archive states it; that it holds anything is not known."""

    people: tuple[Person, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    hashes: tuple[StatedHash, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader of it should know, one clause each: `self-signed`, `the sender is as the header says`."""


def attached_at(place: str, number: int) -> str:
    """Return the place of what is attached to an item: `message 12, attachment 1`."""
    return f"{place}, attachment {number}"


def attached_to(place: str) -> tuple[str, int] | None:
    """Return the place of the item to which something is attached, and as which; `None` for the place of an item."""
    found = re.fullmatch(r"(.+), attachment ([1-9]\d{0,5})", place, re.ASCII)
    return (found[1], int(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class ReadArchive:
    """What was read of a file or folder."""

    form: str
    """What it is, in words: `WACZ`, `mailbox (mbox)`; empty where it is nothing that we read."""

    items: tuple[Item, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """What was not taken and why, and what is not as the archive says."""

    tool: str = ""
    """The program that made it, as it says."""

    notes: tuple[str, ...] = ()
    """What holds for the whole, such as who signed it."""

    def item(self, place: str) -> Item | None:
        """Return the item at a place; `None` where there is none."""
        return next((one for one in self.items if one.place == place), None)


# Texts of strangers, before they reach a record or the terminal.

_LONGEST_NAME = 120
_FORMATS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks and turns of direction, and a byte-order mark."""


def clean(text: object) -> str:
    """Return a text without characters that no record or document can hold, with single line feeds."""
    return ILLEGAL.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: object, longest: int = 1_000) -> str:
    """Return a text as one clean line, cut where it is longer."""
    # Cut before it is cleaned, so that the work is bounded whatever came.
    line = " ".join(clean(str(text)[: longest * 4]).split()) if text is not None else ""
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def bare(text: str) -> str:
    """Return a text without marks of direction."""
    return _FORMATS.sub("", text)


def bare_name(text: object) -> str:
    """Return a file's name without its path, and without what turns the direction of its ending."""
    return one_line(bare(re.split(r"[/\\]", str(text)[-1_000:])[-1]), _LONGEST_NAME) or "unnamed"
