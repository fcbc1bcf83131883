"""What changes are of beside words, for people: looks, addresses, headings and lists, pictures and formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from probata.pull.edits import Edit
from probata.pull.linked import Linked
from probata.pull.looks import named
from probata.pull.stream import END_OF_LINE, Stream, key_of
from probata.word.piece import MARK

_LONGEST: Final = 60
_FORMS: Final = {"heading": "a heading", "bullet": "an entry of a list", "number": "an entry of a list",
                 "paragraph": "a paragraph below another", "": "an ordinary paragraph"}  # fmt: skip


def beside_words(base: Stream, edits: Sequence[Edit]) -> list[str]:
    """Return what changed beside the words, one sentence for each; none where words alone did."""
    known = {key_of(piece) for piece in base.marks}
    kept = {key_of(piece) for edit in edits for piece in edit.new.marks}
    found: list[str] = []
    for edit in edits:
        held = base.part(edit.start, edit.end)
        found += _of_edit(held, edit.new, known, _rest(base.text, edit.end))
        found += _gone(held, kept)
    return found


def _gone(held: Stream, kept: set[str]) -> Iterator[str]:
    """Give the things that went; in the words that are shown each is but a sign, as the mark of a note is."""
    for piece in held.marks:
        if piece.kind == "picture" and key_of(piece) not in kept:
            yield f"without the text box: {_short(piece.text)}" if piece.text.strip() else "without the picture"


def _rest(text: str, place: int) -> str:
    """Return what stands in a line from a place on."""
    return text[place:].partition(END_OF_LINE)[0]


def _of_edit(held: Stream, new: Stream, known: set[str], rest: str) -> Iterator[str]:
    yield from _forms(held, new, rest)
    yield from _links(held, new)
    if held.text == new.text:
        yield from _looks(held, new)
    for piece in new.marks:
        if piece.kind == "formula":
            yield f"with a formula: {_short(piece.text)}"
        elif piece.kind == "picture" and key_of(piece) not in known:
            yield f"with a text box: {_short(piece.text)}" if piece.text.strip() else "with a picture"


def _forms(held: Stream, new: Stream, rest: str) -> Iterator[str]:
    """Give the lines that are headings or entries now; `rest` is what stays of the last behind the change."""
    lines = (new.text + rest).split(END_OF_LINE)
    was = set(held.forms)
    for line, form in zip(lines, new.forms, strict=False):
        if form not in was and line.strip():
            yield f"“{_short(line)}” is {_FORMS[form.partition(' ')[0]]} now"


def _links(held: Stream, new: Stream) -> Iterator[str]:
    was = {link.key for link in held.links}
    for link in new.links:
        if link.key not in was:
            yield f"“{_short(_words(new, link))}” leads to {link.address} now"
    if not new.links and held.text == new.text:
        yield from (f"“{_short(_words(held, link))}” leads nowhere now" for link in held.links)


def _looks(held: Stream, new: Stream) -> Iterator[str]:
    pairs = zip(held.looks, new.looks, new.text, strict=True)
    for (old, look), run in groupby(pairs, key=lambda one: one[:2]):
        words = "".join(char for _, _, char in run)
        if old != look and words.strip():
            yield f"“{_short(words)}” {_are(words)} {' and '.join(named(look)) or 'plain'} now"


def _are(words: str) -> str:
    return "are" if len(words.split()) > 1 else "is"


def _words(stream: Stream, link: Linked) -> str:
    return stream.text[link.start : link.end]


def _short(text: str) -> str:
    line = " ".join(text.replace(MARK, "*").split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 2].rstrip()} …"
