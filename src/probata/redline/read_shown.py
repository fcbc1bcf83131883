"""Reading what a redline shows from the finished Word file, so that what a page or a list says of it stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby
from typing import Final

from probata.redline.listings import Listings
from probata.redline.looks import Look, Looks, turned, words_for
from probata.redline.numbers import Numbers
from probata.redline.outline import Outline
from probata.redline.shown import (
    PICTURE,
    Piece,
    Shown,
    ShownBlock,
    ShownNote,
    ShownParagraph,
    ShownRow,
    ShownTable,
    State,
)
from probata.word import WordFile, open_word
from probata.word.elements import TABLE, Element, P, w
from probata.word.new_pages import is_page_break

_STATES: Final[dict[str, State]] = {w("ins"): "ins", w("del"): "del"}
_SIGNS: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("ptab"): "\t"}
_DRAWN: Final = frozenset(("drawing", "pict", "object", "AlternateContent"))
_NOTES: Final = (w("footnoteReference"), w("endnoteReference"))


def read_shown(data: bytes) -> Shown:
    """Return what a redline shows; raises `WordFileError` for what is no Word file."""
    return _Reader(open_word(data)).whole()


class _Reader:
    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._outline = Outline(file.root_of("styles"))
        self._listings = Listings(file.root_of("styles"))
        self._looks = Looks(file.root_of("styles"))
        self._numbers, self._old_numbers = (Numbers(file.root_of("styles"), file.root_of("numbering")) for _ in "ab")
        self._notes: dict[str, ShownNote] = {}
        self._bodies = {
            (name, one.get(w("id"), "")): one
            for kind, name in (("footnotes", _NOTES[0]), ("endnotes", _NOTES[1]))
            if (root := file.root_of(kind)) is not None
            for one in root
        }
        self._count: dict[str, int] = {"ins": 0, "del": 0}
        self._changes = count(1)

    def whole(self) -> Shown:
        return Shown(tuple(self._blocks(self._file.body)), self._notes)

    def _blocks(self, container: Element) -> Iterator[ShownBlock]:
        for child in container:
            if child.tag == P:
                paragraph = self._paragraph(child)
                if paragraph.pieces:
                    yield paragraph
            elif child.tag == TABLE:
                yield ShownTable(tuple(self._rows(child)))
            elif str(child.tag).endswith(("}sdt", "}sdtContent", "}customXml")):
                yield from self._blocks(child)

    def _rows(self, parent: Element) -> Iterator[ShownRow]:
        for row in parent.iter(w("tr")):
            if next(row.iterancestors(TABLE), None) is not parent:
                continue  # of a table in a cell
            marks = row.find(w("trPr"))
            states = [_STATES[str(one.tag)] for one in ([] if marks is None else marks) if one.tag in _STATES]
            cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr")), None) is row]
            name = f"change-{next(self._changes)}"
            yield ShownRow(tuple(tuple(self._blocks(cell)) for cell in cells), states[0] if states else "", name)

    def _paragraph(self, paragraph: Element) -> ShownParagraph:
        found = self._pieces(paragraph, "", self._looks.of_paragraph(paragraph))
        joined = tuple(
            replace(alike, text="".join(one.text for one in group))
            for alike, group in groupby(found, key=lambda one: replace(one, text=""))
        )
        name = f"change-{next(self._changes)}" if any(one.is_changed for one in joined) else ""
        states = {one.state for one in joined}
        number = "" if states == {"del"} else self._numbers.next(paragraph)
        # Of deleted words whose paragraph ends in both versions the looks are those of another paragraph.
        is_other = states == {"del"} and not _ends_deleted(paragraph)
        old_number = "" if is_other or states == {"ins"} else self._old_numbers.next(paragraph)
        level = 0 if is_other else self._outline.level(paragraph)
        return ShownParagraph(joined, level, name, number, old_number, self._listings.holds(paragraph))

    def _pieces(self, parent: Element, state: State, base: Look) -> Iterator[Piece]:
        looks = self._looks_of(parent, base) if parent.tag == w("r") else ((), ())
        for child in parent:
            name = str(child.tag).rpartition("}")[2]
            if child.tag in _NOTES:
                yield self._mark(child, state)
            elif name in ("t", "delText"):
                yield Piece(child.text or "", state, "", *(looks if (child.text or "").strip() else ((), ())))
            elif child.tag in _SIGNS and not is_page_break(child):
                yield Piece(_SIGNS[str(child.tag)], state)
            elif name in _DRAWN:
                yield Piece(PICTURE, state)
            elif not name.endswith("Pr"):
                yield from self._pieces(child, _STATES.get(str(child.tag), state), base)

    def _looks_of(self, run: Element, base: Look) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return how a run looks beyond its paragraph, and what turned in that."""
        properties = run.find(w("rPr"))
        if properties is None:
            return (), ()
        now = self._looks.of_run(properties, base)
        beyond = tuple(word for word in words_for(now) if word not in words_for(base))
        before = properties.find(w("rPrChange"))
        if before is None:
            return beyond, ()
        return beyond, tuple(turned(self._looks.of_run(before.find(w("rPr")), base), now))

    def _mark(self, mark: Element, state: State) -> Piece:
        for side in ("ins", "del"):
            self._count[side] += state != ("del" if side == "ins" else "ins")
        number = str(self._count["del" if state == "del" else "ins"])
        name = f"{'old-' if state == 'del' else ''}{number}"
        body = self._bodies.get((str(mark.tag), mark.get(w("id"), "")))
        self._notes[name] = ShownNote(number, () if body is None else tuple(self._blocks(body)), state)
        return Piece(number, state, name)


def _ends_deleted(paragraph: Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None
