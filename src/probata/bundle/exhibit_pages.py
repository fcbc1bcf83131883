"""Any held file as pages that can be joined into a bundle, or the reason why it is not and what to do.

The file itself is only read. What a stranger wrote is parsed in a child process, within limits of time and memory.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from probata.bundle.file_kinds import kind_of
from probata.bundle.office_pages import is_workbook, office_pdf, office_program
from probata.bundle.refusal import Refusal, RefusedError
from probata.evidence.archives.archive import attached_to
from probata.evidence.store import look_at
from probata.messages import ENGLISH
from probata.model.exhibit import Redaction
from probata.source.in_child import MEGABYTE, Child, ChildError

MEMORY: Final = 3_000 * MEGABYTE
"""Bytes of address space for parsers; a picture of 100 megapixels takes a third."""
SECONDS: Final = 120.0
LARGEST: Final = 2_000 * MEGABYTE
_PRINT: Final = "open it, print it to a new PDF, look at its pages, and preserve that as a copy too"

_FOR_TEAM: Final = {
    "active": "scripts and actions of the file are left out ({})",
    "links": "links of the file to other places are left out ({})",
    "files": "files inside the file are left out",
    "comments": "the text of comments is not on the pages ({})",
    "unapplied_redactions": "marks for a redaction were never applied ({}): what stands below them is shown",
    "blank": "after the repair of the file pages are empty ({})",
    "unprintable": "characters are in none of our fonts ({})",
}
"""What the team is told besides what a reader of the bundle is."""
FOR_READERS: Final = (
    "redacted", "signed", "repaired", "first_picture", "converted", "reprinted", "layers", "recording", "media",
)  # fmt: skip
"""Remarks that a reader of the bundle must know; the others are for the team."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say of the pages; its words for a reader are `exhibit_pages.<name>` of the messages."""

    name: str
    number: int = 1

    @property
    def is_for_readers(self) -> bool:
        """Whether it is printed on the cover sheet of the exhibit."""
        return self.name in FOR_READERS

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody must look at the pages before they are sent."""
        return self.name in ("unapplied_redactions", "blank", "unprintable")

    @property
    def for_team(self) -> str:
        """What it says to the team alone; empty where it says nothing, or the cover sheet says it."""
        return _FOR_TEAM.get(self.name, "").format(self.number)


@dataclass(frozen=True, slots=True)
class ExhibitPdf:
    """The pages of an exhibit, in a file of their own."""

    path: Path
    """A PDF without metadata, outline, annotations and anything that acts; each page upright, its corner at 0, 0."""
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page, in points."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet says that stands for a recording, which has no pages."""

    title: str = ""
    """The mark and what it is, such as `EX/4: recording of a telephone call`."""
    sha256: str = ""
    """Of the held copy."""
    language: str = ENGLISH


def pages_child() -> Child:
    """Return a child process that makes pages; one serves all exhibits of a bundle."""
    return Child(memory=MEMORY, seconds=SECONDS)


def as_pages(
    path: Path,
    media_type: str,
    into: Path,
    child: Child,
    redactions: Sequence[Redaction] = (),
    sheet: Sheet = Sheet(),
    place: str = "",
) -> ExhibitPdf | Refusal:
    """Write the pages of a held file into the folder `into`, under a name made of the content.

    `place` is the item that is meant of an archive, such as `message 12`; it is set as a text. Of what is attached to
    one, its own pages are made.

    The same file and redactions give the same bytes. Raises `OSError` where the disk is full or the file cannot be
    read; then, and after a refusal, nothing is left.
    """
    try:
        with TemporaryDirectory(prefix=".pages-", dir=into) as folder:
            return _made(path, media_type, into, Path(folder), child, redactions, sheet, place)
    except RefusedError as refused:
        return refused.refusal


def _made(
    path: Path, media_type: str, into: Path, folder: Path, child: Child, redactions: Sequence[Redaction],
    sheet: Sheet, place: str,
) -> ExhibitPdf:  # fmt: skip
    given: dict[str, Any]
    if path.stat().st_size > LARGEST:
        raise RefusedError("too-large", f"is larger than {LARGEST // MEGABYTE:,} MB", "exhibit the part that is meant")
    if attached_to(place):
        attached = folder / "attached"
        given = {"path": str(path.absolute()), "place": place, "target": str(attached)}
        if not _called(child, "probata.evidence.archives.read_archive:extract", given):
            raise RefusedError(
                "no-such-item", "has no item at the place that is recorded", "correct `place` of the copy"
            )
        seen = look_at(attached)
        path, media_type, place, sheet = attached, seen.media_type, "", replace(sheet, sha256=seen.sha256)
    kind = "item" if place else kind_of(path, media_type)
    asked = [one.model_dump(include={"page", "region", "text", "looked_at"}) for one in redactions]
    given = {
        "kind": kind,
        "source": str(path.absolute()),
        "folder": str(folder),
        "redactions": asked,
        "place": place,
    }
    if kind == "office":
        office_pdf(path, made := folder / "office.pdf", office_program())
        given |= {"kind": "pdf", "source": str(made)}
    elif kind == "recording":
        if asked:
            raise RefusedError("redaction-of-recording", "is a recording, of which nothing is removed here",
                               "exhibit a transcript without what is to be removed")  # fmt: skip
        given |= {"sheet": {**asdict(sheet), "size": path.stat().st_size, "media_type": media_type}}
    answer = _asked(child, given)
    remarks = [Remark(name, number) for name, number in answer["remarks"]]
    if kind == "office":
        remarks.append(Remark("converted" if is_workbook(path) else "reprinted"))
    finished = folder / "finished.pdf"
    with finished.open("rb") as file:
        target = into / f"{file_digest(file, 'sha256').hexdigest()}.pdf"
    os.replace(finished, target)
    return ExhibitPdf(target, tuple((width, height) for width, height in answer["sizes"]), tuple(remarks))


def _called(child: Child, work: str, given: dict[str, Any]) -> Any:
    try:
        return child.call(work, **given)
    except ChildError as error:
        if error.kind == "time":
            raise RefusedError("takes-too-long", f"takes more than {SECONDS:.0f} seconds to read", _PRINT) from error
        if error.kind == "memory":
            raise RefusedError("takes-too-much-memory", "takes more memory to read than a document has cause to",
                               _PRINT) from error  # fmt: skip
        raise RefusedError("damaged", "is damaged, and cannot be repaired", _PRINT) from error


def _asked(child: Child, given: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = _called(child, "probata.bundle.in_child:make", given)
    if "not_written" in answer:
        number = answer["not_written"]
        raise OSError(number, os.strerror(number))
    if "refused" in answer:
        raise RefusedError(*answer["refused"])
    return answer
