"""Every character that a finished file holds, seen and unseen, for a search that must find nothing.

White space is left out of all of it, since a layout may break a name over two lines, and so are soft hyphens.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from io import BytesIO

import pikepdf

UNSEEN = re.compile("[\\s\u00ad\u2010]")
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
WORDS = re.compile("[^\x00-\x1f\x7f-\x9f\ufffd]{8,}")
"""Characters in a row that somebody may have written: packed bytes, pixels and outlines of letters hold any five."""


def spread(text: str) -> str:
    """Return a text as a search of `all_text` wants it: without white space and hyphens of the layout."""
    return UNSEEN.sub("", text)


def all_text(data: bytes, ending: str) -> str:
    """Return all text of a file: of each part of a Word file, each stream and property of a PDF, the whole of HTML."""
    match ending:
        case "docx":
            pieces = _docx(data)
        case "pdf":
            pieces = _pdf(data)
        case _:
            pieces = _marked_up(data)
    return spread("\n".join(pieces))


def _docx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        yield archive.comment.decode("utf-8", "replace")
        for name in archive.namelist():
            yield name
            yield from _marked_up(archive.read(name))


def _marked_up(part: bytes) -> Iterator[str]:
    """Give a part as it is, and without its tags: a name may be cut into several runs."""
    text = unescape(part.decode("utf-8", "replace"))
    yield text
    yield re.sub(r"<[^>]*>", "", text)


def _pdf(data: bytes) -> Iterator[str]:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    yield done.stdout.decode("utf-8")
    yield STREAM.sub(b" ", data).decode("latin-1")
    for packed in STREAM.findall(data):  # of every state of the file, what no object leads to as well
        yield from _read(packed)
    with pikepdf.open(BytesIO(data)) as opened:
        yield from (str(value) for value in opened.docinfo.values())
        for held in opened.objects:
            yield from _strings(held)
            if isinstance(held, pikepdf.Stream):
                try:
                    yield from _text(held.read_bytes())
                except pikepdf.PdfError:  # a picture in a form that pikepdf does not unpack
                    yield from _text(held.read_raw_bytes())


def _read(packed: bytes) -> Iterator[str]:
    try:
        yield from _text(zlib.decompressobj().decompress(packed))
    except zlib.error:
        yield from _text(packed)


def _text(content: bytes) -> Iterator[str]:
    """Give a stream as the text that it is; of one that is none, what stands in it as words."""
    text = content.decode("utf-8", "replace")
    yield "\n".join(WORDS.findall(text)) if "\0" in text or "\ufffd" in text else text
    yield "\n".join(WORDS.findall(content.decode("utf-16-be", "replace")))


def _strings(held: pikepdf.Object) -> Iterator[str]:
    """Give every string and name of an object: outlines, alternative texts, actual texts, names of places."""
    match held:
        case pikepdf.String() | pikepdf.Name():
            yield str(held)
        case pikepdf.Dictionary() | pikepdf.Stream():
            for key, value in held.items():
                yield str(key)
                if not _is_shared(value):
                    yield from _strings(value)
        case pikepdf.Array():
            for value in held:
                if not _is_shared(value):
                    yield from _strings(value)
        case _:
            return


def _is_shared(value: object) -> bool:
    """Tell whether a value is an object of its own, which is read where the file lists it."""
    return isinstance(value, pikepdf.Object) and value.is_indirect
