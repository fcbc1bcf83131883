"""What the child process does: a file of one kind to plain pages, redacted and verified."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from probata.bundle.pdf_pages import clean_pdf
from probata.bundle.picture_pages import picture_pdf
from probata.bundle.redaction import blank_pages, rasterise, redact
from probata.bundle.refusal import RefusedError

_OF_DISK: Final = frozenset((errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EIO))


def make(
    kind: str,
    source: str,
    folder: str,
    redactions: Sequence[Mapping[str, Any]],
    sheet: Mapping[str, Any] | None = None,
    place: str = "",
) -> dict[str, Any]:
    """Write `finished.pdf` into the folder; return `sizes` and `remarks`, or what is `refused`, or `not_written`."""
    try:
        return _make(kind, Path(source), Path(folder), redactions, sheet, place)
    except RefusedError as error:
        return {"refused": [error.refusal.name, error.refusal.reason, error.refusal.step]}
    except OSError as error:
        if error.errno in _OF_DISK:
            return {"not_written": error.errno}
        raise


def _make(
    kind: str,
    source: Path,
    folder: Path,
    redactions: Sequence[Mapping[str, Any]],
    sheet: Mapping[str, Any] | None,
    place: str,
) -> dict[str, Any]:
    remarks: list[tuple[str, int]] = []
    set_pages, clean, finished = folder / "set.pdf", folder / "clean.pdf", folder / "finished.pdf"
    match kind:
        case "pdf":
            set_pages = source
        case "picture":
            remarks += picture_pdf(source, set_pages)
        case "recording":
            from probata.bundle.set_pages import set_recording

            set_recording(sheet or {}, source, set_pages)
            remarks.append(("recording", 1))
        case "item":
            from probata.bundle.set_pages import set_item

            remarks += set_item(source, place, set_pages)
        case _:
            from probata.bundle.set_pages import set_text

            remarks += set_text(kind, source, set_pages)
    pages, hides = clean_pdf(set_pages, clean)
    remarks += [(name, number) for name, number in pages["remarks"]]
    if hides:
        rasterise(set_pages, folder / "shown.pdf")
        pages, _ = clean_pdf(folder / "shown.pdf", clean)
        remarks.append(("layers", 1))
    if ("repaired", 1) in remarks and (blank := blank_pages(clean)):
        remarks.append(("blank", blank))
    if redactions:
        remarks.append(("redacted", redact(clean, finished, redactions)))
    else:
        clean.rename(finished)
    return {"sizes": pages["sizes"], "remarks": remarks}
