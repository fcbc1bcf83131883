"""Changes in the text of footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from probata.document.inlines import Note
from probata.document.printed import PrintedLine, Stretch, stretches
from probata.document.walk import own_inlines, walk_blocks
from probata.pull.change import Change
from probata.pull.changed_since import Meanwhile
from probata.pull.edits import edits_between
from probata.pull.owners import owned_edits, owners_of
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.stream import Stream, key_of, stream_of
from probata.pull.typed_signs import with_straight_quotes
from probata.word.piece import MARK, Piece, plain
from probata.word.word_text import Line, WordText


def note_words(text: WordText, key: str) -> str:
    """Return what a note says, its paragraphs one below the other, as printed behind its number."""
    return "\n".join(plain(list(paragraph)) for paragraph in text.notes.get(key, ())).strip()


def shown_note(text: WordText, key: str) -> str:
    """Return what anybody reads in a note, the number that a reference shows too; see `note_words`."""
    return "\n".join(plain(list(map(shown, paragraph))) for paragraph in text.notes.get(key, ())).strip()


def _said_and_shown(text: WordText, key: str) -> tuple[str, ...]:
    """Return what a note says, and what it shows; a no-break space is one like any other."""
    return tuple(" ".join(words.split()) for words in (note_words(text, key), shown_note(text, key)))


def shown(piece: Piece) -> Piece:
    """Return a reference as the words that it shows; every other piece as it is."""
    return replace(piece, kind="text", key="") if piece.kind == "field" else piece


def with_known_marks(base: WordText, edited: WordText, *, bare: bool = False) -> WordText:
    """Return the edited text with our bookmarks round the marks of notes that have none of this document.

    They are lost where words were pasted from elsewhere, and others where the note was written by another version. Such
    a note is the next one that says the same, or shows the same, and whose own mark is nowhere else. With `bare`, only
    marks without any bookmark are named, such as those of notes that somebody added. A mark without one that stands
    where a lost one stood, in a line that says the same otherwise, is that one too, whatever its note says by now.
    """
    known = [piece for line in base.lines for piece in _notes(line) if piece.anchor]
    standing = {piece.anchor for line in edited.lines for piece in _notes(line)}
    ours = {piece.anchor for piece in known}
    lost: dict[str, dict[str, None]] = {}
    for piece in known:
        for words in _said_and_shown(base, piece.key) if piece.anchor not in standing else ():
            lost.setdefault(words, {})[piece.anchor] = None
    if not lost:
        return edited
    left = {anchor for waiting in lost.values() for anchor in waiting}

    def named(piece: Piece) -> Piece:
        if piece.kind != "note" or piece.anchor in ours or (bare and piece.anchor):
            return piece
        said = _said_and_shown(edited, piece.key)
        anchor = next((one for words in said for one in lost.get(words, ()) if one in left), None)
        left.discard(anchor or "")
        return replace(piece, anchor=anchor) if anchor else piece

    lines = tuple(_with_pieces(line, tuple(map(named, line.pieces))) if _notes(line) else line for line in edited.lines)
    return replace(edited, lines=_by_place(base.lines, lines, left) if left else lines)


def _by_place(base: Sequence[Line], edited: Sequence[Line], lost: Collection[str]) -> tuple[Line, ...]:
    """Return the edited lines, each bare mark named as the lost one at its place in the one line that says the same."""
    counts = [Counter(line.text for line in lines) for lines in (base, edited)]
    there = {line.text: line for line in base if all(count[line.text] == 1 for count in counts)}

    def named(piece: Piece, other: Piece) -> Piece:
        is_it = piece.kind == other.kind == "note" and not piece.anchor and other.anchor in lost
        return replace(piece, anchor=other.anchor) if is_it else piece

    def of_line(line: Line) -> Line:
        other = there.get(line.text) if any(not one.anchor for one in _notes(line)) else None
        if other is None or len(marks := _marks(other)) != len(_marks(line)):
            return line
        waiting = iter(marks)
        pieces = (named(piece, next(waiting)) if piece.kind != "text" else piece for piece in line.pieces)
        return replace(line, pieces=tuple(pieces))

    return tuple(map(of_line, edited))


def _notes(line: Line) -> list[Piece]:
    return [piece for piece in line.pieces if piece.kind == "note"] if MARK in line.text else []


def _marks(line: Line) -> list[Piece]:
    return [piece for piece in line.pieces if piece.kind != "text"]


def _with_pieces(line: Line, pieces: tuple[Piece, ...]) -> Line:
    return line if pieces == line.pieces else replace(line, pieces=pieces)


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
    mark = _mark(line, number)
    note = mark.inline if mark else None
    inner = [own_inlines(block) for block in walk_blocks(note.blocks)] if isinstance(note, Note) else []
    return [stretch for inlines in inner for stretch in stretches(inlines)]


# Notes that somebody added in Word.


def new_notes(base: WordText, edited: WordText) -> dict[str, str]:
    """Return what each note says that was not there before, on one line, by the key of its mark.

    A reference in it, as “(n 5)” in a note pasted from another document, says the number that it shows.
    """
    known = {key_of(piece) for line in base.lines for piece in line.pieces if piece.kind == "note"}
    marks = (piece for line in edited.lines for piece in line.pieces if piece.kind == "note")
    return {
        key_of(piece): " ".join(shown_note(edited, piece.key).split()) for piece in marks if key_of(piece) not in known
    }
