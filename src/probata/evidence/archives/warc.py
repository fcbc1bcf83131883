"""WARC: records of a web archive, of which the pages and documents become items.

warcio parses, we unpack and count: each record may read so much and no more, and the whole too. Digests are recomputed:
what is not what its record says is told.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import (
    Attachment,
    Item,
    ReadArchive,
    StatedHash,
    bare_name,
    moment_written,
    one_line,
)
from probata.evidence.archives.decoding import decoded, words_of_page
from probata.evidence.archives.limits import Limits, refusal, skipped
from probata.evidence.archives.zip_file import BROKEN as BROKEN_ZIP

FORM: Final = "WARC"
_PIECE: Final = 65_536
_PAGES: Final = ("text/html", "application/xhtml+xml")
_DOCUMENTS: Final = ("application/pdf", "text/plain", "application/msword", "application/vnd.")
"""What is an item of its own beside pages; pictures, styles and scripts belong to pages."""

logging.getLogger("warcio").addHandler(logging.NullHandler())

Opens = Callable[[], AbstractContextManager[IO[bytes]]]
_BROKEN: Final = (*BROKEN_ZIP, ArchiveLoadFailed, StatusAndHeadersParserException, AttributeError, TypeError, KeyError)
"""What warcio raises on records that are none, since it trusts headers to be there; it may read out of a ZIP file."""


class TooMuchError(Exception):
    """More is unpacked than the limits allow."""


class _Unpacked:
    """A stream that unpacks gzip, member by member, and counts. It gives no more than it was last allowed."""

    def __init__(self, raw: IO[bytes], limits: Limits) -> None:
        self._raw, self._limits, self._rest = raw, limits, b""
        self._gzip: Any = None
        self._plain: bool | None = None
        self._out = bytearray()
        self.read_in = self.given = 0
        self.allowed = limits.header

    def allow(self, size: int) -> None:
        """Say how much may be read from here on."""
        self.allowed = self.given + size

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes; raises `TooMuchError` past what is allowed, `zlib.error` on damage."""
        wanted = size if 0 <= size <= _PIECE else _PIECE
        while not self._out and self._fill():
            pass
        piece = bytes(self._out[:wanted])
        del self._out[:wanted]
        self.given += len(piece)
        if self.given > self.allowed or self.given > self._limits.unpacked:
            raise TooMuchError
        return piece

    def _fill(self) -> bool:
        data = self._rest or self._raw.read(_PIECE)
        self._rest = b""
        if not data:
            return False
        if self._plain is None:
            self._plain = not data.startswith(b"\x1f\x8b")
        if self._plain:
            self._out += data
            return True
        if self._gzip is None:
            self._gzip = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._out += self._gzip.decompress(data, _PIECE)
        self._rest = self._gzip.unconsumed_tail or self._gzip.unused_data
        if self._gzip.eof:
            self._gzip = None
        return True

    def close(self) -> None:
        """Leave the file to whoever opened it."""


class _Records(WARCIterator):  # type: ignore[misc]
    """Records as warcio gives them, without its remarks on the terminal."""

    INC_RECORD = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One response that was archived."""

    address: str
    date: str
    media_type: str
    charset: str
    data: bytes
    digest: str
    number: int
    """Of the record in its file, from 1."""


@dataclass(slots=True)
class Pass:
    """One way through a WARC file."""

    shown: str
    limits: Limits
    faults: list[Diagnostic] = field(default_factory=list)
    seen: int = 0
    others: int = 0
    """Responses that are no pages or documents."""


def is_warc(data: bytes) -> bool:
    """Tell a WARC file, packed by gzip or not, by how it begins."""
    if data.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            data = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, 64)
    return data.startswith(b"WARC/")


def read_warc(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read the pages and documents of a WARC file."""
    one = Pass(shown, limits)
    items: list[Item] = []
    texts = 0

    def opens() -> IO[bytes]:
        return path.open("rb")

    for found in responses(opens, one, is_page_or_document):
        item = item_of(found, f"record {found.number}", opens, shown, limits)
        texts += len(item.text)
        if len(items) >= limits.items or texts > limits.texts:
            one.faults.append(_no_more(f"only the first {len(items):,} pages are taken", shown))
            break
        items.append(item)
    notes = (f"{one.others:,} other responses, such as pictures and styles, belong to pages",) if one.others else ()
    return ReadArchive(FORM, tuple(items), tuple(one.faults), notes=notes)


def is_page_or_document(media_type: str, _address: str) -> bool:
    """Tell whether a response is an item of its own."""
    return media_type in _PAGES or media_type.startswith(_DOCUMENTS)


def responses(opens: Opens, one: Pass, wanted: Callable[[str, str], bool]) -> Iterator[Found]:
    """Give the responses that are wanted, by media type and address; what cannot be read goes to the faults."""
    try:
        with opens() as raw:
            stream = _Unpacked(raw, one.limits)
            yield from _responses(stream, one, wanted)
    except TooMuchError:
        what = f"from record {one.seen + 1} on it is not read: its headers, or all of it, are larger than is read"
        one.faults.append(skipped("archive-too-large", what, one.shown))
    except _BROKEN as error:
        what = f"from record {one.seen + 1} on it cannot be read ({one_line(error, 80)})"
        one.faults.append(skipped("archive-damaged", what, one.shown, "get it again from whoever made it"))


def _responses(stream: _Unpacked, one: Pass, wanted: Callable[[str, str], bool]) -> Iterator[Found]:
    for record in _Records(stream, check_digests=True):
        one.seen += 1
        if one.seen > one.limits.entries:
            one.faults.append(_no_more(f"only the first {one.limits.entries:,} records are looked at", one.shown))
            return
        kind, charset = _media_type(record)
        address = one_line(record.rec_headers.get_header("WARC-Target-URI"), 2_000)
        if record.rec_type in ("response", "resource") and _is_good(record) and wanted(kind, address):
            if found := _found(record, stream, one, kind, charset, address):
                yield found
        else:
            one.others += record.rec_type == "response"
            _pass_over(record, stream, one)
        stream.allow(one.limits.header)


def _is_good(record: Any) -> bool:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return status == "200"


def _media_type(record: Any) -> tuple[str, str]:
    said = record.http_headers.get_header("Content-Type") if record.http_headers else record.content_type
    kind, _, rest = (said or "").partition(";")
    charset = rest.lower().partition("charset=")[2].strip(" \"'").split(";")[0]
    return kind.strip().lower()[:100], charset[:40]


def _found(record: Any, stream: _Unpacked, one: Pass, kind: str, charset: str, address: str) -> Found | None:
    place, digest = f"{one.shown}#record {one.seen}", record.rec_headers.get_header("WARC-Payload-Digest")
    data = _body(record, stream, one, address, place)
    _pass_over(record, stream, one)
    if isinstance(data, Diagnostic):
        one.faults.append(data)
        return None
    if record.digest_checker.passed is False:
        what = f"`{one_line(address, 80)}` is not what the digest in its record says, and is not taken"
        one.faults.append(skipped("hash-mismatch", what, place, "get the archive again from whoever made it"))
        return None
    date = one_line(record.rec_headers.get_header("WARC-Date"), 60)
    return Found(address, date, kind, charset, data, one_line(digest, 200), one.seen)


def _body(record: Any, stream: _Unpacked, one: Pass, address: str, place: str) -> bytes | Diagnostic:
    """Return the body of a response as a reader got it, or why it is not read. Brotli packs too tightly to be tried."""
    encoding = record.http_headers.get_header("Content-Encoding") if record.http_headers else None
    if encoding and encoding.lower() not in ("gzip", "deflate", "identity"):
        what = f"`{one_line(address, 80)}` is packed by `{one_line(encoding, 20)}`, which is not read"
        return skipped("unread-item", what, place)
    stream.allow(one.limits.one + one.limits.header)
    pieces: list[bytes] = []
    size = 0
    try:
        content = record.content_stream()
        while piece := content.read(_PIECE):
            size += len(piece)
            if size > one.limits.one:
                return skipped("item-too-large", f"it is larger than {one.limits.one:,} bytes", place)
            pieces.append(piece)
    except (zlib.error, ValueError, AttributeError, TypeError) as error:
        return skipped("unread-item", f"`{one_line(address, 80)}` cannot be read ({one_line(error, 60)})", place)
    return b"".join(pieces)


def _pass_over(record: Any, stream: _Unpacked, one: Pass) -> None:
    """Read to the end of a record, for its digest, and to count what it unpacks to."""
    stream.allow(one.limits.unpacked)
    while record.raw_stream.read(_PIECE):
        pass
    stream.allow(one.limits.header)


def item_of(found: Found, place: str, opens: Opens, shown: str, limits: Limits) -> Item:
    """Return a page or document as an item."""
    title = remark = text = ""
    is_page = found.media_type in _PAGES
    if is_page:
        text, title, remark = words_of_page(found.data, found.charset)
    elif found.media_type == "text/plain":
        text, remark = decoded(found.data, found.charset)
    name = bare_name(found.address.partition("?")[0].rstrip("/"))
    read = _again(opens, found.number, shown, limits)
    what = "page as archived" if is_page else "document as archived"
    hashes = (StatedHash(found.digest, "the body of the response, as the archive says; it agrees"),)
    return Item(
        kind="page" if is_page else "file",
        place=place,
        address=found.address,
        title=title,
        text=text[: limits.text],
        captured=moment_written(found.date),
        attachments=(Attachment(name, found.media_type, len(found.data), read, what),),
        hashes=hashes if found.digest else (),
        notes=(remark,) if remark else (),
    )


def _again(opens: Opens, number: int, shown: str, limits: Limits) -> Callable[[], bytes | Diagnostic]:
    """Return what reads one record's body again: thousands of bodies are not kept in memory."""

    def read() -> bytes | Diagnostic:
        one = Pass(shown, limits)
        for found in responses(opens, one, lambda _kind, _address: one.seen == number):
            return found.data
        return next(iter(one.faults), refusal("unread-item", f"there is no record {number}", shown, ""))

    return read


def _no_more(message: str, shown: str) -> Diagnostic:
    return skipped("too-many-entries", message, shown, "divide the archive, and import its parts")


def pages_wanted(addresses: Mapping[str, Any]) -> Callable[[str, str], bool]:
    """Return what wants the responses of certain addresses alone."""
    return lambda kind, address: address in addresses and is_page_or_document(kind, address)
