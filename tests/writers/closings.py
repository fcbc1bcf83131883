"""Blocks of every kind above what is signed, and tables above their notes, to meet the foot of a page."""

from __future__ import annotations

from probata.document.blocks import Block, Box, Cell, ListBlock, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import Text

FIRST, LAST = "Drawn down.", "Signed here"


def said(words: str, role: Role = Role.BODY) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((Text(words),), role)


def _table(number: int) -> Table:
    rows = [Row((Cell((said(f"Row {n}."),)), Cell((said("Words. " * 12),)))) for n in range(1, number + 1)]
    return Table((1, 4), (Row((Cell((said("Head"),)), Cell((said("Words"),)))),), tuple(rows))


_PARTS = tuple(said(words * 40) for words in ("First. ", "Second. ", "Third. "))
_SIGNED = tuple(said(words, Role.SIGNATURE) for words in (FIRST, LAST, "Date"))
_NOTES = tuple(said(words, Role.TABLE_NOTE) for words in (FIRST, LAST))

CLOSINGS: dict[str, tuple[Block, ...]] = {
    "paragraph": (*_PARTS, *_SIGNED),
    "quotation": (Quote(_PARTS), *_SIGNED),
    "list": (ListBlock(tuple((part,) for part in _PARTS), ordered=True), *_SIGNED),
    "box": (Box(_PARTS[:2]), *_SIGNED),
    "short table": (_table(3), *_NOTES),
    "long table": (_table(16), *_NOTES),
}
"""By what stands above; the lines that are drawn to it begin with `FIRST`, and `LAST` is the second."""
