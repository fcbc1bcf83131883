"""A read: that somebody of the team read something, when, as what, and what it rested on then.

What is read is either a text, at its source, or an allegation as a whole. An allegation is read four times by eyes of
their own: for its facts, its law, the protection of its sources, and defamation.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, StringConstraints

from probata.model.dates import OneDate
from probata.model.record import Line, Part, Record

AllegationRead = Literal["fact", "law", "source_protection", "libel"]
"""As what an allegation is read."""
ALLEGATION_READS: tuple[AllegationRead, ...] = get_args(AllegationRead)

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""The first sixteen hexadecimal digits of the SHA-256 of what a record says."""


class Resting(Part):
    """A record as it was when it was read."""

    record: Line
    """The record, such as `sources/gazette`."""
    fingerprint: Fingerprint
    """Its fingerprint then."""


def _from_short(value: Any) -> Any:
    """Turn `sources/gazette 3f0c…` into the long form; what has no two words passes as it is."""
    record, _, fingerprint = value.rpartition(" ") if isinstance(value, str) else ("", "", "")
    return {"record": record, "fingerprint": fingerprint} if record else value


RestingField = Annotated[Resting, BeforeValidator(_from_short, json_schema_input_type=str | Resting)]


class Read(Record):
    """That somebody of the team read a text or an allegation, and when."""

    what: Line
    """What was read: the source, authority, provision or quotation; of a read of an allegation, its id."""
    read_as: Literal["text", AllegationRead] = "text"
    """As what: a text at its source, or an allegation for its facts, its law, the protection of sources, or libel."""
    by: Line
    """Who read it."""
    on: OneDate
    """When."""
    result: Literal["confirmed", "differs", "not_found"] = "confirmed"
    """What came of it."""
    rests_on: tuple[RestingField, ...] = ()
    """Of an allegation: the records that it rested on, each with its fingerprint, as `probata read` writes them."""
    note: Line | None = None
    """A remark."""
