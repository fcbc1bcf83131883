"""The changes of a redline as a list: under which heading, in what, and what was and is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from probata.redline.change_words import note_called, place_of, row_called, turned_of, whole, words_of
from probata.redline.shown import Shown, ShownBlock, ShownParagraph, ShownTable, State


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
            told = self._told(place, paragraph.name, [paragraph], paragraph.text("ins"), paragraph.text("del"))
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
                told = self._told(row_called(paragraphs), row.name, inside, "" if come else old, "" if gone else new)
                yield replace(told, told=" | ".join(" ".join(map(whole, cell)) for cell in paragraphs))
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
                told = self._told(note_called(note), f"note-{piece.note}", inside, old, new)
                yield replace(told, beside=(paragraph.text("ins"), paragraph.text("del")))

    def _told(self, place: str, name: str, paragraphs: Iterable[ShownParagraph], old: str, new: str) -> ChangeTold:
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
