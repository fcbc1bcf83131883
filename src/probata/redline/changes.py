"""The changes of a redline as a list: under which heading, in what, and what was and is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from textwrap import shorten
from typing import Final

from probata.redline.looks import STRUCK
from probata.redline.shown import PICTURE, Piece, Shown, ShownBlock, ShownNote, ShownParagraph, ShownTable, State

# Where a date stands in a marked text: of a changed day, “2” to “3” tells a reader nothing.

_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_MONTH: Final = r"(?:de\s|of\s)?[^\W\d_]{3,}\.?(?:\sde|\sof)?"
_UNTIL: Final = rf"(?:(?:\s?[–-]\s?|\s[^\W\d_]{{1,5}}\s){_DAY})?"
_DATE: Final = re.compile(
    rf"\b{_DAY}{_UNTIL}\s{_MONTH},?\s\d{{4}}\b|\b[^\W\d_]{{3,}}\s{_DAY}{_UNTIL},\s\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b"
)
"""A day, a month by its name and a year, in the order of any language that documents have; or days of one month."""

Marked = Sequence[tuple[str, State]]
"""Stretches of a text that stayed, went or came."""


def cut_at_dates(marked: Marked) -> Iterator[tuple[str, State, bool]]:
    """Give the stretches, cut so that each stands in a date of either version that changed, or outside, and which."""
    inside = _in_changed_dates(marked)
    start = 0
    for text, state in marked:
        dated = inside[start : start + len(text)]
        start += len(text)
        for is_dated, run in groupby(zip(text, dated, strict=True), key=itemgetter(1)):
            yield "".join(char for char, _ in run), state, is_dated
        if not text:
            yield text, state, False


def _in_changed_dates(marked: Marked) -> list[bool]:
    states = [state for text, state in marked for _ in text]
    inside = [False] * len(states)
    for left_out in ("ins", "del"):
        text = "".join(text for text, state in marked if state != left_out)
        places = [place for place, state in enumerate(states) if state != left_out]
        for date in _DATE.finditer(text):
            first, last = places[date.start()], places[date.end() - 1]
            if any(states[first : last + 1]):
                inside[first : last + 1] = [True] * (last + 1 - first)
    return inside


_LONGEST_LABEL = 60
"""Signs of the first cell by which a row is called."""


def place_of(paragraph: ShownParagraph) -> str:
    """Return what a paragraph is called: by its number, and one that went by that of the old version."""
    kind = "heading" if paragraph.level else "paragraph"
    if paragraph.old_number and not paragraph.text("del"):
        return f"{kind} {paragraph.old_number} of the old version"
    return f"{kind} {paragraph.number}".strip()


def note_called(note: ShownNote) -> str:
    """Return what a note is called, likewise."""
    return f"note {note.number}{' of the old version' if note.state == 'del' else ''}"


def row_called(cells: Sequence[Sequence[ShownParagraph]]) -> str:
    """Return what a row is called: by its first cell where that says something and stayed."""
    first = cells[0] if len(cells) > 1 else ()
    label = shorten(" ".join(one.text("del") for one in first), _LONGEST_LABEL, placeholder=" …")
    if not label or label == PICTURE or any(one.is_changed for one in first):
        return "row of a table"
    return f"row “{label}” of a table"


def words_of(paragraph: ShownParagraph) -> Iterator[tuple[str, str]]:
    """Give what went and came between two stretches that are kept, of a date the whole; marks of notes are left out."""
    gone, come = "", ""
    for text, state, is_dated in cut_at_dates([(_said(piece), piece.state) for piece in paragraph.pieces]):
        if state or is_dated:
            gone += text if state != "ins" else ""
            come += text if state != "del" else ""
        elif gone or come:
            yield gone.strip(), come.strip()
            gone, come = "", ""
    if gone or come:
        yield gone.strip(), come.strip()


def turned_of(paragraph: ShownParagraph) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what looks otherwise, neighbours that turned alike as one."""
    for turned, group in groupby(paragraph.pieces, key=lambda piece: piece.turned):
        if turned:
            yield "".join(piece.text for piece in group).strip(), turned


def whole(paragraph: ShownParagraph) -> str:
    """Return all that a paragraph says, in both versions."""
    return "".join(map(_said, paragraph.pieces)).strip()


def _said(piece: Piece) -> str:
    """Return what a piece says; the mark of a note says nothing, and what is struck through says that it is."""
    if piece.note:
        return ""
    return f"[struck through: {piece.text}]" if STRUCK in piece.looks else piece.text


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A paragraph, a row or a note in which something changed."""

    heading: str
    """The heading above it, with its number, as it is in the new version; of what went as it was, where the heading
    went too. Empty before the first."""

    place: str
    """`paragraph 14`, `heading C.2` or `note 12`, with the numbers of the new version, or `row “Born” of a table`; of
    what went `paragraph 14 of the old version`."""

    old: str
    new: str
    """What it said and says; empty where it came or went."""

    words: tuple[tuple[str, str], ...] = ()
    """What went and what came in its place, place by place; text that is struck through says so."""

    turned: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What stayed and looks otherwise: `bold now`, `no longer in italics`."""

    beside: tuple[str, str] = ("", "")
    """Of a note: what the paragraph with its mark said and says."""

    name: str = ""
    """Of the paragraph, row or note in the page."""

    what: State = ""
    """`ins` where all of it came, `del` where all of it went, else nothing."""

    told: str = ""
    """Where all of it came or went: what it says, and of text that is struck through that it is."""

    is_listing: bool = False
    """Whether it is a line of contents or of another list that is made from the text."""

    called: tuple[str, str] = ("", "")
    """Its kind, `paragraph`, `heading`, `note` or `row`, and its number as in the old version: of a note that of its
    paragraph, of a row its first cell."""

    @property
    def verb(self) -> str:
        """What happened to it."""
        return {"ins": "added", "del": "taken out", "": "changed"}[self.what]


def changes_of(shown: Shown) -> list[ChangeTold]:
    """Return the changes in the order of the document, those of a note where its mark is."""
    return list(_Lister(shown).of_blocks(shown.blocks))


class _Lister:
    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._heading = self._old_heading = ""

    def of_blocks(self, blocks: Iterable[ShownBlock]) -> Iterator[ChangeTold]:
        """Give the changes of blocks in their order, each under the last heading above it."""
        for block in blocks:
            if isinstance(block, ShownTable):
                yield from self._of_table(block)
            else:
                if block.level:
                    self._pass(block)
                yield from self._of_paragraph(block, place_of(block))
                yield from self._of_notes(block)

    def _pass(self, heading: ShownParagraph) -> None:
        """Go below a heading; below one that went stands what went with it, and what came belongs above it."""
        if now := heading.text("del"):
            self._heading, self._old_heading = f"{heading.number} {now}".strip(), ""
        elif was := heading.text("ins"):
            self._old_heading = f"{heading.old_number} {was}".strip()

    def _of_paragraph(self, paragraph: ShownParagraph, place: str) -> Iterator[ChangeTold]:
        if paragraph.is_changed:
            told = self._worded(place, paragraph.name, [paragraph], paragraph.text("ins"), paragraph.text("del"))
            kind = "heading" if paragraph.level else "paragraph"
            told = replace(told, called=(kind, paragraph.old_number or paragraph.number))
            if told.what or told.words or told.turned:  # of a mark alone its note tells
                yield told

    def _of_table(self, table: ShownTable) -> Iterator[ChangeTold]:
        for row in table.rows:
            paragraphs = [list(_paragraphs(cell)) for cell in row.cells]
            if row.state or any(one.is_changed for cell in paragraphs for one in cell):
                old, new = (" | ".join(" ".join(one.text(state) for one in cell) for cell in paragraphs)
                            for state in ("ins", "del"))  # fmt: skip
                gone, come = row.state == "del", row.state == "ins"
                inside = [one for cell in paragraphs for one in cell]
                told = self._worded(row_called(paragraphs), row.name, inside, "" if come else old, "" if gone else new)
                label = paragraphs[0][0].text("ins") if paragraphs and paragraphs[0] else ""
                said = " | ".join(" ".join(map(whole, cell)) for cell in paragraphs)
                yield replace(told, told=said, called=("row", label))
            for cell in paragraphs:
                for one in cell:
                    yield from self._of_notes(one)

    def _of_notes(self, paragraph: ShownParagraph) -> Iterator[ChangeTold]:
        for piece in paragraph.pieces:
            note = self._shown.notes.get(piece.note)
            if note is None:
                continue
            inside = list(_paragraphs(note.blocks))
            if note.state or any(one.is_changed for one in inside):
                old, new = (" ".join(one.text(state) for one in inside) for state in ("ins", "del"))
                told = self._worded(note_called(note), f"note-{piece.note}", inside, old, new)
                beside = (paragraph.text("ins"), paragraph.text("del"))
                yield replace(told, beside=beside, called=("note", paragraph.old_number or paragraph.number))

    def _worded(self, place: str, name: str, paragraphs: Iterable[ShownParagraph], old: str, new: str) -> ChangeTold:
        what: State = "" if old and new else ("ins" if new else "del")
        held = tuple(paragraphs)
        words = () if what else tuple(pair for one in held for pair in words_of(one))
        looks = tuple(pair for one in held for pair in turned_of(one))
        said = " ".join(map(whole, held))
        is_listing = any(one.is_listing for one in held)
        heading = (self._old_heading if what == "del" else "") or self._heading
        return ChangeTold(
            heading, place, old, new, words, looks, name=name, what=what, told=said, is_listing=is_listing
        )


def _paragraphs(blocks: Iterable[ShownBlock]) -> Iterator[ShownParagraph]:
    for block in blocks:
        if isinstance(block, ShownParagraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)


def dates_kept(changes: Iterable[ChangeTold], shown: Shown) -> Iterator[tuple[str, str]]:
    """Give the dates that changes took out and a new version still says, each with the place."""
    gone = {date for one in changes for date in _dates_in(one.old) - _dates_in(one.new)}
    held = [(place_of(one), one) for one in _paragraphs(shown.blocks)]
    held += [(note_called(note), one) for note in shown.notes.values() for one in _paragraphs(note.blocks)]
    for place, paragraph in held:
        yield from ((date, place) for date in sorted(gone & _dates_in(paragraph.text("del"))))


def _dates_in(text: str) -> set[str]:
    return {" ".join(date[0].split()) for date in _DATE.finditer(text)}


# The changes in groups, and each in one line: how a page and a terminal list them.

LISTINGS = "Contents and lists, which follow the text"
_LONGEST = 160
"""Signs of a changed passage that a line quotes."""
_MOST = 3
"""Places of one paragraph that a line names."""


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that belong together: those of a record, or below a heading."""

    title: str
    changes: Sequence[ChangeTold]
    why: Sequence[str] = ()
    """What changed in the records."""
    is_folded: bool = False
    """Whether only its title is seen until it is opened: what it lists is said elsewhere."""


def by_heading(changes: Iterable[ChangeTold]) -> list[Group]:
    """Return the changes in groups, one for each heading, and last those of contents and lists."""
    held = list(changes)
    text = (change for change in held if not change.is_listing)
    groups = groupby(text, key=lambda change: change.heading)
    found = [Group(heading or "Before the first heading", tuple(inside)) for heading, inside in groups]
    return [*found, *of_listings(held)]


def of_listings(changes: Iterable[ChangeTold]) -> list[Group]:
    """Return the folded group of the changes in lines of contents and lists, if there are any."""
    found = tuple(change for change in changes if change.is_listing)
    return [Group(LISTINGS, found, is_folded=True)] if found else []


def line_of(change: ChangeTold) -> str:
    """Return a change in one line: `paragraph changed: “2019” to “2020”`."""
    if change.what:
        return f"{change.place} {change.verb}: {_quoted(change.told)}"
    told = [_worded(old, new) for old, new in change.words]
    told += [f"{_quoted(text)} is {' and '.join(looks)}" for text, looks in change.turned]
    more = len(told) - _MOST
    return f"{change.place} changed: {'; '.join(told[:_MOST])}" + (f"; and {more} more" if more > 0 else "")


def _worded(old: str, new: str) -> str:
    if old == new != "":  # a link or a reference whose words are the same
        return f"{_quoted(new)} leads elsewhere now"
    if old and new:
        return f"{_quoted(old)} to {_quoted(new)}"
    return f"{_quoted(new)} added" if new else f"{_quoted(old) if old else 'a space'} taken out"


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST].rsplit(' ', 1)[0]} …”"
