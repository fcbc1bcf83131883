"""What differs between two Word files of one document, for people: under which heading, what it said and says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from probata.pull.beside_words import beside_words
from probata.pull.compare import compare_lines
from probata.pull.edits import edits_between
from probata.pull.head_changes import head_changes
from probata.pull.known_marks import with_known_marks
from probata.pull.layout_changes import laid_otherwise
from probata.pull.note_changes import marks_of, note_stream
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.stream import END_OF_LINE, stream_of
from probata.word.piece import MARK
from probata.word.word_text import Line, WordText

BETWEEN_CELLS: Final = " | "
BETWEEN_PARAGRAPHS: Final = " ¶ "
"""As Word shows the end of a paragraph: where one was divided or joined, that is all that differs."""
_NOTE_SIGN: Final = "*"
"""Stands for the mark of a note or the number of a reference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that differ; one of the two is empty where something was added or left out."""

    under: str
    before: str
    after: str
    where: Literal["text", "note", "head"] = "text"
    """`head` at the head or foot of pages."""

    beside: tuple[str, ...] = ()
    """What differs beside the words, such as their look; see `beside_words`."""

    number: str = ""
    """The number that the paragraph shows in Word; empty where it has none."""

    came_under: str | None = None
    """Of what was moved, the last heading above where it stands now; `None` for everything else."""


def differences(base: WordText, edited: WordText) -> list[Difference]:
    """Return the differences in the order of the lines, then those in the text of notes, then at heads and feet."""
    edited = with_known_marks(base, edited)
    found: list[Difference] = []
    made, here = paragraph_numbers(base), paragraph_numbers(edited)
    clusters = compare_lines(base.lines, edited.lines)
    for cluster in clusters:
        place = cluster.base[0] if cluster.base else cluster.before
        sides = ([base.lines[n] for n in cluster.base], [edited.lines[n] for n in cluster.edited])
        old, new = map(stream_of, sides)
        beside = tuple(beside_words(old, edits_between(old, new)))
        before, after = map(_words, sides)
        number = here[cluster.edited[0]] if cluster.edited else made[cluster.base[0]]
        found.append(Difference(heading_above(base.lines, place), before, after, beside=beside, number=number))
    for a, b, said in laid_otherwise(base, edited, clusters):
        words = _words([base.lines[a]])
        found.append(Difference(heading_above(base.lines, a), words, words, beside=said, number=here[b]))
    heads = (
        Difference(
            "",
            shown_words(one.base.text),
            shown_words(one.edited.text),
            "head",
            tuple(beside_words(one.base, one.edits)),
        )
        for one in head_changes(base, edited)
    )
    return [*found, *_in_notes(base, edited), *heads]


def heading_above(lines: Sequence[Line], place: int) -> str:
    """Return the last heading at or above a line."""
    return next((_shown(lines[n]) for n in range(place, -1, -1) if _is_heading(lines[n])), "")


def _is_heading(line: Line) -> bool:
    return "Heading" in line.style and not line.style.startswith(("Table", "Toc", "TOC"))


def _in_notes(base: WordText, edited: WordText) -> Iterator[Difference]:
    there, numbers = marks_of(edited.lines), paragraph_numbers(edited)
    for n, line in enumerate(base.lines):
        for piece in line.pieces:
            if piece.kind == "note" and piece.anchor in there:
                place, key = there[piece.anchor]
                old, new = note_stream(base, piece.key).text, note_stream(edited, key).text
                if old != new:
                    before, after = map(shown_words, (old, new))
                    yield Difference(heading_above(base.lines, n), before, after, "note", number=numbers[place])


def _words(lines: Sequence[Line]) -> str:
    return in_cells([_shown(line) for line in lines], [line.cell for line in lines])


def in_cells(texts: Sequence[str], cells: Sequence[int]) -> str:
    """Put lines one behind the other, with the sign of a new paragraph or, between two cells, a stroke between them."""
    said = "".join(texts[:1])
    for text, before, cell in zip(texts[1:], cells, cells[1:], strict=False):
        said += (BETWEEN_CELLS if cell != before else BETWEEN_PARAGRAPHS) + text
    return said


def shown_words(text: str) -> str:
    """Return the words of a stream, with a sign for each mark of a note and one between paragraphs."""
    return text.strip().replace(END_OF_LINE, BETWEEN_PARAGRAPHS).replace(MARK, _NOTE_SIGN)


def _shown(line: Line) -> str:
    return line.text.replace(MARK, _NOTE_SIGN).strip()
