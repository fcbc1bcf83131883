"""WARC: records of a web archive, of which the pages and documents become items.

warcio parses, `gzip` unpacks, and we count: each record may read so much and no more, and the whole too. Digests are
recomputed: what is not what its record says is told.
"""

from __future__ import annotations

import gzip
import logging
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import IO, Any, Final

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from probata.evidence.archives.archive import Attachment, Item, StatedHash, bare_name, moment_written, one_line
from probata.evidence.archives.decoding import decoded, words_of_page
from probata.evidence.archives.limits import Limits, NotTakenError
from probata.evidence.archives.reading import Reader, Reading
from probata.evidence.archives.zip_file import BROKEN as BROKEN_ZIP

_PIECE: Final = 65_536
_PAGES: Final = ("text/html", "application/xhtml+xml")
_DOCUMENTS: Final = ("application/pdf", "text/plain", "application/msword", "application/vnd.")
"""What is an item of its own beside pages; pictures, styles and scripts belong to pages."""

logging.getLogger("warcio").addHandler(logging.NullHandler())

_BROKEN: Final = (*BROKEN_ZIP, ArchiveLoadFailed, StatusAndHeadersParserException, AttributeError, TypeError, KeyError)
"""What warcio raises on records that are none, since it trusts headers to be there; it may read out of a ZIP file."""


class _TooMuchError(Exception):
    """More is unpacked than the limits allow."""


class _Unpacked:
    """A stream, packed by gzip or not, that counts. It gives no more than it was last allowed."""

    def __init__(self, raw: IO[bytes], is_packed: bool, limits: Limits) -> None:
        self._stream = gzip.GzipFile(fileobj=raw) if is_packed else raw
        self._limits, self._given, self._allowed = limits, 0, limits.header

    def allow(self, size: int) -> None:
        """Say how much may be read from here on."""
        self._allowed = self._given + size

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes; raises `_TooMuchError` past what is allowed, one of `_BROKEN` on damage."""
        piece = self._stream.read(min(size, _PIECE) if size >= 0 else _PIECE)
        self._given += len(piece)
        if self._given > min(self._allowed, self._limits.unpacked):
            raise _TooMuchError
        return piece

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


Wanted = Callable[[str, str, int], bool]
"""Whether a response is wanted, by its media type, its address and the number of its record."""


def _is_warc(reading: Reading) -> bool:
    data = reading.head
    if data.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            data = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, 64)
    return data.startswith(b"WARC/")


def _pages(reading: Reading) -> Iterator[Item]:
    found = responses(reading, is_page_or_document)
    items = (item_of(one, f"record {one.number}", reading) for one in found)
    yield from reading.first(items, lambda item: len(item.text), "pages")


READERS: Final = (Reader("WARC", _is_warc, _pages),)


def is_page_or_document(media_type: str, _address: str = "", _number: int = 0) -> bool:
    """Tell whether a response is an item of its own."""
    return media_type in _PAGES or media_type.startswith(_DOCUMENTS)


def responses(reading: Reading, wanted: Wanted) -> Iterator[Found]:
    """Give the responses that are wanted; the faults say what cannot be read, the notes how many others there are."""
    number = others = 0
    try:
        with reading.opens() as raw:
            stream = _Unpacked(raw, reading.head.startswith(b"\x1f\x8b"), reading.limits)
            for number, record in enumerate(_Records(stream, check_digests=True), 1):
                if number > reading.limits.entries:
                    what = f"only the first {number - 1:,} records are looked at"
                    reading.skip("too-many-entries", what, "divide the archive, and import its parts")
                    break
                headers = record.http_headers
                said = (headers.get_header("Content-Type") if headers else record.content_type) or ""
                kind, address = _kind(said), one_line(record.rec_headers.get_header("WARC-Target-URI"), 2_000)
                is_good = not headers or headers.get_statuscode() == "200"
                if record.rec_type in ("response", "resource") and is_good and wanted(kind, address, number):
                    try:
                        yield _found(record, stream, reading, said, address, number)
                    except NotTakenError as error:
                        reading.faults.append(error.finding)
                else:
                    others += record.rec_type == "response"
                _pass_over(record, stream, reading.limits)
    except _TooMuchError:
        what = f"from record {number + 1} on it is not read: its headers, or all of it, are larger than is read"
        reading.skip("archive-too-large", what)
    except _BROKEN as error:
        what = f"from record {number + 1} on it cannot be read ({one_line(error, 80)})"
        reading.skip("archive-damaged", what, "get it again from whoever made it")
    if others:
        reading.notes.append(f"{others:,} other responses, such as pictures and styles, belong to pages")


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()[:100]


def _found(record: Any, stream: _Unpacked, reading: Reading, said: str, address: str, number: int) -> Found:
    place, called = f"{reading.shown}#record {number}", one_line(address, 80)
    digest = record.rec_headers.get_header("WARC-Payload-Digest")
    data = _body(record, stream, reading.limits, called, place)
    _pass_over(record, stream, reading.limits)
    if record.digest_checker.passed is False:
        what = f"`{called}` is not what the digest in its record says, and is not taken"
        raise NotTakenError("hash-mismatch", what, place, "get the archive again from whoever made it")
    date = one_line(record.rec_headers.get_header("WARC-Date"), 60)
    charset = said.lower().partition("charset=")[2].strip(" \"'").split(";")[0][:40]
    return Found(address, date, _kind(said), charset, data, one_line(digest, 200), number)


def _body(record: Any, stream: _Unpacked, limits: Limits, called: str, place: str) -> bytes:
    """Return the body of a response as a reader got it. Brotli packs too tightly to be tried."""
    encoding = record.http_headers.get_header("Content-Encoding") if record.http_headers else None
    if encoding and encoding.lower() not in ("gzip", "deflate", "identity"):
        what = f"`{called}` is packed by `{one_line(encoding, 20)}`, which is not read"
        raise NotTakenError("unread-item", what, place)
    stream.allow(limits.one + limits.header)
    body = bytearray()
    try:
        content = record.content_stream()
        while piece := content.read(_PIECE):
            body += piece
            if len(body) > limits.one:
                raise NotTakenError("item-too-large", f"it is larger than {limits.one:,} bytes", place)
    except (zlib.error, ValueError, AttributeError, TypeError) as error:
        what = f"`{called}` cannot be read ({one_line(error, 60)})"
        raise NotTakenError("unread-item", what, place) from None
    return bytes(body)


def _pass_over(record: Any, stream: _Unpacked, limits: Limits) -> None:
    """Read to the end of a record, for its digest, and to count what it unpacks to."""
    stream.allow(limits.unpacked)
    while record.raw_stream.read(_PIECE):
        pass
    stream.allow(limits.header)


def item_of(found: Found, place: str, reading: Reading) -> Item:
    """Return a page or document as an item; its body is read again when it is wanted, since there may be thousands."""
    title = remark = text = ""
    is_page = found.media_type in _PAGES
    if is_page:
        text, title, remark = words_of_page(found.data, found.charset)
    elif found.media_type == "text/plain":
        text, remark = decoded(found.data, found.charset)
    name = bare_name(found.address.partition("?")[0].rstrip("/"))
    what = "page as archived" if is_page else "document as archived"
    read = partial(_again, reading, found.number)
    hashes = (StatedHash(found.digest, "the body of the response, as the archive says; it agrees"),)
    return Item(
        kind="page" if is_page else "file",
        place=place,
        address=found.address,
        title=title,
        text=text[: reading.limits.text],
        captured=moment_written(found.date),
        attachments=(Attachment(name, found.media_type, len(found.data), read, what),),
        hashes=hashes if found.digest else (),
        notes=(remark,) if remark else (),
    )


def _again(reading: Reading, number: int) -> bytes:
    again = Reading(reading.shown, reading.limits, reading.opens, reading.finds)
    found = next(responses(again, lambda _kind, _address, at: at == number), None)
    if found is None:
        raise NotTakenError("unread-item", f"record {number} cannot be read", reading.shown)
    return found.data
