"""A held copy: bytes of a source that lie in the store of the case, how they were got, and who has had them since."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from probata.model.moment import Moment
from probata.model.record import Id, IsPrivate, Line, Part, Prose, Record
from probata.source.file_names import is_hash

# SHA-256 and nothing else: a hash of another tool may be of a page, an address or a report, and is never taken for it.


def _hash(text: str) -> str:
    if not is_hash(text):
        raise PydanticCustomError("hash", "no SHA-256")
    return text


Sha256 = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_hash)]
"""A SHA-256 in 64 hexadecimal digits, in small letters, so that one hash has one form."""


ByteCount = Annotated[int, Field(ge=0)]
"""A number of bytes."""


class CustodyEvent(Part):
    """What was done with the copy, or that it changed hands. Left out means not recorded."""

    at: Moment | None = None
    """When, with the zone: `2026-11-30T22:35:54+01:00`; a day alone where no more is known."""
    action: Literal[
        "captured", "received", "handed_over", "preserved", "copied", "examined", "altered", "returned", "destroyed"
    ]
    """What was done: captured, received, handed over, preserved in the store, copied, examined, altered, returned or
    destroyed."""
    given_by: Annotated[Line | None, IsPrivate()] = None
    """Who had it before. No document prints it."""
    given_to: Annotated[Line | None, IsPrivate()] = None
    """Who had it from then on. No document prints it."""
    hash_after: Sha256 | None = None
    """SHA-256 of the bytes after it."""
    note: Annotated[Line | None, IsPrivate()] = None
    """A remark for the team, never printed in a filing."""


class Timestamp(Part):
    """A token by which an authority says that the bytes, or a list of hashes that names them, were there at a time."""

    token: Sha256
    """SHA-256 of the token (RFC 3161), which lies in the store too."""
    listed_in: Sha256 | None = None
    """SHA-256 of the list of hashes that the token covers, such as `hashes.txt`, where it covers no single copy."""
    at: Moment | None = None
    """The time that the authority states."""
    authority: Line | None = None
    """Name of the authority, as its certificate has it."""


class HeldCopy(Record):
    """A copy that is held. What is left out is not recorded; nothing is made up to fill a gap.

    A source with a copy is held, whatever else is left out in its own record.
    """

    source: Id | None = None
    """The source that it is a copy of."""
    sha256: Sha256
    """SHA-256 of the bytes. Under it they lie in `held/`."""
    place: Line | None = None
    """Of an archive, mailbox or chat: which item of it is meant, such as `message 12`."""
    name: Line
    """Original name of the file."""
    size: ByteCount
    """Number of bytes."""
    media_type: Line | None = None
    """What the bytes are, such as `application/pdf`."""
    captured_at: Moment | None = None
    """When the copy was taken from its source, with the zone: `2026-11-30T22:35:54+01:00`."""
    method: Prose | None = None
    """How it was taken, such as `saved from the browser` or `photographed`."""
    tool: Line | None = None
    """The program or device, with its version."""
    url: Line | None = None
    """Address from which it was taken."""
    final_url: Line | None = None
    """Address to which that one led, where it was another."""
    archive_urls: tuple[Line, ...] = ()
    """Addresses of the same capture in archives."""
    received_from: Annotated[Line | None, IsPrivate()] = None
    """From whom it came, where it was not taken by ourselves. No document prints it."""
    collector: Annotated[Line | None, IsPrivate()] = None
    """Who took it. No document or export prints it."""
    address: Annotated[Line | None, IsPrivate()] = None
    """Address on the network of the machine that took it. No document or export prints it."""
    identity: Annotated[Line | None, IsPrivate()] = None
    """Account or assumed identity that was used. No document or export prints it."""
    custody: tuple[CustodyEvent, ...] = ()
    """What became of it, in order of time."""
    timestamps: tuple[Timestamp, ...] = ()
    """Tokens of time-stamping authorities."""
    logged: Sha256 | None = None
    """SHA-256 of the line of the log, `held/log.jsonl`, that tells of its being preserved."""
    note: Annotated[Line | None, IsPrivate()] = None
    """A remark for the team, never printed in a filing."""
