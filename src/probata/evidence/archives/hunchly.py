"""Hunchly, and every browser that saves a page as MHTML: one page with its pictures, in the form of a mail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import ReadArchive, bare, one_line
from probata.evidence.archives.limits import Limits
from probata.evidence.archives.mail import field_of, item_of, parsed

FORM: Final = "page as MHTML (Hunchly, browser)"
_MARKS: Final = (b"snapshot-content-location:", b"multipart/related")


def is_mhtml(head: bytes) -> bool:
    """Tell a saved page by its headers."""
    headers = head[:20_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    return _MARKS[0] in headers or (_MARKS[1] in headers and b"text/html" in headers and b"\nto:" not in headers)


def read_mhtml(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read the page. Its time is that of the browser; Hunchly keeps its own beside it, which may differ."""

    def load() -> bytes:
        with path.open("rb") as stream:
            return stream.read(limits.one + 1)

    found = item_of(load, "page", shown, limits)
    mail = found if isinstance(found, Diagnostic) else parsed(load(), shown, limits)
    if isinstance(found, Diagnostic) or isinstance(mail, Diagnostic):
        return ReadArchive(FORM, (), tuple(one for one in (found, mail) if isinstance(one, Diagnostic))[:1])
    address = one_line(field_of(mail, "snapshot-content-location"), 2_000)
    first = next((one for one in found.attachments if one.media_type == "text/html"), None)
    notes = ("its time is that of the browser; Hunchly's own time of capture stands in Hunchly, and may differ",)
    page = replace(
        found,
        kind="page",
        address=address or (first.address if first else ""),
        title=bare(found.title),
        published=None,
        captured=found.published,
        people=(),
        notes=(*found.notes[1:], *notes),
    )
    return ReadArchive(FORM, (page,))
