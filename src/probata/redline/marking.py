"""Tracked changes as Word writes them: `w:ins` and `w:del` round runs, marks of paragraphs, rows (ECMA-376, 17.13.5).

Of a kept run that looks otherwise `w:rPrChange` keeps the look that it had. No moves: Word
has refused files with them as unreadable.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from probata.word.elements import PARAGRAPH, Element, highest, make, paragraph_properties, place, w

Change = Literal["ins", "del"]
REVISIONS: Final = (w("ins"), w("del"), w("rPrChange"))
_DELETED_NAMES: Final = {w("t"): w("delText"), w("instrText"): w("delInstrText")}
_BEFORE_ROW_CHANGE: Final = {w("del"), w("trPrChange")}


@dataclass(frozen=True, slots=True)
class Marker:
    """Makes the marks of one redline."""

    author: str
    date: str = ""
    """`2026-03-01T00:00:00Z`; without one the marks bear none, and the same inputs give the same bytes on any day."""

    def mark(self, change: Change | Literal["rPrChange"]) -> Element:
        """Return an empty mark; its id is set at the end, when all are there."""
        made = make(change, id=0, author=self.author)
        if self.date:
            made.set(w("date"), self.date)
        return made

    def mark_paragraph_end(self, paragraph: Element, change: Change) -> None:
        """Mark the end of a paragraph as inserted or deleted: without it the paragraph runs on into the next."""
        properties = paragraph_properties(paragraph)
        looks = properties.find(w("rPr"))
        if looks is None:
            looks = make("rPr")
            place(properties, looks, PARAGRAPH)
        looks.insert(0, self.mark(change))

    def mark_look(self, properties: Element, before: Element) -> None:
        """Mark in the `w:rPr` of a run that it looked as the `w:rPr` `before` says."""
        mark = self.mark("rPrChange")
        mark.append(before)
        properties.append(mark)

    def mark_row(self, row: Element, change: Change) -> None:
        """Mark a row as inserted or deleted."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = make("trPr")
            exceptions = row.find(w("tblPrEx"))
            row.insert(0 if exceptions is None else row.index(exceptions) + 1, properties)
        if not len(properties):
            properties.append(make("cantSplit", val="off"))  # the schema wants one property beside the mark
        last = [child for child in properties if child.tag in _BEFORE_ROW_CHANGE]
        if last:
            last[0].addprevious(self.mark(change))
        else:
            properties.append(self.mark(change))


def as_deleted(run: Element) -> Element:
    """Rename what a run says to what a deleted run says; the run itself is changed and returned."""
    for child in run:
        child.tag = _DELETED_NAMES.get(str(child.tag), child.tag)
    return run


def number_revisions(roots: Iterable[Element]) -> None:
    """Give all marks of the parts ids of their own, in the order of the parts, beyond those of bookmarks and comments.

    Word takes one id for a bookmark and a change alike; other readers do not.
    """
    marked = [one for root in roots for one in root.iter(w("bookmarkStart"), w("commentRangeStart"), *REVISIONS)]
    taken = highest([one.get(w("id"), "") for one in marked if one.tag not in REVISIONS])
    for own, mark in enumerate((one for one in marked if one.tag in REVISIONS), taken + 1):
        mark.set(w("id"), str(own))
