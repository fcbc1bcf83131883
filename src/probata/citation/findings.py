"""What the citation stage finds wrong."""

from __future__ import annotations

from collections.abc import Iterator

from probata.citation.library import Library
from probata.citation.pandoc import PandocError
from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Block
from probata.document.inlines import Cite
from probata.document.walk import inlines_in_order


def unknown_sources(blocks: tuple[Block, ...], library: Library) -> Iterator[Diagnostic]:
    """Give a finding for each citation, in the text or in "cited in", of something that is not recorded."""
    for inline in inlines_in_order(blocks):
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


def not_written(error: PandocError) -> Diagnostic:
    """Return the finding for citations that had to be printed without their style."""
    return Diagnostic(
        code=error.code,
        name=error.name,
        severity=Severity.ERROR,
        message=f"citations are printed in full, without the citation style: {error}",
        help=error.advice,
    )
