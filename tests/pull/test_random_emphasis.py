"""Words in and beside italics and bold, changed at random: what is written prints what the edited document says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markdown_it import MarkdownIt
from tests.pull.random_edits import Chance

from probata.pull.edits import edits_between
from probata.pull.new_words import CannotWriteError
from probata.pull.source_words import Printed, lay
from probata.pull.stream import Stream, stream_of
from probata.pull.typed_signs import prints_no_sign_more
from probata.pull.written_edits import written_edits
from probata.source.change_yaml import Edit, edited
from probata.word.piece import Piece
from probata.word.word_text import Line

Char = tuple[str, bool, bool]
"""A character, whether it is bold, and whether it is in italics."""

WRITTEN = ("alpha", "beta", "gamma")
"""Few, so that most stand in a text more than once."""
NEW = ("delta", "x_y", "a*b", "2015.", "(so)", "“q”", "[z]", "`c`", "&", "naïve", "五", "e.g.", "!")
LOOKS = ((False, False), (True, False), (False, True), (True, True))
TEXTS = 400


def test_what_is_written_prints_what_was_edited() -> None:
    taken = 0
    for number in range(TEXTS):
        chance = Chance(f"emphasis {number}")
        written = text(chance)
        before = printed(written)
        after = change(before, chance)
        if said(after) and (made := made_of(written, before, after)) is not None:
            assert said(printed(made)) == said(after), (number, written, made)
            taken += 1
    assert taken > TEXTS / 3


def made_of(written: str, before: Sequence[Char], after: Sequence[Char]) -> str | None:
    """Return how a text is written after a change of its print; `None` where that is refused."""
    base = stream(before)
    laid = lay(Printed(base.text, lambda _: True), written, is_markdown=True)
    edits = edits_between(base, stream(after))
    try:
        found = written_edits(laid, edits, base, {}, {}, "markdown")
    except CannotWriteError:
        return None
    made = edited(written, [Edit(one.start, one.end, one.new) for one in found])
    held = [base.text[edit.start : edit.end] for edit in edits]
    return made if prints_no_sign_more(written, made, held, edits) else None


def text(chance: Chance) -> str:
    """Return words of which some are emphasised."""
    parts = []
    for _ in range(1 + chance.randrange(5)):
        sign = chance.choice(("", "", "*", "**", "***", "_", "__"))
        words = " ".join(chance.choice(WRITTEN) for _ in range(1 + chance.randrange(3)))
        parts.append(f"{sign}{words}{sign}")
    return chance.choice((" ", ", ")).join(parts)


def printed(written: str) -> list[Char]:
    """Return what a reader of Markdown that is not ours makes of a paragraph."""
    found: list[Char] = []
    bold = italic = 0
    for token in (child for block in MarkdownIt("commonmark").parse(written) for child in block.children or ()):
        bold += token.nesting * (token.tag == "strong")
        italic += token.nesting * (token.tag == "em")
        found += [(char, bool(bold), bool(italic)) for char in token.content]
    return found


def change(chars: Sequence[Char], chance: Chance) -> list[Char]:
    """Return the characters after words came, went, were replaced or had another look, once or twice."""
    found = list(chars)
    for _ in range(1 + chance.randrange(2)):
        start = chance.randrange(len(found) + 1)
        end = min(len(found), start + chance.randrange(12))
        if chance.randrange(3):  # as most do, with whole words
            start = next((n for n in range(start, 0, -1) if found[n - 1][0] == " "), 0)
            end = next((n for n in range(end, len(found)) if found[n][0] == " "), len(found))
        look = chance.choice((*LOOKS, found[start][1:] if start < len(found) else LOOKS[0]))
        words = " ".join(chance.choice(NEW) for _ in range(1 + chance.randrange(2)))
        kind = chance.choice(("add", "take out", "replace", "look"))
        new = [(char, *look) for char in words + " " * (kind == "add")]
        if kind in ("take out", "look"):
            new = [(char, *look) for char, *_ in found[start:end]] if kind == "look" else []
        found[start : start if kind == "add" else end] = new
    return found


def stream(chars: Sequence[Char]) -> Stream:
    runs = ((look, "".join(char for char, *_ in run)) for look, run in groupby(chars, key=lambda char: char[1:]))
    return stream_of([Line(tuple(Piece(words, bold=bold, italic=italic) for (bold, italic), words in runs))])


def said(chars: Sequence[Char]) -> list[tuple[object, ...]]:
    """Return what is seen: of a space neither its look nor its length, and none at the ends."""

    def seen() -> Iterator[tuple[object, ...]]:
        for is_space, run in groupby(chars, key=lambda char: char[0].isspace()):
            yield from [(" ",)] if is_space else run

    found = list(seen())
    return found[found[:1] == [(" ",)] : len(found) - (found[-1:] == [(" ",)])]
