"""To which record a change of a redline belongs: by its words, and by the heading below which it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from probata.document.blocks import Heading, Table
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.redline.changes import ChangeTold


class Owners:
    """Knows which records the texts of two versions come from."""

    def __init__(self, trees: tuple[Document, Document], first: str) -> None:
        """Take the older and the newer document; below a heading all belongs to the one record of kind `first`."""
        self._records: dict[str, list[str]] = {}
        for tree in reversed(trees):
            for text, record in _texts(tree):
                self._records.setdefault(_key(text), []).append(record)
        self._sections = {**_sections_of(trees[0], first), **_sections_of(trees[1], first)}

    def of(self, change: ChangeTold) -> str:
        """Return the record, such as `allegations/beatings`; empty where there is none.

        Where several records print the same words it is the one below whose heading they stand, or else the first.
        """
        section = self._sections.get(_key(change.heading), "")
        for text in (change.new, change.old, *reversed(change.beside)):
            if records := self._records.get(_key(text)):
                return section if section in records else records[0]
        return section


def _texts(tree: Document) -> Iterator[tuple[str, str]]:
    """Give each text of a document with its record; what says nothing or is of no one record is left out."""
    for block in walk_blocks(tree.blocks):
        for row in block.rows if isinstance(block, Table) else ():
            cells = ("".join(plain_text(own_inlines(one)) for one in walk_blocks(cell.blocks)) for cell in row.cells)
            yield from _of_record("|".join(cells), row.origin)
        yield from _of_record(plain_text(own_inlines(block)), getattr(block, "origin", None))


def _of_record(text: str, origin: Origin | None) -> Iterator[tuple[str, str]]:
    if origin is not None and "/" in origin.record and _key(text):
        yield text, origin.record


def _sections_of(tree: Document, kind: str) -> dict[str, str]:
    """Return the record of each heading, with its number, below which one of a kind is printed and no other.

    A heading below which none is printed belongs with the heading above it of a higher level. Of headings that are
    alike, number and all, none is known.
    """
    found: dict[str, set[str]] = {}
    headings: Counter[str] = Counter()
    open_: list[tuple[int, str]] = [(0, "")]
    above: dict[str, str] = {}
    for block in walk_blocks(tree.blocks):
        if isinstance(block, Heading):
            heading = _key(f"{block.number} {plain_text(own_inlines(block))}")
            headings[heading] += 1
            open_ = [*((level, one) for level, one in open_ if level < block.level), (block.level, heading)]
            above[heading] = open_[-2][1]
        origin: Origin | None = getattr(block, "origin", None)
        if origin is not None and origin.record.startswith(f"{kind}/"):
            found.setdefault(open_[-1][1], set()).add(origin.record)
    known = {key: next(iter(records)) for key, records in found.items() if headings[key] == 1 == len(records)}
    for key in (key for key in above if headings[key] == 1 and key not in found):  # those above are known by then
        if record := known.get(above[key]):
            known[key] = record
    return known


def _key(text: str) -> str:
    return "".join(text.split())
