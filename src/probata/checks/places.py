"""From a place in a document back to the record that it came from."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput, Loc
from probata.document.blocks import Block, Paragraph
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.document.walk import own_inlines, walk_inlines
from probata.model.case_file import Filing


def origin_of(block: Block) -> Origin | None:
    """Return the record that a block, or the first text in it, came from; `None` for words of the template."""
    own = block.origin if isinstance(block, Paragraph) else None
    return own or next(_origins(own_inlines(block)), None)


def _origins(inlines: Inlines) -> Iterator[Origin]:
    return (inline.origin for inline in walk_inlines(inlines) if isinstance(inline, Text) and inline.origin)


def record_at(origin: Origin | None, filing: Filing, case: CheckInput) -> tuple[str, str, Loc]:
    """Return kind, id and field of the record behind an origin; the filing where no record stands behind it."""
    if origin is None or origin.record == "filing":
        return "filings", filing.id, ()
    kind, _, record_id = origin.record.partition("/")
    loc = tuple(int(part) if part.isdigit() else part for part in origin.field.split(".") if part)
    if kind == "case":
        return "case", case.graph.name, loc
    return (kind, record_id, loc) if case.graph.has(kind, record_id) else ("filings", filing.id, ())
