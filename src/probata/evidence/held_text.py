"""The text of a held copy, page by page as a reader of it counts them.

The bytes are a stranger's: they are read in another process with limits (`source/in_child.py`), one for all the copies
that are read together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Literal

from probata.diagnostics.value import value
from probata.source.in_child import Child, ChildError

Fault = Literal["", "locked", "damaged", "too-large", "no-reader", "no-item", "changed", "crash", "time", "memory"]
"""Why a copy was not read: it asks for a password, is damaged, is larger than we read, is of a kind of which we read no
text, is an archive without the item that is meant, has not the hash of its record, or broke, or wore out, the program
that reads it."""

_SECONDS: Final = 120.0
_SECONDS_OF_OCR: Final = 1_800.0
_READ: Final = "probata.evidence.page_text:read_pages"


@value()
class HeldPage:
    """A page of a copy; of a form without pages the whole, an item, or a sheet."""

    text: str
    label: str = ""
    """What the copy itself calls it: its page label, `message 12`, the name of a sheet; empty where nothing."""
    is_picture: bool = False
    """Whether it shows more than its text says: a scan, with no words or a few."""


@value()
class HeldText:
    """What was read of a copy. It never says more than was read: `fault` is empty where all of it was."""

    pages: tuple[HeldPage, ...] = ()
    is_paged: bool = False
    """Whether its pages are pages of paper or screen, so that one can be counted."""
    title: str = ""
    """Title that the copy itself bears, such as that of a web page."""
    is_ocr: bool = False
    """Whether pages were read by character recognition, which errs."""
    fault: Fault = ""

    @property
    def letters(self) -> int:
        """How many letters and figures it has."""
        return sum(sum(map(str.isalnum, page.text)) for page in self.pages)


@value()
class ToRead:
    """A copy that is to be read."""

    path: Path
    media_type: str
    """As its record says, or as its bytes did; empty where neither is known."""
    ocr: str = ""
    """Language of its pictures of text, as a BCP 47 tag, where they are to be recognised; empty where not."""
    place: str = ""
    """Of what is attached to a mail or message of an archive: which it is; else the whole file is read."""
    sha256: str = ""
    """What its bytes must have as their hash to be read at all; empty where that is not known."""


def read_text(path: Path, media_type: str, ocr: str = "") -> HeldText:
    """Return the text of one file. Whatever the file holds nothing is raised: what is not read is told by `fault`."""
    return next(read_texts([ToRead(path, media_type, ocr)]))


def read_texts(copies: Iterable[ToRead]) -> Iterator[HeldText]:
    """Give the texts of files in their order, read one after the other in one other process."""
    with Child() as child:
        for copy in copies:
            yield _read(child, copy)


def _read(child: Child, copy: ToRead) -> HeldText:
    seconds = _SECONDS_OF_OCR if copy.ocr else _SECONDS
    try:
        found = child.call(
            _READ,
            seconds=seconds,
            path=str(copy.path.absolute()),
            media_type=copy.media_type,
            ocr=copy.ocr,
            sha256=copy.sha256,
            place=copy.place,
        )
    except ChildError as error:
        return HeldText(fault="damaged" if error.kind == "fault" else error.kind)
    return of_plain(found)


def of_plain(found: Any) -> HeldText:
    """Return a text from the values of JSON that `as_plain` gave."""
    pages = (HeldPage(text, label, bool(is_picture)) for text, label, is_picture in found["pages"])
    return HeldText(tuple(pages), found["is_paged"], found["title"], found["is_ocr"], found["fault"])


def as_plain(text: HeldText) -> dict[str, Any]:
    """Return a text as values of JSON, from which `of_plain` makes it again."""
    pages = [(page.text, page.label, page.is_picture) for page in text.pages]
    return {"pages": pages, "is_paged": text.is_paged, "title": text.title, "is_ocr": text.is_ocr, "fault": text.fault}
