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

    Of headings that are alike, number and all, none is known.
    """
    found: dict[str, set[str]] = {}
    headings: Counter[str] = Counter()
    heading = ""
    for block in walk_blocks(tree.blocks):
        if isinstance(block, Heading):
            heading = _key(f"{block.number} {plain_text(own_inlines(block))}")
            headings[heading] += 1
        origin: Origin | None = getattr(block, "origin", None)
        if origin is not None and origin.record.startswith(f"{kind}/"):
            found.setdefault(heading, set()).add(origin.record)
    return {key: next(iter(records)) for key, records in found.items() if headings[key] == 1 == len(records)}


def _key(text: str) -> str:
    return "".join(text.split())
