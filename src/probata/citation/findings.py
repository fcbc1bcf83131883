"""What the citation stage finds wrong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from probata.citation.library import Library
from probata.citation.pandoc import PandocError
from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.inlines import Cite, Inline

_TELLING = 4
"""Letters from which on the beginning of a name tells which is meant."""
_NEAR = 0.8
"""How like a name must be to be suggested. There are thousands: at the usual 0.6 one is near to anything."""


_MEND = "mend the file there, or download the style again from https://www.zotero.org/styles"
_MEND_OURS = "mend the file; a style of ours is written as those in `src/probata/citation/styles/`"


def unknown_sources(inlines: Iterable[Inline], library: Library) -> Iterator[Diagnostic]:
    """Give a finding for each citation, in the text or in "cited in", of something that is not recorded."""
    for inline in inlines:
        if isinstance(inline, Cite):
            record = inline.origin.record if inline.origin else ""
            yield from (_unknown(item.key, record) for item in inline.items if not library.is_known(item.key))
    for key, others in library.cited_in.items():
        yield from (_unknown(other.key, f"sources/{key}") for other in others if not library.is_known(other.key))


def _unknown(key: str, record: str) -> Diagnostic:
    return Diagnostic(
        code="REF104",
        name="unknown-source",
        severity=Severity.ERROR,
        message=f"`{key}` is cited, but no source or authority has this id",
        help="record it under sources or authorities, or correct the id",
        record=record,
    )


def not_written(error: PandocError, style: Span | None) -> Diagnostic:
    """Return the finding for citations that had to be printed without their style; `style` is its file, if any."""
    return Diagnostic(
        code=error.code,
        name=error.name,
        severity=Severity.ERROR,
        message=f"citations are printed in full, without the citation style: {error}",
        span=style,
        help=error.advice,
    )


def printed_by_pandoc(style: str, file: Span | None) -> Diagnostic:
    """Return the finding for a CSL style that is none of those in `styles/csl/`, which were changed for evidence."""
    return Diagnostic(
        code="CIT113",
        name="style-printed-by-pandoc",
        severity=Severity.WARNING,
        message=f"the citation style `{PurePath(style).name}` is printed as Pandoc prints it: it may leave out dates, "
        "places in works and their words, and have English words in another language",
        span=file,
        help="read the notes before you file, or use a style that `probata list styles` shows",
    )


def place_not_in_style(key: str, style: str) -> Diagnostic:
    """Return the finding for a source of which the style leaves out the place that is cited."""
    said = f"the citation style `{PurePath(style).name}` leaves out the place that is cited in"
    return Diagnostic(
        code="CIT114",
        name="place-not-in-style",
        severity=Severity.WARNING,
        message=f"{said} source `{key}`",
        help="write the place in words behind the citation, or use a style that `probata list styles` shows",
        record=f"sources/{key}",
        alike=said,
    )


def not_in_style(key: str, style: str) -> Diagnostic:
    """Return the finding for a source of which the style prints nothing, so that it is printed without the style.

    Its place is that of the record, which is known where documents are composed.
    """
    said = f"the citation style `{PurePath(style).name}` prints nothing of"
    return Diagnostic(
        code="CIT121",
        name="source-not-in-style",
        severity=Severity.WARNING,
        message=f"{said} source `{key}` in some place, where it is printed in full without the style",
        help="give the source what the style prints of its type, such as a title, or change its type; "
        "if other sources are concerned too, use another style or mend this one",
        record=f"sources/{key}",
        alike=said,
    )


def long_title(key: str, proposed: str) -> Diagnostic:
    """Return the note for a source whose long title is printed whole each time that it is cited again."""
    found = _wished(
        "CIT123", "short-title-wanted", "notes that cite it again print the long title of", key,
        f"write under `short_title` by which few words of its title later notes may call it, such as `{proposed}`",
    )  # fmt: skip
    return replace(found, alike="")  # each has a proposal of its own


def short_journal(key: str) -> Diagnostic:
    """Return the note for an article whose journal is printed by its whole name in a style that abbreviates it."""
    return _wished(
        "CIT124", "short-journal-wanted",
        "the citation style abbreviates journals, and prints the whole name of that of", key,
        "write the abbreviation under `container_title_short`, as `Harv. L. Rev.`",
    )  # fmt: skip


def _wished(code: str, name: str, said: str, key: str, help: str) -> Diagnostic:
    """Return a note that asks for a field by which the notes on a source would be shorter."""
    message, record = f"{said} source `{key}`", f"sources/{key}"
    return Diagnostic(code, name, Severity.INFO, message, help=help, record=record, alike=said)


def not_distinguished(keys: tuple[str, ...], text: str) -> Diagnostic:
    """Return the finding for authorities whose later citations say the same; its place is that of the first record."""
    *most, last = (f"`{key}`" for key in keys)
    return Diagnostic(
        code="CIT122",
        name="authorities-called-alike",
        severity=Severity.WARNING,
        message=f"later notes call authorities {', '.join(most)} and {last} alike, `{text}`, and nothing recorded of "
        "them tells which is meant",
        help="record what differs, such as `date`, `number` or `report`, or give one of them another `short`",
        record=f"authorities/{keys[0]}",
    )


def unknown_style(name: str, names: Iterable[str], default: str) -> Diagnostic:
    """Return the finding for a style that is not among `names`, with the nearest: `oscola-5` for `OSCOLA 5`."""
    known = list(names)
    spelled = re.sub(r"[\s_]+", "-", name.strip().lower())
    begun = [found for found in known if len(spelled) >= _TELLING and found.startswith(spelled)]
    near = (begun or difflib.get_close_matches(spelled, known, 3, _NEAR))[:3]
    advice = " or ".join(f"`{found}`" for found in near)
    return Diagnostic(
        code="CIT111",
        name="unknown-citation-style",
        severity=Severity.ERROR,
        message=f"there is no citation style `{PurePath(name).name}`",
        help=f"use {advice or f'`{default}`, or a .csl or .toml file in the folder of the forum'}",
    )


def unreadable_style(name: str, reason: str, place: tuple[int, int] = (1, 1), advice: str = "") -> Diagnostic:
    """Return the finding for a style that cannot be used; `place` is line and column in its file.

    Without an `advice` the next step is to mend the file.
    """
    return Diagnostic(
        code="CIT112",
        name="unreadable-citation-style",
        severity=Severity.ERROR,
        message=f"the citation style `{PurePath(name).name}` cannot be read: {reason}",
        span=Span(name, *place, *place) if name.endswith((".csl", ".toml")) else None,
        help=advice or (_MEND_OURS if name.endswith(".toml") else _MEND),
    )
