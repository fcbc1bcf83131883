"""A filing that was sent: the files as they went out, to whom and when, and what each record said then."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from probata.model.dates import OneDate
from probata.model.held_copy import Sha256
from probata.model.read import Fingerprint
from probata.model.record import Id, Line, Part, Record


class SentFile(Part):
    """A file as it went out. Its bytes are kept with the held copies."""

    name: Line
    """What it was called."""
    sha256: Sha256
    """The SHA-256 of its bytes."""


_SHORT = re.compile(r"(\S+) ([0-9a-f]{16})(?: (.+))?")


def _from_short(value: Any) -> Any:
    """Turn `roles/governor 3f0c… 4, 12` into the long form; what is not written so passes as it is."""
    found = _SHORT.fullmatch(value) if isinstance(value, str) else None
    return {"record": found[1], "fingerprint": found[2], "places": found[3]} if found else value


class Printed(Part):
    """A record that the files print, as it was then."""

    record: Line
    """The record, such as `roles/governor`."""
    fingerprint: Fingerprint
    """Its fingerprint then."""
    places: Line | None = None
    """The paragraphs that print it, by their numbers."""


PrintedField = Annotated[Printed, BeforeValidator(_from_short, json_schema_input_type=str | Printed)]


class Sent(Record):
    """That a filing was sent, as `probata filed` writes it down."""

    filing: Id
    """The filing."""
    to: Line
    """To whom it was sent."""
    on: OneDate
    """When."""
    reference: Line | None = None
    """The reference that the addressee gave it."""
    answer_due: OneDate | None = None
    """When an answer is due."""
    answered_on: OneDate | None = None
    """When the answer came."""
    answer: Line | None = None
    """What the answer was, in a few words."""
    files: tuple[SentFile, ...] = ()
    """The files that went out."""
    printed: tuple[PrintedField, ...] = ()
    """The records that they print, each with its fingerprint and the paragraphs, as `probata filed` writes them."""
    note: Line | None = None
    """A remark for the team."""
