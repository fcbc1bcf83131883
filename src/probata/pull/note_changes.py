"""Changes in the text of footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.document.inlines import Note
from probata.document.printed import PrintedLine, Stretch, stretches
from probata.document.walk import own_inlines, walk_blocks
from probata.pull.change import Change
from probata.pull.edits import edits_between
from probata.pull.known_marks import shown
from probata.pull.meanwhile import Meanwhile
from probata.pull.owned_edits import owned_edits
from probata.pull.owners import owners_of
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.stream import Stream, stream_of
from probata.pull.typed_signs import with_straight_quotes
from probata.word.piece import MARK
from probata.word.word_text import Line, WordText


def note_changes(
    base: WordText, edited: WordText, today: WordText, lines: Sequence[PrintedLine], since: Meanwhile
) -> Iterator[Change]:
    """Give the notes whose text was changed; a note is known by the bookmark round its mark.

    What a note says of a work comes from the record of the source, and how, from the style: it is the citation's. Words
    that the author wrote into it belong to the text in which they were written. What the note says `today` already is
    no change.
    """
    there, numbers = marks_of(edited.lines), paragraph_numbers(edited)
    here = marks_of(today.lines)
    for n, line in enumerate(base.lines):
        marks = [piece for piece in line.pieces if piece.kind == "note"]
        for number, piece in enumerate(marks):
            place_there, key = there.get(piece.anchor, (-1, ""))
            if place_there < 0 or base.notes.get(piece.key) == edited.notes.get(key):
                continue
            old, new = note_stream(base, piece.key), note_stream(edited, key)
            says = note_stream(today, here[piece.anchor][1]) if piece.anchor in here else old
            if says.text != old.text and _words(says) == _words(new):
                continue
            if MARK in new.text and MARK not in old.text:
                new = note_stream(edited, key, as_shown=True)  # a number that was pasted as a reference is a word here
            if edits := edits_between(old, new) if old != new else []:
                place = since.standing.get(n)
                under = lines[since.became[n]].under if n in since.became else ""
                now = None if place is None else lines[place]
                said = _said(now, number)
                is_known = "".join(stretch.text for stretch in said).strip() == old.text
                owners = owners_of(said if is_known else [Stretch(old.text)], "citation")
                cited = _mark(now, number)
                for kind, origin, own in owned_edits(edits, old.text, owners):
                    yield Change(
                        "note", under, old, new, own, kind, origin or (cited.origin if cited else None),
                        () if place is None else (place,), note=piece.anchor, number=numbers[place_there],
                    )  # fmt: skip


def _mark(line: PrintedLine | None, number: int) -> Stretch | None:
    """Return the mark of a note of a line, whose origin is the field in which the citations stand."""
    marks = [one for one in line.stretches if isinstance(one.inline, Note)] if line else []
    return marks[number] if number < len(marks) else None


def _words(stream: Stream) -> list[str]:
    """Return what is kept of a note: its words, with their quotation marks as they are typed."""
    return with_straight_quotes(stream.text).split()


def marks_of(lines: Sequence[Line]) -> dict[str, tuple[int, str]]:
    """Return the line and the key of each note by the bookmark round its mark."""
    return {
        piece.anchor: (n, piece.key) for n, line in enumerate(lines) for piece in line.pieces if piece.kind == "note"
    }


def note_stream(text: WordText, key: str, *, as_shown: bool = False) -> Stream:
    """Return what a note says behind its number; `as_shown` with the numbers of references as words."""
    paragraphs = text.notes.get(key, ())
    stream = stream_of(Line(tuple(map(shown, one)) if as_shown else one) for one in paragraphs)
    lead = len(stream.text) - len(stream.text.lstrip())
    return stream.part(lead, len(stream.text.rstrip()))


def _said(line: PrintedLine | None, number: int) -> list[Stretch]:
    """Return the text of a note of a line by its number among them, as it is printed, with its origins."""
    mark = _mark(line, number)
    note = mark.inline if mark else None
    inner = [own_inlines(block) for block in walk_blocks(note.blocks)] if isinstance(note, Note) else []
    return [stretch for inlines in inner for stretch in stretches(inlines)]
