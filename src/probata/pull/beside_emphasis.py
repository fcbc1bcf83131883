"""New words in and beside words in italics or bold: no sign of theirs may meet one that is written there already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from probata.pull.block_signs import Written
from probata.pull.looks import PLAIN, written_as
from probata.pull.new_words import CannotWriteError
from probata.pull.source_words import Laid
from probata.pull.stream import END_OF_LINE, Stream
from probata.word.piece import MARK

_SIGNS: Final = re.compile(r"(?<!\\)(\*+|_+)")
_CLOSING: Final = re.compile(r"[*_]+(?![^\W_])")
_OPENING: Final = re.compile(r"(?<![^\W_])[*_]+\Z")
_ALL: Final = re.compile(r"[*_]+")
_BEFORE: Final = re.compile(r"(?<![*_])[*_]+\Z")
_LOOKS: Final = {0: PLAIN, 1: "i", 2: "b", 3: "x"}


def behind_word(laid: Laid, place: int, new: Stream) -> int:
    """Return where words are written behind a word that ends at a place: behind its signs, unless they look as it."""
    signs = _CLOSING.match(laid.written, place)
    is_outside = signs and _are_signs(laid, *signs.span()) and _looks(new) != {_look(laid, place)}
    return signs.end() if signs and is_outside else place


def before_word(laid: Laid, place: int, new: Stream) -> int:
    """Return where words are written before a word that begins at a place, likewise."""
    signs = _OPENING.search(laid.written[:place])
    is_outside = signs and _are_signs(laid, *signs.span()) and _looks(new) != {_look(laid, place)}
    return signs.start() if signs and is_outside else place


def in_emphasis(laid: Laid, start: int, end: int, new: Stream) -> tuple[int, int, Stream]:
    """Return a stretch of the written text and what shall stand there, with the signs round it or without new ones.

    Words that take the place of all between two signs bring their own. Others may stand between them where they look so
    too. Raises `CannotWriteError` for those that look otherwise, for a paragraph that would end there, and for words
    of which some stand between two signs and some do not.
    """
    start, end = _with_signs(laid, start, end)
    look = _look(laid, start)
    if look == PLAIN:
        return start, end, new
    (begin, sign), *others = _open(laid, start)
    if start < end and not others and begin + len(sign) == start and laid.written.startswith(sign, end):
        return begin, end + len(sign), new
    if END_OF_LINE in new.text or _looks(new) - {look}:
        raise CannotWriteError
    return start, end, replace(new, looks=PLAIN * len(new.looks))


def _with_signs(laid: Laid, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the signs at one of its ends whose others stand in it."""
    before, behind = _open(laid, start), _open(laid, end)
    if before == behind:
        return start, end
    closing, opening = _ALL.match(laid.written, end), _BEFORE.search(laid.written[:start])
    if closing and _open(laid, closing.end()) == before:
        return start, closing.end()
    if opening and _open(laid, opening.start()) == behind:
        return opening.start(), end
    raise CannotWriteError


def without_spaces_inside(laid: Laid, change: Written) -> Written:
    """Return a change after which no space stands where emphasis begins or ends: there, signs would be printed.

    The space stands outside the signs then (CommonMark 0.31, 6.2). Signs with nothing between them go.
    """
    start, end, new = change.start, change.end, change.new
    closing, opening = _ALL.match(laid.written, end), _BEFORE.search(laid.written[:start])
    if closing and len(_open(laid, closing.end())) < len(_open(laid, end)):
        core = f"{laid.written[:start]}{new}".rstrip()
        spaces = f"{laid.written[:start]}{new}"[len(core) :]
        if spaces:
            start, new = min(start, len(core)), f"{core[start:]}{closing[0]}{spaces}"
            end = closing.end()
    if opening and start == change.start and len(_open(laid, opening.start())) < len(_open(laid, start)):
        core = f"{new}{laid.written[end:]}".lstrip()
        spaces = f"{new}{laid.written[end:]}"[: len(new) + len(laid.written) - end - len(core)]
        if spaces:
            start, end = opening.start(), max(end, len(laid.written) - len(core))
            new = f"{spaces}{opening[0]}{new[len(spaces) :]}"
    return Written(start, end, new)


def _look(laid: Laid, place: int) -> str:
    """Return the look that is written at a place."""
    return _LOOKS.get(sum(len(sign) for _, sign in _open(laid, place)), PLAIN)


def _open(laid: Laid, place: int) -> list[tuple[int, str]]:
    """Return the signs of emphasis that have begun in the paragraph of a place and not ended, each with its place."""
    found: list[tuple[int, str]] = []
    for start, sign in _signs(laid, place):
        before, behind = laid.written[start - 1 : start], laid.written[start + len(sign) : start + len(sign) + 1]
        if found and found[-1][1] == sign and before.strip():
            found.pop()
        elif behind.strip():
            found.append((start, sign))
    return found


def _signs(laid: Laid, place: int) -> Iterator[tuple[int, str]]:
    begin = laid.written.rfind("\n\n", 0, place) + 1
    for match in _SIGNS.finditer(laid.written, begin, place):
        if _are_signs(laid, *match.span()):
            yield match.start(), match[0]


def _are_signs(laid: Laid, start: int, end: int) -> bool:
    """Tell whether none of some characters is printed."""
    return laid.known.isdisjoint(range(start, end))


def _looks(new: Stream) -> set[str]:
    pairs = zip(new.looks, new.text, strict=True)
    return {written_as(look) for look, char in pairs if not char.isspace() and char != MARK}
