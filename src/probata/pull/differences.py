"""What differs between two Word files of one document, for people: under which heading, what it said and says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from probata.pull.compare import compare_lines
from probata.pull.known_marks import with_known_marks
from probata.pull.note_changes import note_stream
from probata.word.pieces import MARK
from probata.word.reading import Line, WordText

_NOTE_SIGN: Final = "*"
"""Stands for the mark of a note or the number of a reference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that differ; one of the two is empty where something was added or left out."""

    under: str
    before: str
    after: str
    in_note: bool = False


def differences(base: WordText, edited: WordText) -> list[Difference]:
    """Return the differences in the order of the lines, those in the text of notes last."""
    edited = with_known_marks(base, edited)
    found: list[Difference] = []
    for cluster in compare_lines(base.lines, edited.lines):
        place = cluster.base[0] if cluster.base else cluster.before
        before, after = (
            _words(lines, places) for lines, places in ((base.lines, cluster.base), (edited.lines, cluster.edited))
        )
        found.append(Difference(heading_above(base.lines, place), before, after))
    return [*found, *_in_notes(base, edited)]


def heading_above(lines: Sequence[Line], place: int) -> str:
    """Return the last heading at or above a line."""
    return next((_shown(lines[n]) for n in range(place, -1, -1) if lines[n].style.startswith("Heading")), "")


def _in_notes(base: WordText, edited: WordText) -> Iterator[Difference]:
    there = {piece.anchor: piece.key for line in edited.lines for piece in line.pieces if piece.kind == "note"}
    for n, line in enumerate(base.lines):
        for piece in line.pieces:
            if piece.kind == "note" and piece.anchor in there:
                old, new = note_stream(base, piece.key).text, note_stream(edited, there[piece.anchor]).text
                if old != new:
                    yield Difference(
                        heading_above(base.lines, n), old.replace(MARK, _NOTE_SIGN), new.replace(MARK, _NOTE_SIGN), True
                    )


def _words(lines: Sequence[Line], places: Sequence[int]) -> str:
    return "\n".join(_shown(lines[place]) for place in places)


def _shown(line: Line) -> str:
    return line.text.replace(MARK, _NOTE_SIGN).strip()
