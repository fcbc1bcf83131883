"""What a document said when somebody wrote on in it: as it was made, with what was taken of an earlier version."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from probata.pull.changed_since import changed_since
from probata.pull.note_changes import note_words, with_known_marks
from probata.pull.stream import stream_of, written_as
from probata.word.piece import Piece
from probata.word.word_text import Line, WordText

_TAKEN: Final = "taken "
"""Begins the keys of notes that come from the document of today."""


def with_what_was_taken(base: WordText, earlier: Sequence[WordText], now: WordText) -> WordText:
    """Return the made document with lines of today in place of its own, where an earlier version says the same.

    `earlier` are versions that came back before, `now` is what the records make today. A line that records and version
    agree on was taken: whoever wrote on in that version began with it. Where they differ, the made line stays. Lines of
    cells keep their places, and none is added to a table or taken out of one.
    """
    if not earlier:
        return base
    said = {_key(one, line) for text in earlier for one in (with_known_marks(now, text),) for line in one.lines}
    was = {_key(base, line) for line in base.lines}
    merge = _Merge(base, now, frozenset(said), frozenset(was), changed_since(base.lines, now.lines).became)
    notes = {**base.notes, **{f"{_TAKEN}{key}": note for key, note in now.notes.items()}}
    return replace(base, lines=tuple(merge.lines()), notes=notes)


@dataclass(frozen=True, slots=True)
class _Merge:
    base: WordText
    now: WordText
    said: frozenset[Hashable]
    """What lines of earlier versions say."""

    was: frozenset[Hashable]
    """What lines of the made document say."""

    became: Mapping[int, int]

    def lines(self) -> Iterator[Line]:
        """Give the lines in their order."""
        behind = 0
        for n, line in enumerate(self.base.lines):
            place = self.became.get(n)
            if place is None:
                if line.cell or _key(self.base, line) in self.said:
                    yield line
                continue
            yield from self._added(range(behind, place))
            behind = place + 1
            today = self.now.lines[place]
            is_taken = _key(self.now, today) != _key(self.base, line) and _key(self.now, today) in self.said
            yield _in_place_of(line, today) if is_taken else line
        yield from self._added(range(behind, len(self.now.lines)))

    def _added(self, places: range) -> Iterator[Line]:
        """Give the lines that the records have since then and an earlier version has too."""
        for line in (self.now.lines[n] for n in places):
            key = _key(self.now, line)
            if not line.cell and key in self.said and key not in self.was:
                yield _in_place_of(line, line)


def _key(text: WordText, line: Line) -> Hashable:
    """Return what a line says: its words, the looks and addresses that a record can have, and its notes."""
    stream = stream_of((line,))
    looks = tuple(written_as(look) for look, char in zip(stream.looks, stream.text, strict=True) if not char.isspace())
    links = tuple((one.start, one.end, one.key) for one in stream.links)
    notes = tuple(note_words(text, piece.key) for piece in line.pieces if piece.kind == "note")
    return stream.text, looks, links, notes


def _in_place_of(line: Line, today: Line) -> Line:
    """Return a line of today where one of the made document stood, its notes told apart from those of that."""
    pieces = tuple(map(_of_today, today.pieces))
    return replace(today, pieces=pieces, tag=line.tag, cell=line.cell, row=line.row, column=line.column)


def _of_today(piece: Piece) -> Piece:
    return replace(piece, key=f"{_TAKEN}{piece.key}") if piece.kind == "note" else piece
